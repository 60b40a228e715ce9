import type { Message } from "../wire";

/** Which of the messages held are on the page, by id, so that rows coming and going elsewhere do not move it. */
export interface Stretch {
  /** The oldest shown; null: as many as a page begins with. */
  readonly first: number | null;
  /** The newest shown; null: whatever is newest. */
  readonly last: number | null;
}

/** Follows what is said. */
export const NEWEST: Stretch = { first: null, last: null };

const BEGIN_WITH = 120;
const STEP = 50;
/** No more rows than this are on the page, however far somebody scrolls. */
export const MOST = 300;

/** From and up to (not including) which index. */
export function bounds(messages: readonly Message[], { first, last }: Stretch): readonly [number, number] {
  const to = last === null ? messages.length : indexOf(messages, last + 1);
  const from = first === null ? Math.max(0, to - BEGIN_WITH) : Math.min(to, indexOf(messages, first));
  return [from, to];
}

export function older(messages: readonly Message[], stretch: Stretch): Stretch {
  const [from, to] = bounds(messages, stretch);
  const start = Math.max(0, from - STEP);
  return between(messages, start, Math.min(to, start + MOST));
}

export function newer(messages: readonly Message[], stretch: Stretch): Stretch {
  const [from, to] = bounds(messages, stretch);
  const end = Math.min(messages.length, to + STEP);
  return between(messages, Math.max(from, end - MOST), end);
}

/** Somebody reads here: nothing at the old end goes away, and what is said does not pile up without end. */
export function held(messages: readonly Message[], stretch: Stretch): Stretch {
  const [from, to] = bounds(messages, stretch);
  const end = Math.min(to, from + MOST);
  return between(messages, from, end);
}

function between(messages: readonly Message[], from: number, to: number): Stretch {
  return {
    first: messages[from]?.id ?? null,
    last: to >= messages.length ? null : (messages[to - 1]?.id ?? null),
  };
}

/** The index of the first message whose id is at least this. */
function indexOf(messages: readonly Message[], id: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle] as Message).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
