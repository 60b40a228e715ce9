import { texts } from "../../texts";
import type { Room } from "../../wire";
import { Logo } from "../Logo";

export function EmptyRoom({ archived }: Pick<Room, "archived">) {
  return (
    <div className="log-empty">
      <Logo size={56} />
      <p>{archived ? texts.room.emptyForGood : texts.room.empty}</p>
    </div>
  );
}
