import {
  LOBBY,
  type Message,
  type Person,
  type Posted,
  type Reaction,
  type Room,
  type RoomEvent,
  type Skipped,
  type Touch,
} from "../wire";
import { indexOf, messageAt, type Note, type RoomLog } from "./log";

/** An event's `prev` was not our head: something is missing, and the room must be entered again from our head. */
export const GAP = Symbol("gap");

/** The next live event. Safe to do twice; says GAP instead of showing a log with something missing. */
export function fold(log: RoomLog, event: RoomEvent): RoomLog | typeof GAP {
  if (event.position > log.head && event.prev !== log.head) return GAP;
  return apply(log, event);
}

/** The events of a `resumed` answer: all there is after our head, by the server's word. */
export function foldAll(log: RoomLog, events: readonly RoomEvent[], head: number): RoomLog {
  const folded = events.reduce(apply, log);
  return { ...folded, head: Math.max(folded.head, head) };
}

/** The room was too fast for a person; the next event's `prev` is `to`. */
export function skip(log: RoomLog, skipped: Skipped): RoomLog {
  if (skipped.to <= log.head) return log;
  const { from, to, count } = skipped;
  return { ...log, head: to, holes: [...log.holes, { from, to, count }] };
}

/** Changes of messages alone: again after a page of history, which may be older than they are. */
export function touchAll(log: RoomLog, touches: readonly Touch[]): RoomLog {
  return touches.reduce((folded, touch) => touched(folded, touch), log);
}

export function isTouch(event: RoomEvent): event is Touch {
  switch (event.type) {
    case "edited":
    case "deleted":
    case "reacted":
    case "unreacted":
      return true;
    default:
      return false;
  }
}

/** Somebody has taken an account out of the room, or banned it. */
export function takesOut(event: RoomEvent, account: number): boolean {
  if (event.type !== "removed" && event.type !== "role") return false;
  return event.account.id === account && (event.type === "removed" || event.role === "banned");
}

function apply(log: RoomLog, event: RoomEvent): RoomLog {
  const changed = changedBy(log, event);
  return event.position > changed.head ? { ...changed, head: event.position } : changed;
}

function changedBy(log: RoomLog, event: RoomEvent): RoomLog {
  if (event.type === "posted") return posted(log, event);
  if (isTouch(event)) return touched(log, event);
  const noted = event.position <= log.head ? log : withNote(log, event);
  // A description that came ahead of its events has them in it already.
  if (event.position <= log.room.head) return noted;
  return { ...noted, room: { ...described(log, event), head: event.position } };
}

/** More than anybody looks back through; the history does not have them. */
const NOTES = 200;

function withNote(log: RoomLog, event: Note): RoomLog {
  const note =
    event.type === "removed" && liftsBan(log, event.account) ? { ...event, lifted: true as const } : event;
  return { ...log, notes: [...log.notes, note].slice(-NOTES) };
}

function described(log: RoomLog, event: Note): Room {
  const { room, me } = log;
  switch (event.type) {
    case "topic":
      return { ...room, topic: event.topic };
    case "renamed":
      return { ...room, name: event.name };
    case "archived":
      return { ...room, archived: event.archived };
    case "slowMode":
      return paced(room, event.slowMode, event.manualSlowMode);
    case "joined":
      return { ...room, members: room.members + 1, ...(event.account.id === me ? { joined: true } : {}) };
    case "left":
    case "removed": {
      const { role, ...rest } = room;
      const brought = event.type === "left" ? -1 : broughtByRemoval(log, event.account);
      const members = Math.max(0, room.members + brought);
      return event.account.id === me ? { ...rest, members, joined: false } : { ...room, members };
    }
    case "role": {
      const isOut = event.role === "banned" && !isBanned(log, event.account);
      const members = isOut ? Math.max(0, room.members - 1) : room.members;
      return { ...room, members, ...(event.account.id === me ? { role: event.role } : {}) };
    }
    default:
      // A newer server may know more kinds; they move the head and nothing else.
      return room;
  }
}

