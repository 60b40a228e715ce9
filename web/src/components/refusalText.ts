import type { Answer } from "../live/connection";
import { texts } from "../texts";

/** What to say of an answer that is not yes. */
export function refusalText(answer: Exclude<Answer<object>, { ok: true }>): string {
  if (answer.ok === "unknown") return texts.auth.unreachable;
  return answer.error.detail || texts.refusal[answer.error.code];
}
