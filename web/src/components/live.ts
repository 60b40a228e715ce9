import { createContext, use } from "react";
import { useStore } from "../browser/useStore";
import type { Live } from "../live/live";
import { session } from "../session/session";
import type { Person } from "../wire";

export const LiveContext = createContext<Live | undefined>(undefined);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === undefined) throw new Error("nobody is signed in here");
  return live;
}

/** How I am shown to others. */
export function useMe(): Person {
  const { account } = useLive();
  return { id: account.id, name: account.displayName || account.username };
}

/** What the server says it can do; the rest is not offered. */
export type Feature = "messages.edit" | "messages.delete" | "reactions" | "typing";

export function useFeature(feature: Feature): boolean {
  return useStore(session.server).features.includes(feature);
}
