import type { Entered, MemberChange, Message, Page, Room, RoomChange } from "../wire";

/** Positions `from`..`to` that are not held; they are in the history. */
export interface Hole {
  readonly from: number;
  readonly to: number;
  /** How many messages a person could not have read in time; without it, the hole is one that somebody jumped over. */
  readonly count?: number;
}

/**
 * What changed a room or its members; the history of messages does not have it. With `lifted`, it was a ban that was
 * removed.
 */
export type Note = RoomChange | (MemberChange & { readonly lifted?: true });

/** What this client holds of a room's log: all from `start` on, but for its holes. Never changed in place. */
export interface RoomLog {
  /** Whose client this is: decides what is `mine`. */
  readonly me: number;
  readonly room: Room;
  readonly epoch: string | number;
  /** The position of the newest event seen; the next one must name it as its `prev`. */
  readonly head: number;
  /** What lies before this position is not held; 0: this is the room's beginning. */
  readonly start: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Oldest first. */
  readonly holes: readonly Hole[];
  /** Oldest first; what happened while this client looked on. */
  readonly notes: readonly Note[];
}

/** How many messages a fresh entry asks for. */
export const FRESH = 50;

export function freshLog(me: number, entered: Extract<Entered, { messages: unknown }>): RoomLog {
  const { room, epoch, head, messages } = entered;
  const more = entered.more ?? messages.length >= FRESH;
  return { me, room, epoch, head, messages, start: more ? startOf(messages, head) : 0, holes: [], notes: [] };
}

const startOf = (messages: readonly Message[], head: number) => messages[0]?.id ?? head + 1;

/** The index of the first message at or after a position. */
export function indexOf(messages: readonly Message[], position: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle] as Message).id < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function messageAt(log: RoomLog, id: number): Message | undefined {
  const message = log.messages[indexOf(log.messages, id)];
  return message?.id === id ? message : undefined;
}

/** Both, oldest first; of two versions of one message the newer. */
export function merge(ours: readonly Message[], theirs: readonly Message[]): readonly Message[] {
  const byId = new Map(ours.map((message) => [message.id, message]));
  for (const message of theirs) {
    const held = byId.get(message.id);
    if (held === undefined || held.version < message.version) byId.set(message.id, message);
  }
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

/** What a page of history was asked for. */
export type Where =
  | { readonly before: number }
  | { readonly after: number }
  | { readonly around: number }
  | { readonly at: number };

/** With a page of history in its place: between it and what was held, there may be a hole. */
export function withPage(log: RoomLog, where: Where, page: Page): RoomLog {
  const [from, to] = coveredBy(where, page, log.head);
  // What is newer than our head comes as events.
  const messages = page.messages.filter((message) => message.id <= Math.min(to, log.head));
  if (from > to) return log;
  const holes = log.holes.flatMap((hole) => without(hole, from, to, messages));
  if (to + 1 < log.start) holes.unshift({ from: to + 1, to: log.start - 1 });
  return { ...log, messages: merge(log.messages, messages), holes, start: Math.min(log.start, from) };
}

/** All positions that a page speaks for, whether there are messages at them or not. */
function coveredBy(where: Where, page: Page, head: number): readonly [number, number] {
  const first = page.messages[0]?.id;
  const last = page.messages.at(-1)?.id;
  const newest = Math.min(head, Math.max(page.asOf, last ?? 0));
  let from = page.more.before ? (first ?? newest + 1) : 0;
  let to = page.more.after ? (last ?? -1) : newest;
  if ("before" in where) to = where.before - 1;
  if ("after" in where) from = where.after + 1;
  return [from, Math.min(to, newest)];
}

/** What is left of a hole when `from`..`to` is there. */
function without(hole: Hole, from: number, to: number, there: readonly Message[]): Hole[] {
  if (to < hole.from || from > hole.to) return [hole];
  const left = { from: hole.from, to: from - 1 };
  const right = { from: to + 1, to: hole.to };
  const rest = [left, right].filter((part) => part.from <= part.to);
  const [only] = rest;
  if (hole.count === undefined || only === undefined || rest.length > 1) return rest;
  const inside = there.filter((message) => message.id >= hole.from && message.id <= hole.to).length;
  return [{ ...only, count: Math.max(1, hole.count - inside) }];
}

/** Whether all from one position to another is held. */
export function isWhole(log: RoomLog, from: number, to: number): boolean {
  return log.start <= from && !log.holes.some((hole) => hole.from <= to && hole.to >= from);
}

/** Lets go of the oldest, which the history has, so that memory does not grow with what was said. */
export function trimmed(log: RoomLog, most: number): RoomLog {
  if (log.messages.length <= most) return log;
  const messages = log.messages.slice(-most);
  return from(log, (messages[0] as Message).id, messages);
}

/** Only the newest stretch, without what somebody jumped to. */
export function rejoined(log: RoomLog): RoomLog {
  const jumped = log.holes.findLast((hole) => hole.count === undefined);
  if (jumped === undefined) return log;
  return from(log, jumped.to + 1, log.messages.slice(indexOf(log.messages, jumped.to + 1)));
}

function from(log: RoomLog, start: number, messages: readonly Message[]): RoomLog {
  return {
    ...log,
    messages,
    start,
    holes: log.holes.filter((hole) => hole.from >= start),
    notes: log.notes.filter((note) => note.position >= start),
  };
}
