import { openPanel } from "../../browser/location";
import { texts } from "../../texts";
import { InfoIcon } from "../Icons";

export function RoomDetailsButton() {
  return (
    <button
      type="button"
      className="btn btn-icon"
      aria-label={texts.details.show}
      onClick={() => openPanel({ of: "room", section: "about" })}
    >
      <InfoIcon />
    </button>
  );
}
