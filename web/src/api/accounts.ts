import type { Account, Profile, Session } from "../wire";
import { call, query } from "./http";

export interface Registration {
  username: string;
  password: string;
  displayName?: string;
  /** For the first account of a server that listens beyond loopback. */
  setupCode?: string;
  /** Where one needs an invitation. */
  invitation?: string;
}

interface SignedIn {
  readonly account: Account;
}

export async function me(): Promise<Account> {
  return (await call<SignedIn>("GET", "/api/accounts/me")).account;
}

export async function register(registration: Registration): Promise<Account> {
  return (await call<SignedIn>("POST", "/api/accounts", registration)).account;
}

export async function signIn(username: string, password: string): Promise<Account> {
  return (await call<SignedIn>("POST", "/api/sessions", { username, password })).account;
}

export async function signOut(): Promise<void> {
  await call("DELETE", "/api/sessions/current");
}

/** People whose username or display name begins so. */
export async function find(name: string, limit: number, signal?: AbortSignal): Promise<readonly Profile[]> {
  const path = `/api/accounts${query({ name, limit })}`;
  return (await call<{ accounts: readonly Profile[] }>("GET", path, undefined, signal)).accounts;
}

export async function rename(displayName: string): Promise<Account> {
  return (await call<SignedIn>("PATCH", "/api/accounts/me", { displayName })).account;
}

/** My other sessions end. */
export async function changePassword(current: string, password: string): Promise<void> {
  await call("PUT", "/api/accounts/me/password", { current, password });
}

export async function remove(password: string, posts: "keep" | "delete"): Promise<void> {
  await call("DELETE", "/api/accounts/me", { password, posts });
}

/** All of them: nobody has so many that they would be looked at by pages. */
export async function sessions(): Promise<readonly Session[]> {
  const found: Session[] = [];
  for (let more = true; more;) {
    const path = `/api/sessions${query({ after: found.at(-1)?.id, limit: 200 })}`;
    const page = await call<{ sessions: readonly Session[]; more: boolean }>("GET", path);
    found.push(...page.sessions);
    more = page.more && page.sessions.length > 0;
  }
  return found;
}

export async function endSession(id: number): Promise<void> {
  await call("DELETE", `/api/sessions/${id}`);
}
