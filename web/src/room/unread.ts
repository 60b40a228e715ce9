import { mentions } from "../message/mention";
import type { Room } from "../wire";
import { indexOf, isWhole, type RoomLog } from "./log";

/** How far I have read in a room, and what of others' comes after it. */
export interface Unread {
  readonly read: number;
  /** Up to `MANY`, which means: or more. */
  readonly count: number;
  readonly mentions: number;
}

export interface Me {
  readonly id: number;
  readonly username: string;
}

/** Where the server stops counting. */
export const MANY = 1_000;

/** By the server's word; one that keeps no read position says that all is read. */
export function unreadOf(room: Room): Unread {
  return { read: room.read ?? room.head, count: room.unread ?? 0, mentions: room.mentions ?? 0 };
}

/** After something happened in the room that was so before: counted anew where all of it is held. */
export function withHeard(unread: Unread, me: Me, before: RoomLog, log: RoomLog): Unread {
  const { read } = unread;
  if (isWhole(log, read + 1, log.head)) return same(unread, { read, ...counted(log, me, read, log.head) });
  const heard = counted(log, me, Math.max(read, before.head), log.head);
  return same(unread, {
    read,
    count: Math.min(MANY, unread.count + heard.count),
    mentions: unread.mentions + heard.mentions,
  });
}

function same(before: Unread, after: Unread): Unread {
  return before.count === after.count && before.mentions === after.mentions ? before : after;
}

/** I have read up to this position; never moves back. */
export function withRead(unread: Unread, me: Me, position: number, log: RoomLog): Unread {
  if (position <= unread.read) return unread;
  if (isWhole(log, position + 1, log.head))
    return { read: position, ...counted(log, me, position, log.head) };
  const read = counted(log, me, unread.read, position);
  return {
    read: position,
    count: unread.count >= MANY ? MANY : Math.max(0, unread.count - read.count),
    mentions: Math.max(0, unread.mentions - read.mentions),
  };
}

/** Of others', after one position and up to another. */
function counted({ messages }: RoomLog, me: Me, after: number, to: number): Omit<Unread, "read"> {
  const others = messages
    .slice(indexOf(messages, after + 1), indexOf(messages, to + 1))
    .filter((message) => message.author.id !== me.id && message.deleted === undefined);
  return {
    count: Math.min(MANY, others.length),
    mentions: others.filter(({ text }) => mentions(text, me.username)).length,
  };
}
