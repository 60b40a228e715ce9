import type { Member, MemberRole, Room } from "../wire";
import { call, query } from "./http";

export async function list(
  room: number,
  after?: number,
  limit = 50,
): Promise<{ members: readonly Member[]; more: boolean }> {
  return call("GET", `/api/rooms/${room}/members${query({ after, limit })}`);
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
