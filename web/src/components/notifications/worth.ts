import type { NotifyChoice } from "../../browser/notifications";
import { mentions } from "../../message/mention";
import type { Message, Room } from "../../wire";

/** What is worth telling of a room, by what was chosen for it. */

type Counted = Pick<Room, "joined" | "archived" | "unread" | "mentions">;

/** What waits for me in a room. Who mutes it wants no noise, and is called all the same. */
export function waitingIn(room: Counted, choice: NotifyChoice): number {
  // Of an archived room nothing waits: it is not in the list, where one could look at it.
  if (!room.joined || room.archived) return 0;
  return (choice === "nothing" ? room.mentions : room.unread) ?? 0;
}

/** Whether more is to be told than was before. */
export function tellsMore(before: Counted, now: Counted, choice: NotifyChoice): boolean {
  if (!now.joined || choice === "nothing") return false;
  const count = choice === "all" ? "unread" : "mentions";
  return (now[count] ?? 0) > (before[count] ?? 0);
}

/** The newest that is worth it, among the newest of the room; after what was read and told already. */
export function postToTell(
  messages: readonly Message[],
  choice: NotifyChoice,
  me: { readonly id: number; readonly username: string },
  after: number,
): Message | undefined {
  return messages.findLast(
    ({ id, author, deleted, text }) =>
      id > after &&
      author.id !== me.id &&
      deleted === undefined &&
      (choice === "all" || mentions(text, me.username)),
  );
}
