import type { Room } from "../wire";

/** What the server says of a room now, over what was held: a part that it leaves out is over, not unchanged. */
export function describedAnew(held: Room | undefined, told: Room): Room {
  if (held === undefined) return told;
  const { role, manualSlowMode, ...lasting } = held;
  return { ...lasting, ...told };
}