/** Whether it was a member who was taken out or a ban that was lifted: the event alone does not say. */
export function leavesCountOpen(log: RoomLog, event: RoomEvent): boolean {
  return event.type === "removed" && log.room.id !== LOBBY && lastOf(log, event.account) === undefined;
}

function broughtByRemoval(log: RoomLog, account: Person): number {
  // Whose ban from the lobby is lifted is one of all its members again.
  if (log.room.id === LOBBY) return 1;
  return lastOf(log, account) === undefined || isBanned(log, account) ? 0 : -1;
}

/** Nobody is sent out of the lobby. */
const liftsBan = (log: RoomLog, account: Person) => log.room.id === LOBBY || isBanned(log, account);

/** As far as it was heard here; whoever is banned is taken to have been a member, as nearly all are. */
function isBanned(log: RoomLog, account: Person): boolean {
  const last = lastOf(log, account);
  return last?.type === "role" && last.role === "banned";
}

function lastOf({ notes }: RoomLog, { id }: Person): Note | undefined {
  return notes.findLast((note) => "account" in note && note.account.id === id);
}

function paced(room: Room, slowMode: number, manualSlowMode: number | undefined): Room {
  const { manualSlowMode: _before, ...rest } = room;
  return { ...rest, slowMode, ...(manualSlowMode === undefined ? {} : { manualSlowMode }) };
}

function posted(log: RoomLog, event: Posted): RoomLog {
  // At or before the head it is one we hold, or one of the history that is not loaded.
  if (event.position <= log.head) return log;
  return { ...log, messages: [...log.messages, messageOf(event)] };
}

function messageOf(event: Posted): Message {
  const { position, room, author, at, text, key, replyTo, deleted } = event;
  return {
    id: position,
    version: position,
    room,
    author,
    at,
    text: deleted === undefined ? text : "",
    ...(key === undefined ? {} : { key }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(deleted === undefined ? {} : { deleted }),
  };
}

function touched(log: RoomLog, touch: Touch): RoomLog {
  const message = messageAt(log, touch.id);
  if (message === undefined) return log;
  const changed = touchedMessage(message, touch, log.me);
  if (changed === message) return log;
  return { ...log, messages: log.messages.with(indexOf(log.messages, touch.id), changed) };
}

/** A message after a change, which it may have in it already. */
export function touchedMessage(message: Message, touch: Touch, me: number): Message {
  if (message.version >= touch.position) return message;
  const newer = { ...message, version: touch.position };
  // What lands behind a deletion changes nothing.
  if (message.deleted !== undefined) return newer;
  switch (touch.type) {
    case "edited":
      return { ...newer, text: touch.text, edited: touch.at };
    case "deleted":
      return { ...newer, text: "", reactions: [], deleted: touch.at };
    case "reacted":
      return { ...newer, reactions: reacted(message.reactions ?? [], touch.emoji, touch.author, me) };
    case "unreacted":
      return { ...newer, reactions: unreacted(message.reactions ?? [], touch.emoji, touch.author, me) };
  }
}

function reacted(
  reactions: readonly Reaction[],
  emoji: string,
  author: Person,
  me: number,
): readonly Reaction[] {
  const mine = author.id === me;
  const index = reactions.findIndex((reaction) => reaction.emoji === emoji);
  const held = reactions[index];
  if (held === undefined) return [...reactions, { emoji, count: 1, mine }];
  return reactions.with(index, { emoji, count: held.count + 1, mine: held.mine || mine });
}

function unreacted(
  reactions: readonly Reaction[],
  emoji: string,
  author: Person,
  me: number,
): readonly Reaction[] {
  return reactions.flatMap((held) => {
    if (held.emoji !== emoji) return [held];
    if (held.count <= 1) return [];
    return [{ emoji, count: held.count - 1, mine: held.mine && author.id !== me }];
  });
}
