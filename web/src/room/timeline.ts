import type { Outgoing } from "./outgoing";
import type { Message } from "../wire";
import type { Hole, Note } from "./log";

export type Row =
  | { readonly kind: "message"; readonly key: string; readonly head: boolean; readonly message: Message }
  | { readonly kind: "outgoing"; readonly key: string; readonly head: boolean; readonly outgoing: Outgoing }
  /** Of one kind, in a row. */
  | { readonly kind: "notes"; readonly key: string; readonly notes: readonly Note[] }
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "hole"; readonly key: string; readonly hole: Hole };

export interface Day {
  /** The local date, which is the same when rows come before or behind. */
  readonly key: string;
  readonly at: number;
  readonly rows: readonly Row[];
}

/** A stretch of the log and what is on its way into it. */
export interface Shown {
  readonly messages: readonly Message[];
  readonly holes: readonly Hole[];
  readonly notes: readonly Note[];
  readonly outgoing: readonly Outgoing[];
  readonly me: number;
  /** What came after this position is new to me. */
  readonly newAfter?: number | undefined;
}

/** Posts of one author within this time of each other read as one. */
const TOGETHER_MS = 5 * 60_000;

/** What to show: by day, and `head` where another voice begins. */
export function timeline(shown: Shown): readonly Day[] {
  const days = new Days();
  let drawn = false;
  for (const thing of inOrder(shown)) {
    if ("hole" in thing) days.add({ kind: "hole", key: `hole-${thing.hole.to}`, hole: thing.hole });
    else if ("note" in thing) days.note(thing.note);
    else {
      const { message } = thing;
      days.turnTo(message.at);
      const isNew = shown.newAfter !== undefined && message.id > shown.newAfter;
      if (isNew && !drawn && message.author.id !== shown.me) {
        drawn = true;
        days.add({ kind: "new", key: "new" });
      }
      const mine = message.author.id === shown.me && message.key !== undefined;
      const head = days.begins(message.author.id, message.at);
      days.say({ kind: "message", key: mine ? (message.key ?? "") : `${message.id}`, head, message });
    }
  }
  for (const outgoing of shown.outgoing) {
    days.turnTo(Math.max(outgoing.at, days.latest));
    const head = days.begins(shown.me, outgoing.at);
    days.say({ kind: "outgoing", key: outgoing.key, head, outgoing });
  }
  return days.all;
}

type Thing = { readonly message: Message } | { readonly hole: Hole } | { readonly note: Note };

/** By position: a hole before what came after it. */
function inOrder({ messages, holes, notes }: Shown): readonly Thing[] {
  if (holes.length === 0 && notes.length === 0) return messages.map((message) => ({ message }));
  return [
    ...messages.map((message) => ({ message, place: message.id })),
    ...holes.map((hole) => ({ hole, place: hole.from })),
    ...notes.map((note) => ({ note, place: note.position })),
  ].sort((a, b) => a.place - b.place);
}

class Days {
  readonly all: { key: string; at: number; rows: Row[] }[] = [];
  #voice: { author: number; at: number } | undefined;

  get latest(): number {
    return this.all.at(-1)?.at ?? 0;
  }

  turnTo(at: number): void {
    const key = dateOf(at);
    const held = this.all.at(-1);
    // A clock set back does not open yesterday again.
    if (held !== undefined && (held.key === key || at < held.at)) return;
    this.all.push({ key, at, rows: [] });
    this.#voice = undefined;
  }

  begins(author: number, at: number): boolean {
    const head = this.#voice?.author !== author || at - this.#voice.at > TOGETHER_MS;
    this.#voice = { author, at };
    return head;
  }

  say(row: Row): void {
    this.all.at(-1)?.rows.push(row);
  }

  /** Something between two voices. */
  add(row: Row): void {
    this.#voice = undefined;
    this.say(row);
  }

  note(note: Note): void {
    this.turnTo(note.at);
    const rows = this.all.at(-1)?.rows ?? [];
    const last = rows.at(-1);
    if (last?.kind === "notes" && last.notes[0]?.type === note.type && inARow(note))
      rows[rows.length - 1] = { ...last, notes: [...last.notes, note] };
    else this.add({ kind: "notes", key: `note-${note.position}`, notes: [note] });
  }
}

/** Of those who come and go there may be many; what is done to a room or somebody stands alone. */
function inARow(note: Note): boolean {
  return note.type === "joined" || note.type === "left";
}

function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
