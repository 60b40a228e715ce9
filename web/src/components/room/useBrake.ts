import { useState } from "react";
import { useCountdown } from "../../browser/useCountdown";
import { useStore } from "../../browser/useStore";
import { serverClock } from "../../clocks";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";
import { type Said, sayable } from "./said";

export interface Brake {
  /** Counting down. */
  readonly text: string;
  /** How it began: who hears it is not told of every second. */
  readonly said: string;
}

/** Why nothing can be posted in this room right now; undefined when it can. */
export function useBrake(room: Room): Brake | undefined {
  const live = useLive();
  const outgoing = useStore(live.outbox.entries);
  const { log } = useStore(live.room(room.id).view);
  const [said, setSaid] = useState<Said>();
  const waiting = outgoing.flatMap(({ room: there, failure }) =>
    there === room.id && failure?.reason === "later" ? [failure] : [],
  );
  const until = Math.max(
    ...waiting.map((failure) => failure.until),
    slowUntil(room, log?.messages ?? [], live.account.id),
  );
  const left = useCountdown(until === -Infinity ? undefined : until);
  const fast = waiting.some((failure) => failure.until === until && failure.refusal.code !== "slow-mode");
  const text = fast ? texts.composer.rateLimited(left) : texts.composer.slowMode(left);

  const now = left === 0 ? undefined : sayable(said, { until, text });
  if (now !== said) setSaid(now);
  return left === 0 ? undefined : { text, said: now?.text ?? text };
}

/** On the steady clock: in slow mode my last post says when the next may come; who moderates is not slowed. */
function slowUntil(
  room: Room,
  messages: readonly { at: number; author: { id: number } }[],
  me: number,
): number {
  if (room.slowMode === 0 || room.role === "owner" || room.role === "moderator") return -Infinity;
  const last = messages.findLast((message) => message.author.id === me);
  return last === undefined ? -Infinity : serverClock.steadyAt(last.at + room.slowMode * 1_000);
}
