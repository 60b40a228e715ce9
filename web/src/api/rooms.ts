import type { Message, Page, Room } from "../wire";
import { call, query } from "./http";

export interface Which {
  readonly after?: number | undefined;
  readonly limit?: number;
  /** Only mine. */
  readonly joined?: "true";
  /** Only those with this in their name. */
  readonly name?: string;
}

/** Of those I may see. */
export async function list(
  { after, limit = 100, joined, name }: Which,
  signal?: AbortSignal,
): Promise<{ rooms: readonly Room[]; more: boolean }> {
  return call("GET", `/api/rooms${query({ joined, name, after, limit })}`, undefined, signal);
}

export async function open(
  name: string,
  topic: string,
  visibility: "public" | "private" = "public",
): Promise<Room> {
  const wanted = { name, visibility, ...(topic === "" ? {} : { topic }) };
  return (await call<{ room: Room }>("POST", "/api/rooms", wanted)).room;
}

export async function room(id: number): Promise<Room> {
  return (await call<{ room: Room }>("GET", `/api/rooms/${id}`)).room;
}

/** The same people get the same room. */
export async function openDirect(others: readonly number[]): Promise<Room> {
  return (await call<{ room: Room }>("POST", "/api/rooms", { visibility: "direct", with: others })).room;
}

export interface RoomEdit {
  name?: string;
  topic?: string;
  archived?: boolean;
  slowMode?: number;
}

export async function change(room: number, edit: RoomEdit): Promise<Room> {
  return (await call<{ room: Room }>("PATCH", `/api/rooms/${room}`, edit)).room;
}

interface Where {
  before?: number;
  after?: number;
  around?: number;
  /** Milliseconds since 1970. */
  at?: number;
  key?: string;
  limit?: number;
}

export async function messages(room: number, where: Where, signal?: AbortSignal): Promise<Page> {
  return call("GET", `/api/rooms/${room}/messages${query({ ...where })}`, undefined, signal);
}

export async function message(room: number, id: number): Promise<Message> {
  return (await call<{ message: Message }>("GET", `/api/rooms/${room}/messages/${id}`)).message;
}
