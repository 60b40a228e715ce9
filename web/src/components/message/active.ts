import { useSyncExternalStore } from "react";
import { Store } from "../../store";
import { returnFocus } from "../returnFocus";

/** The row that is pointed at and the one that has the focus: they alone carry buttons, or Tab would have hundreds to pass. */
const pointed = new Store<string | undefined>(undefined);
const focused = new Store<string | undefined>(undefined);
let pointer = { x: NaN, y: NaN };

export function useIsActive(row: string): boolean {
  const isPointed = useSyncExternalStore(pointed.subscribe, () => pointed.value === row);
  const isFocused = useSyncExternalStore(focused.subscribe, () => focused.value === row);
  return isPointed || isFocused;
}

const rowOf = (element: unknown) =>
  element instanceof Element ? element.closest<HTMLElement>("[data-row]") : null;

/** Rows that pass below a pointer at rest are not pointed at. */
export function point({
  target,
  clientX: x,
  clientY: y,
}: Pick<PointerEvent, "target" | "clientX" | "clientY">) {
  if (pointer.x === x && pointer.y === y) return;
  pointer = { x, y };
  pointed.set(rowOf(target)?.dataset["row"]);
}

export function leave(): void {
  pointed.set(undefined);
}

export function focus(target: unknown): void {
  focused.set(rowOf(target)?.dataset["row"]);
}

/** To a row, without moving the list; where it has left the page, to where one goes on. */
export function focusRow(row: string): void {
  const element = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
  if (element === null) returnFocus();
  else element.focus({ preventScroll: true });
}

/** Up and down through the messages; from the list itself, to the newest first. Says whether it did. */
export function walk(list: HTMLElement, target: unknown, direction: "up" | "down"): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row][tabindex]")];
  const from = rowOf(target);
  if (from === null && target !== list) return false;
  if (from !== null && from !== target) return false;
  const index = from === null ? rows.length : rows.indexOf(from);
  const next = rows[direction === "up" ? index - 1 : index + 1];
  next?.focus();
  return next !== undefined;
}
