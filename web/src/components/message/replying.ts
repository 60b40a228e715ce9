import { Store } from "../../store";
import type { Message } from "../../wire";

/** Which message is being answered, by room; the composer keeps it with its draft. */
export const replies = new Store<ReadonlyMap<number, number>>(new Map());

export function replyTo({ room, id }: Message): void {
  replies.set(new Map(replies.value).set(room, id));
  document.getElementById("composer")?.focus();
}

export function replyToNothing(room: number): void {
  if (!replies.value.has(room)) return;
  const rest = new Map(replies.value);
  rest.delete(room);
  replies.set(rest);
}
