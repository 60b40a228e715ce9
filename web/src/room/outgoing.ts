import type { ErrorCode, Refusal } from "../wire";

/** Why a post is not in the room (yet, as far as we know). */
export type Failure =
  /** Never left, or no answer came: the server may or may not have it. Goes out again by itself. */
  | { readonly reason: "unreachable" }
  /** The server said "not now": goes out again by itself `until` then (on the steady clock of this page). */
  | { readonly reason: "later"; readonly refusal: Refusal; readonly until: number }
  /** The server said no; its author decides. */
  | { readonly reason: "refused"; readonly refusal: Refusal };

/** A post of mine that is not in the log that I hold. */
export interface Outgoing {
  /** The same for every try, which is why trying again never doubles. */
  readonly key: string;
  readonly room: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly at: number;
  readonly state: "sending" | "sent" | "failed";
  readonly failure?: Failure;
  /** When it went out without an answer yet: the server may have it, and forgets keys. */
  readonly tried?: number;
  /** Where the server put it, while its event has not come yet. */
  readonly position?: number;
}

/** Still to go out by itself; what is behind it in its room waits, or it would overtake. */
export function isQueued({ state, failure }: Outgoing): boolean {
  return state === "sending" || (state === "failed" && failure?.reason !== "refused");
}

/** Answers of a server that may have the post all the same. */
const OPEN: readonly ErrorCode[] = ["unavailable", "internal"];

export const leavesOpen = ({ code }: Refusal): boolean => OPEN.includes(code);

/** Surely not at the server, now or later by a try that is under way: its author may have it back. */
export function isReturnable({ state, failure, tried }: Outgoing): boolean {
  if (state !== "failed") return false;
  return tried === undefined || (failure?.reason === "refused" && !leavesOpen(failure.refusal));
}

/** When the newest of a room was written; 0 if there is none. */
export function newestIn(room: number, entries: readonly Outgoing[]): number {
  return Math.max(0, ...entries.filter((held) => held.room === room).map(({ at }) => at));
}

/** Those of a room that the server said no to. */
export function refusedIn(room: number, entries: readonly Outgoing[]): readonly Outgoing[] {
  return entries.filter((held) => held.room === room && held.failure?.reason === "refused");
}
