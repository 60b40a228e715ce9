import type { Message } from "../wire";
import { indexOf, type RoomLog } from "../room/log";

/** Which of the messages held are on the page, by id, so that rows coming and going elsewhere do not move it. */
export interface Stretch {
  /** The oldest shown; null: as many as a page begins with. */
  readonly first: number | null;
  /** The newest shown; null: whatever is newest. */
  readonly last: number | null;
}

/** Follows what is said. */
export const NEWEST: Stretch = { first: null, last: null };

/** What the page needs of a log. */
export type Held = Pick<RoomLog, "messages" | "holes">;

const BEGIN_WITH = 120;
const STEP = 50;
/** No more rows than this are on the page, however far somebody scrolls. */
export const MOST = 300;

/** Indexes among the messages held: `from`..`to` (not including) are shown, of `low`..`high` between two holes. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

export function bounds(held: Held, { first, last }: Stretch): Bounds {
  const { messages } = held;
  const [low, high] = between(held, last ?? Infinity);
  const to = last === null ? high : clamp(indexOf(messages, last + 1), low, high);
  const from = first === null ? Math.max(low, to - BEGIN_WITH) : clamp(indexOf(messages, first), low, to);
  return { from, to, low, high };
}

/** The messages around a position that somebody has jumped over nothing in. */
function between({ messages, holes }: Held, position: number): readonly [number, number] {
  const jumped = holes.filter((hole) => hole.count === undefined);
  const below = jumped.findLast((hole) => hole.from <= position);
  const above = jumped.find((hole) => hole.from > position);
  return [
    below === undefined ? 0 : indexOf(messages, below.to + 1),
    above === undefined ? messages.length : indexOf(messages, above.from),
  ];
}

export function older(held: Held, stretch: Stretch): Stretch {
  const { from, to, low } = bounds(held, stretch);
  const start = Math.max(low, from - STEP);
  return stretchOf(held.messages, start, Math.min(to, start + MOST));
}

export function newer(held: Held, stretch: Stretch): Stretch {
  const { from, to, high } = bounds(held, stretch);
  const end = Math.min(high, to + STEP);
  return stretchOf(held.messages, Math.max(from, end - MOST), end);
}

/** All after this position and up to the stretch's end is in the stretch. */
export function reachesBackTo(held: Held & Pick<RoomLog, "start">, stretch: Stretch): number {
  const { from } = bounds(held, stretch);
  const first = held.messages[from]?.id ?? Infinity;
  const jumped = held.holes.findLast((hole) => hole.count === undefined && hole.to < first)?.to ?? 0;
  const before = held.messages[from - 1]?.id ?? held.start - 1;
  return Math.max(before, jumped);
}

/** Somebody reads here: nothing at the old end goes away, and what is said does not pile up without end. */
export function kept(held: Held, stretch: Stretch): Stretch {
  const { from, to } = bounds(held, stretch);
  return stretchOf(held.messages, from, Math.min(to, from + MOST));
}

/** Around a position that is held. */
export function around(held: Held, position: number): Stretch {
  const index = indexOf(held.messages, position);
  const [low, high] = between(held, position);
  return stretchOf(
    held.messages,
    Math.max(low, index - STEP),
    Math.min(high, Math.max(index, low) + BEGIN_WITH - STEP),
  );
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

function stretchOf(messages: readonly Message[], from: number, to: number): Stretch {
  return {
    first: messages[from]?.id ?? null,
    last: to >= messages.length ? null : (messages[to - 1]?.id ?? null),
  };
}
