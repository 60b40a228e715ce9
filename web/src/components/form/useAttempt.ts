import { useEffect, useState } from "react";
import { RefusedError } from "../../api/http";
import { useCountdown } from "../../browser/useCountdown";
import { steady } from "../../clocks";
import { texts } from "../../texts";
import type { Refusal } from "../../wire";
import { errorText, fieldTexts } from "../refusalText";

export interface Attempt {
  readonly busy: boolean;
  /** The last one succeeded, and nothing was tried since. */
  readonly done: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly problem: string | undefined;
  /** Seconds until the next may be made. */
  readonly wait: number;
  make(form: HTMLFormElement, wrong: Record<string, string>, what: () => Promise<unknown>): Promise<void>;
}

/** What is wrong with a form: beside its fields, or with the whole. */
export type Wrong = { readonly errors: Record<string, string> } | { readonly problem: string } | undefined;

/**
 * To send a form, and what the server said to it.
 *
 * @param labels what the fields are called on the page
 * @param meaning what a refusal means here, where that is nearer than its code
 */
export function useAttempt(
  labels: Readonly<Record<string, unknown>>,
  meaning: (refusal: Refusal) => Wrong = () => undefined,
): Attempt {
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [until, setUntil] = useState<number>();
  /** The form in which something is wrong, once more each time. */
  const [wrongIn, setWrongIn] = useState<{ readonly form: HTMLFormElement }>();
  const wait = useCountdown(until);
  // After it is marked, and a field that was only asked for now is there.
  useEffect(() => {
    const marked = wrongIn?.form.querySelector<HTMLElement>("[aria-invalid=true]");
    // What was pressed may be gone by now.
    const lost = document.activeElement === document.body;
    (marked ?? (lost ? wrongIn?.form.querySelector<HTMLElement>("[type=submit]") : null))?.focus();
  }, [wrongIn]);

  const make: Attempt["make"] = async (form, wrong, what) => {
    if (state === "busy" || wait > 0) return;
    setProblem(undefined);
    setErrors(wrong);
    setState("idle");
    if (Object.keys(wrong).length > 0) return setWrongIn({ form });
    setState("busy");
    try {
      await what();
      setState("done");
    } catch (error) {
      setState("idle");
      if (error instanceof RefusedError) refused(error.refusal);
      else setProblem(errorText(error));
      setWrongIn({ form });
    }
  };

  const refused = (refusal: Refusal) => {
    const { code, detail, fields, retryAfter } = refusal;
    const waits = code === "rate-limited" || code === "unavailable";
    if (waits && retryAfter !== undefined) return setUntil(steady() + retryAfter * 1_000);
    const meant = meaning(refusal);
    if (meant !== undefined) return "errors" in meant ? setErrors(meant.errors) : setProblem(meant.problem);
    if (code === "unavailable") return setProblem(texts.auth.unavailable);
    if (fields === undefined) return setProblem(detail || texts.refusal[code]);
    setErrors(fieldTexts(fields, labels));
    setProblem(texts.auth.checkFields);
  };

  return { busy: state === "busy", done: state === "done", errors, problem, wait, make };
}
