import { createContext, use, useSyncExternalStore } from "react";
import { Store } from "../../store";

/** The message that was jumped to, in the list that one is in. */
export const TargetContext = createContext(new Store<number | undefined>(undefined));

export function useIsTarget(id: number): boolean {
  const target = use(TargetContext);
  return useSyncExternalStore(target.subscribe, () => target.value === id);
}
