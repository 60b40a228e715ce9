import { texts } from "../../texts";
import type { Refusal } from "../../wire";
import type { Wrong } from "../form/useAttempt";

/** What a refusal means to who registers or signs in. */
export function meaning({ code }: Refusal): Wrong {
  if (code === "taken") return { errors: { username: texts.auth.taken } };
  if (code === "unauthenticated") return { problem: texts.auth.wrong };
  return undefined;
}
