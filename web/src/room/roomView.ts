import type { Person, Presence, Refusal } from "../wire";
import type { RoomLog } from "./log";

/** What a page shows of a room. */
export interface RoomView {
  readonly status: "entering" | "ready" | "refused" | "closed";
  readonly refusal?: Refusal;
  /** Why it is closed to me: somebody took me out, or it is not there for me any more. */
  readonly closed?: "removed" | "gone";
  readonly log?: RoomLog;
  readonly online: number;
  /** Who they are, unless they are too many to tell. */
  readonly people?: readonly Person[];
  /** What came after this position is new to me; a line says so. */
  readonly newAfter?: number;
  readonly history: "idle" | "loading" | "failed";
}

/** The contract names people up to this many; above it there is only the count. */
const NAMED = 1_000;

export function withPresence(view: RoomView, presence: Presence): RoomView {
  const { people: held, ...rest } = view;
  if (presence.online > NAMED || held === undefined) return { ...rest, online: presence.online };
  const people = new Map(held.map((person) => [person.id, person]));
  for (const person of presence.went ?? []) people.delete(person.id);
  for (const person of presence.came ?? []) people.set(person.id, person);
  return { ...rest, online: presence.online, people: [...people.values()] };
}

/** What failed without a connection may be tried again. */
export const settledHistory = (history: RoomView["history"]) => (history === "failed" ? "idle" : history);

export const lineOf = ({ newAfter }: RoomView) => (newAfter === undefined ? {} : { newAfter });
