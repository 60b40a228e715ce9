import { useState } from "react";
import { RefusedError } from "../../api/http";
import { useCountdown } from "../../browser/useCountdown";
import { texts } from "../../texts";
import type { Refusal } from "../../wire";
import { fieldTexts } from "../refusalText";

export interface Attempt {
  readonly busy: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly problem: string | undefined;
  /** Seconds until the next may be made. */
  readonly wait: number;
  make(form: HTMLFormElement, wrong: Record<string, string>, what: () => Promise<void>): Promise<void>;
}

/** To sign in or to register: what the server said to it. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [until, setUntil] = useState<number>();
  const wait = useCountdown(until);

  const make: Attempt["make"] = async (form, wrong, what) => {
    if (busy || wait > 0) return;
    setProblem(undefined);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return focusWrong(form);
    setBusy(true);
    try {
      await what();
    } catch (error) {
      if (error instanceof RefusedError) refused(error.refusal);
      else setProblem(texts.auth.unreachable);
      focusWrong(form);
    } finally {
      setBusy(false);
    }
  };

  const refused = ({ code, detail, fields, retryAfter }: Refusal) => {
    if (code === "rate-limited" && retryAfter !== undefined) return setUntil(Date.now() + retryAfter * 1_000);
    if (code === "taken") return setErrors({ username: texts.auth.taken });
    if (code === "unauthenticated") return setProblem(texts.auth.wrong);
    if (code === "unavailable") return setProblem(texts.auth.unavailable);
    if (fields === undefined) return setProblem(detail || texts.refusal[code]);
    setErrors(fieldTexts(fields, texts.auth));
    setProblem(texts.auth.checkFields);
  };

  return { busy, errors, problem, wait, make };
}

/** After React has marked it. */
function focusWrong(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
