import type { Outgoing } from "../../room/outgoing";
import { texts } from "../../texts";
import { fieldTexts } from "../refusalText";

/** Why a post of mine is not in the room. */
export function whyNot(failure: Outgoing["failure"]): string {
  if (failure === undefined || failure.reason === "unreachable") return texts.message.willRetry;
  const { code, detail, fields } = failure.refusal;
  if (failure.reason === "later") return `${texts.message.notYet} ${texts.refusal[code]}`;
  const [wrong] = Object.values(fieldTexts(fields ?? {}, { text: texts.message.text }));
  return `${texts.message.notSent} ${wrong ?? (detail || texts.refusal[code])}`;
}
