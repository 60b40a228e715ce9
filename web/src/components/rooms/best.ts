import type { Room } from "../../wire";

const SHOWN = 8;

/** The rooms somebody who types this most likely means: mine, with something unread, those that begin so. */
export function best(
  rooms: readonly Room[],
  wanted: string,
  titleOf: (room: Room) => string,
): readonly Room[] {
  const letters = wanted.trim().toLocaleLowerCase();
  const rank = (room: Room) =>
    (room.joined ? 0 : 4) +
    (titleOf(room).toLocaleLowerCase().startsWith(letters) ? 0 : 2) +
    ((room.unread ?? 0) > 0 ? 0 : 1);
  return rooms
    .filter((room) => !room.archived && titleOf(room).toLocaleLowerCase().includes(letters))
    .sort((a, b) => rank(a) - rank(b) || titleOf(a).localeCompare(titleOf(b)))
    .slice(0, SHOWN);
}
