import type { Outgoing } from "./outgoing";
import type { Message } from "../wire";
import type { Hole } from "./log";

export type Row =
  | { readonly kind: "message"; readonly key: string; readonly head: boolean; readonly message: Message }
  | { readonly kind: "outgoing"; readonly key: string; readonly head: boolean; readonly outgoing: Outgoing }
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "hole"; readonly key: string; readonly hole: Hole };

export interface Day {
  /** The local date, which is the same when rows come before or behind. */
  readonly key: string;
  readonly at: number;
  readonly rows: readonly Row[];
}

/** Posts of one author within this time of each other read as one. */
const TOGETHER_MS = 5 * 60_000;

/** What to show of a stretch of the log and of what is on its way into it: by day, and `head` where another voice begins. */
export function timeline(
  messages: readonly Message[],
  holes: readonly Hole[],
  outgoing: readonly Outgoing[],
  me: number,
  newAfter?: number,
): readonly Day[] {
  const days: { key: string; at: number; rows: Row[] }[] = [];
  let last: { author: number; at: number } | undefined;

  const dayOf = (at: number) => {
    const key = dateOf(at);
    const held = days.at(-1);
    // A clock set back does not open yesterday again.
    if (held !== undefined && (held.key === key || at < held.at)) return held;
    const day = { key, at, rows: [] };
    days.push(day);
    last = undefined;
    return day;
  };
  const begins = (author: number, at: number) => {
    const head = last?.author !== author || at - last.at > TOGETHER_MS;
    last = { author, at };
    return head;
  };

  const open = [...holes];
  let drawn = false;
  for (const message of messages) {
    const day = dayOf(message.at);
    while (open[0] !== undefined && open[0].from <= message.id) {
      const hole = open.shift() as Hole;
      day.rows.push({ kind: "hole", key: `hole-${hole.to}`, hole });
      last = undefined;
    }
    if (newAfter !== undefined && !drawn && message.id > newAfter && message.author.id !== me) {
      drawn = true;
      day.rows.push({ kind: "new", key: "new" });
      last = undefined;
    }
    const key = message.author.id === me && message.key !== undefined ? message.key : `${message.id}`;
    day.rows.push({ kind: "message", key, head: begins(message.author.id, message.at), message });
  }
  for (const held of outgoing) {
    const day = dayOf(Math.max(held.at, days.at(-1)?.at ?? 0));
    day.rows.push({ kind: "outgoing", key: held.key, head: begins(me, held.at), outgoing: held });
  }
  for (const hole of open) days.at(-1)?.rows.push({ kind: "hole", key: `hole-${hole.to}`, hole });
  return days;
}

function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
