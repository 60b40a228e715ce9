import { useEffect, useState } from "react";
import { copy } from "../browser/clipboard";
import { texts } from "../texts";
import { CheckIcon, LinkIcon } from "./Icons";

const SHOWN_MS = 2_000;

/** Puts a text into the clipboard, and says so. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  useEffect(() => {
    if (copied === "no") return;
    const timer = setTimeout(() => setCopied("no"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="btn btn-quiet btn-copy"
      onClick={() => void copy(text).then((done) => setCopied(done ? "yes" : "failed"))}
    >
      {copied === "yes" ? <CheckIcon /> : <LinkIcon />}
      <span>{label}</span>
      <span role="status" className="visually-hidden">
        {copied === "yes" ? texts.copied : copied === "failed" ? texts.notCopied : ""}
      </span>
    </button>
  );
}
