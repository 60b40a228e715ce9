import type { Answer } from "../live/connection";
import { texts } from "../texts";

/** What to say of an answer that is not yes. */
export function refusalText(answer: Exclude<Answer<object>, { ok: true }>): string {
  if (answer.ok === "unknown") return texts.auth.unreachable;
  return answer.error.detail || texts.refusal[answer.error.code];
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
