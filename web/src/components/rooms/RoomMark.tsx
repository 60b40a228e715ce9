import type { Room } from "../../wire";
import { Avatar } from "../Avatar";
import { HashIcon, LockIcon } from "../Icons";
import { useLive } from "../live";
import { useTitle } from "../roomTitle";

/** Who it is, or what kind of room. */
export function RoomMark({ room }: { room: Room }) {
  const { me } = useLive();
  const titleOf = useTitle();
  if (room.visibility === "private") return <LockIcon />;
  if (room.visibility === "public") return <HashIcon />;
  const others = room.people?.filter((person) => person.id !== me) ?? [];
  return <Avatar id={others[0]?.id ?? room.id} name={titleOf(room)} small />;
}
