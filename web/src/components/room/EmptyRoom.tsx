import { texts } from "../../texts";
import { Logo } from "../Logo";

export function EmptyRoom() {
  return (
    <div className="log-empty">
      <Logo size={56} />
      <p>{texts.room.empty}</p>
    </div>
  );
}
