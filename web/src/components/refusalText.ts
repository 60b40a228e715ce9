import { RefusedError } from "../api/http";
import type { Answer } from "../live/connection";
import { texts } from "../texts";
import type { Refusal } from "../wire";

/** What to say of an answer that is not yes. */
export function refusalText(answer: Exclude<Answer<object>, { ok: true }>): string {
  return answer.ok === "unknown" ? texts.auth.unreachable : saidOf(answer.error);
}

/** What to say of a call that failed. */
export function errorText(error: unknown): string {
  return error instanceof RefusedError ? saidOf(error.refusal) : texts.auth.unreachable;
}

/** What to say of a refusal. */
export function saidOf({ code, detail }: Refusal): string {
  return detail || texts.refusal[code];
}

/** The server says what is wrong with a field ("is too long"); the page knows what the field is called. */
export function fieldTexts(
  fields: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, wrong]) => {
      const label = labels[name];
      const text = typeof label === "string" && /^\p{Ll}/u.test(wrong) ? `${label} ${wrong}` : wrong;
      return [name, /[.!?]$/.test(text) ? text : `${text}.`];
    }),
  );
}
