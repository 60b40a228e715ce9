import { useCountdown } from "../../browser/useCountdown";
import { useStore } from "../../browser/useStore";
import { serverClock } from "../../clocks";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";

/** Why nothing can be posted in this room right now, counting down; undefined when it can. */
export function useBrake(room: Room): string | undefined {
  const live = useLive();
  const outgoing = useStore(live.outbox.entries);
  const { log } = useStore(live.room(room.id).view);
  const waiting = outgoing.flatMap(({ room: there, failure }) =>
    there === room.id && failure?.reason === "later" ? [failure] : [],
  );
  const until = Math.max(
    ...waiting.map((failure) => failure.until),
    slowUntil(room, log?.messages ?? [], live.account.id),
  );
  const left = useCountdown(until === -Infinity ? undefined : until);
  if (left === 0) return undefined;
  const fast = waiting.some((failure) => failure.until === until && failure.refusal.code !== "slow-mode");
  return fast ? texts.composer.rateLimited(left) : texts.composer.slowMode(left);
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
