const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/** How long to wait before the `attempt`-th try (from 0): doubled each time, spread so that a crowd does not come at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.5 + random() / 2));
}
