import { createContext, use } from "react";
import { useStore } from "../browser/useStore";
import type { Live } from "../live/live";
import { session } from "../session/session";
import type { Account, Person } from "../wire";

export const LiveContext = createContext<Live | undefined>(undefined);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === undefined) throw new Error("nobody is signed in here");
  return live;
}

/** My account as it is now; `live.account` is as it was at sign-in. */
export function useAccount(): Account {
  const { account } = useLive();
  const view = useStore(session.view);
  return view.status === "signed-in" ? view.account : account;
}

/** How I am shown to others. */
export function useMe(): Person {
  const { id, displayName, username } = useAccount();
  return { id, name: displayName || username };
}

/** What the server says it can do; the rest is not offered. */
export type Feature =
  | "messages.edit"
  | "messages.delete"
  | "reactions"
  | "typing"
  | "rooms.private"
  | "rooms.direct"
  | "rooms.change"
  | "members"
  | "accounts.find"
  | "accounts.change"
  | "accounts.delete"
  | "accounts.administer"
  | "invitations";

export function useFeature(feature: Feature): boolean {
  return useStore(session.server).features.includes(feature);
}
