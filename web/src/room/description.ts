import type { Room } from "../wire";

/** What the server says of a room now, over what was held: a part that it leaves out is over, not unchanged. */
export function describedAnew(held: Room | undefined, told: Room): Room {
  if (held === undefined) return told;
  const { role, manualSlowMode, ...lasting } = held;
  return { ...lasting, ...told };
}

/** Of what the list has of a room and what was folded of its events; of two of the same head, the folded one counted along. */
export function newestOf(listed: Room | undefined, folded: Room | undefined): Room | undefined {
  if (listed === undefined || folded === undefined) return listed ?? folded;
  return listed.head > folded.head ? listed : folded;
}
