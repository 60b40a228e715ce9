import { useSyncExternalStore } from "react";

/** Whether the window is at least this wide; the numbers are Bootstrap's breakpoints. */
export function useWide(pixels: number): boolean {
  const query = `(min-width: ${pixels}px)`;
  return useSyncExternalStore(
    (reader) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", reader);
      return () => list.removeEventListener("change", reader);
    },
    () => window.matchMedia(query).matches,
  );
}
