/** Options that one walks through by keyboard while answers still change them. Each is known by its key. */

/** Where the chosen one is now; the first, while none was chosen or it is gone; -1 of none. */
export function placeOf<K>(keys: readonly K[], chosen: K | undefined): number {
  const place = chosen === undefined ? 0 : Math.max(0, keys.indexOf(chosen));
  return keys.length === 0 ? -1 : place;
}

/** The one below or above it, round and round. */
export function nextTo<K>(
  keys: readonly K[],
  chosen: K | undefined,
  key: "ArrowDown" | "ArrowUp",
): K | undefined {
  const step = key === "ArrowDown" ? 1 : keys.length - 1;
  return keys[(placeOf(keys, chosen) + step) % keys.length];
}
