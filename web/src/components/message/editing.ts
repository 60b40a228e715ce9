import { Store } from "../../store";
import { useStore } from "../../browser/useStore";
import type { Message } from "../../wire";

/** The one message that is being edited on this page, and how far; its row may come and go meanwhile. */
export const edited = new Store<{ readonly id: number; readonly text: string } | undefined>(undefined);

/** The one that somebody is asked about before it is deleted. */
export const removed = new Store<Message | undefined>(undefined);

export function edit(message: Message): void {
  edited.set({ id: message.id, text: message.text });
}

export function stopEditing(): void {
  edited.set(undefined);
  document.getElementById("composer")?.focus();
}

export function useIsEdited(id: number): boolean {
  return useStore(edited)?.id === id;
}
