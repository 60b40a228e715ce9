/** Options that one walks through by keyboard while answers still change them. Each is known by its key. */

/** The one that Enter takes: the chosen one while it is there, else the one that is `meant` by what is typed, if that is known. */
export function markedOf<K>(keys: readonly K[], chosen: K | undefined, meant: K | undefined): K | undefined {
  return chosen !== undefined && keys.includes(chosen) ? chosen : meant;
}

/** The one below or above the marked one, round and round; where none is marked, the first or the last. */
export function nextTo<K>(
  keys: readonly K[],
  marked: K | undefined,
  key: "ArrowDown" | "ArrowUp",
): K | undefined {
  const place = marked === undefined ? -1 : keys.indexOf(marked);
  const next = key === "ArrowDown" ? place + 1 : Math.max(0, place) - 1 + keys.length;
  return keys[next % keys.length];
}
