import { useSyncExternalStore } from "react";
import { Store } from "../../store";

/** The one row that is pointed at or focused: it alone carries buttons, or Tab would have hundreds to pass. */
export const active = new Store<string | undefined>(undefined);

export function useIsActive(row: string): boolean {
  return useSyncExternalStore(active.subscribe, () => active.value === row);
}

const rowOf = (element: unknown) =>
  element instanceof Element ? element.closest<HTMLElement>("[data-row]") : null;

export function point(target: unknown): void {
  const row = rowOf(target);
  if (row !== null) active.set(row.dataset["row"]);
}

/** The pointer has gone; the keyboard may still be somewhere. */
export function leave(): void {
  active.set(rowOf(document.activeElement)?.dataset["row"]);
}

/** Up and down through the messages; from the list itself, to the newest first. Says whether it did. */
export function walk(list: HTMLElement, target: unknown, direction: "up" | "down"): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const from = rowOf(target);
  if (from === null && target !== list) return false;
  if (from !== null && from !== target) return false;
  const index = from === null ? rows.length : rows.indexOf(from);
  const next = rows[direction === "up" ? index - 1 : index + 1];
  next?.focus();
  return next !== undefined;
}
