import { call, query } from "./http";

/** Somebody by the name that others call them by. */
export interface Named {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
}

/** Whose username or display name begins so. */
export async function search(name: string, limit = 8): Promise<readonly Named[]> {
  return (await call<{ accounts: readonly Named[] }>("GET", `/api/accounts${query({ name, limit })}`))
    .accounts;
}
