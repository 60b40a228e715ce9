import type { Message, Page, Person, Room, RoomEvent } from "../wire";
import { freshLog, type RoomLog } from "./log";

/** What the tests of this folder speak of. */

export const ann: Person = { id: 1, name: "Ann" };
export const bob: Person = { id: 2, name: "Bob" };
export const lobby: Room = {
  id: 1,
  name: "lobby",
  topic: "",
  visibility: "public",
  archived: false,
  slowMode: 0,
  members: 2,
  online: 1,
  head: 0,
  joined: true,
};
export const empty: RoomLog = freshLog(ann.id, {
  outcome: "fresh",
  room: lobby,
  epoch: "e1",
  head: 0,
  online: 1,
  messages: [],
});

export const at = 1_000;
export const base = (position: number, prev: number, author = bob) => ({
  room: 1,
  position,
  prev,
  at: at + position,
  author,
});
export const post = (position: number, prev: number, text: string, author = bob): RoomEvent => ({
  type: "posted",
  ...base(position, prev, author),
  text,
  key: `k${position}`,
});
export const message = (id: number, text: string, version = id): Message => ({
  id,
  version,
  room: 1,
  author: bob,
  at: at + id,
  text,
});
export const page = (messages: Message[], before: boolean, after = false): Page => ({
  messages,
  more: { before, after },
  epoch: "e1",
  asOf: 99,
});

export const log = (messages: Message[], more: Partial<RoomLog> = {}): RoomLog => ({
  ...empty,
  messages,
  head: messages.at(-1)?.id ?? 0,
  ...more,
});
