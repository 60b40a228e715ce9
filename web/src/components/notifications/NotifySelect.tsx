import { chooseNotify, NOTIFY_CHOICES, type NotifyChoice } from "../../browser/notifications";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";
import { useNotifyChoice } from "./useNotifyChoice";

/** Of what a room notifies in this browser. */
export function NotifySelect({ room, name, id }: { room: Room; name?: string; id?: string }) {
  const { me } = useLive();
  const choice = useNotifyChoice()(room);
  return (
    <select
      className="form-select"
      {...(id !== undefined && { id })}
      {...(name !== undefined && { "aria-label": texts.settings.notifications.ofRoom(name) })}
      value={choice}
      onChange={(event) => chooseNotify(me, room.id, event.target.value as NotifyChoice)}
    >
      {NOTIFY_CHOICES.map((value) => (
        <option key={value} value={value}>
          {texts.settings.notifications.choices[value]}
        </option>
      ))}
    </select>
  );
}
