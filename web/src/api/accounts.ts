import type { Account } from "../wire";
import { call } from "./http";

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
