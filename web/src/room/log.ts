import type { Entered, Message, Page, Room } from "../wire";

/** Positions `from`..`to` that a person could not have read in time; they are in the history. */
export interface Hole {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What this client holds of a room's log: the newest stretch, whole but for its holes. Never changed in place. */
export interface RoomLog {
  /** Whose client this is: decides what is `mine`. */
  readonly me: number;
  readonly room: Room;
  readonly epoch: string | number;
  /** The position of the newest event seen; the next one must name it as its `prev`. */
  readonly head: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly holes: readonly Hole[];
  readonly moreBefore: boolean;
}

/** How many messages a fresh entry asks for; fewer in the answer mean that the room's beginning is there. */
export const FRESH = 50;

export function freshLog(me: number, entered: Extract<Entered, { messages: unknown }>): RoomLog {
  return {
    me,
    room: entered.room,
    epoch: entered.epoch,
    head: entered.head,
    messages: entered.messages,
    holes: [],
    moreBefore: entered.messages.length >= FRESH,
  };
}

export function find(messages: readonly Message[], id: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle] as Message).id < id) low = middle + 1;
    else high = middle;
  }
  return messages[low]?.id === id ? low : -1 - low;
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

/** A page asked for with `before` the oldest message held. */
export function withOlder(log: RoomLog, page: Page): RoomLog {
  return { ...log, messages: merge(log.messages, page.messages), moreBefore: page.more.before };
}

/** A page asked for with `after` the position before a hole's first. */
export function withHolePage(log: RoomLog, hole: Hole, page: Page): RoomLog {
  const inside = page.messages.filter((message) => message.id <= hole.to);
  const last = inside.at(-1)?.id ?? hole.to;
  const filled = !page.more.after || last >= hole.to || inside.length < page.messages.length;
  const rest = { ...hole, from: last + 1, count: Math.max(1, hole.count - inside.length) };
  return {
    ...log,
    messages: merge(log.messages, inside),
    holes: log.holes.flatMap((held) => (held.from === hole.from ? (filled ? [] : [rest]) : [held])),
  };
}

/** Lets go of the oldest, which the history has, so that memory does not grow with what was said. */
export function trimmed(log: RoomLog, most: number): RoomLog {
  if (log.messages.length <= most) return log;
  const messages = log.messages.slice(-most);
  const oldest = (messages[0] as Message).id;
  return { ...log, messages, holes: log.holes.filter((hole) => hole.from > oldest), moreBefore: true };
}
