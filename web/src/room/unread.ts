import { mentions } from "../message/mention";
import type { Message, Room } from "../wire";
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

/** Others' messages that came behind what I know of. */
export function withHeard(unread: Unread, me: Me, heard: readonly Message[]): Unread {
  const others = heard.filter((message) => message.author.id !== me.id && message.id > unread.read);
  if (others.length === 0) return unread;
  return {
    ...unread,
    count: Math.min(MANY, unread.count + others.length),
    mentions: unread.mentions + others.filter(({ text }) => mentions(text, me.username)).length,
  };
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
    .filter((message) => message.author.id !== me.id);
  return {
    count: Math.min(MANY, others.length),
    mentions: others.filter(({ text }) => mentions(text, me.username)).length,
  };
}
