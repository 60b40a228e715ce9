import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";

export function Typing({ store }: { store: RoomStore }) {
  const people = useStore(store.typists.view);
  return (
    <div className="typing">{people.length > 0 && texts.typing(people.map((person) => person.name))}</div>
  );
}
