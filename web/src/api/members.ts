import type { Member, MemberRole, Room } from "../wire";
import { call, query } from "./http";

interface Which {
  after?: number | undefined;
  /** Whose username or display name begins so; such a list has one page. */
  name?: string | undefined;
  limit?: number;
}

export async function list(
  room: number,
  { after, name, limit = 50 }: Which,
): Promise<{ members: readonly Member[]; more: boolean }> {
  return call("GET", `/api/rooms/${room}/members${query({ after, name, limit })}`);
}

/** Who has this username there, banned or not. */
export async function find(room: number, username: string): Promise<Member | undefined> {
  const { members } = await list(room, { name: username });
  return members.find(({ account }) => account.username.toLowerCase() === username.toLowerCase());
}

/** Invites, gives a role or bans. */
export async function set(room: number, account: number, role: MemberRole): Promise<Member> {
  return (await call<{ member: Member }>("PUT", `/api/rooms/${room}/members/${account}`, { role })).member;
}

export async function remove(room: number, account: number): Promise<void> {
  await call("DELETE", `/api/rooms/${room}/members/${account}`);
}

export async function join(room: number): Promise<Room> {
  return (await call<{ room: Room }>("PUT", `/api/rooms/${room}/members/me`)).room;
}

export async function leave(room: number): Promise<void> {
  await call("DELETE", `/api/rooms/${room}/members/me`);
}
