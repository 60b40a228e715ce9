import type { Room } from "../wire";

/** Isolated, so that a name written from right to left does not turn what stands beside it. */
export function RoomName({ room }: { room: Pick<Room, "name"> }) {
  return <bdi className="room-name">{room.name}</bdi>;
}
