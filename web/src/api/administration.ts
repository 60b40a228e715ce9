import type { Account, AccountRole, ConnectionEntry, Invitation, Profile } from "../wire";
import { call, query } from "./http";

/** What administrators may do. */

export interface AccountChange {
  suspended?: boolean;
  role?: AccountRole;
}

/** Those whose name begins so, or without a name all of them by pages. */
export async function accounts(
  name: string | undefined,
  after: number | undefined,
  limit = 50,
): Promise<{ accounts: readonly Profile[]; more: boolean }> {
  return call("GET", `/api/accounts${query(name === undefined ? { after, limit } : { name, limit })}`);
}

export async function changeAccount(id: number, change: AccountChange): Promise<Account> {
  return (await call<{ account: Account }>("PATCH", `/api/accounts/${id}`, change)).account;
}

export async function invitations(): Promise<readonly Invitation[]> {
  return (await call<{ invitations: readonly Invitation[] }>("GET", "/api/invitations")).invitations;
}

export async function invite(uses: number, expires: number): Promise<Invitation> {
  return (await call<{ invitation: Invitation }>("POST", "/api/invitations", { uses, expires })).invitation;
}

export async function withdraw(code: string): Promise<void> {
  await call("DELETE", `/api/invitations/${encodeURIComponent(code)}`);
}

export async function connections(
  after?: number,
  limit = 50,
): Promise<{ connections: readonly ConnectionEntry[]; more: boolean }> {
  return call("GET", `/api/connections${query({ after, limit })}`);
}
