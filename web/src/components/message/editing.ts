import { Store } from "../../store";
import { useStore } from "../../browser/useStore";

/** The one message that is being edited on this page. */
export const edited = new Store<number | undefined>(undefined);

function stop(): void {
  edited.set(undefined);
  document.getElementById("composer")?.focus();
}

export function useMessageEditing(id: number): { editing: boolean; stop: () => void } {
  return { editing: useStore(edited) === id, stop };
}
