import { useId, useState } from "react";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";
import { errorText } from "../refusalText";

const words = texts.details;
/** Seconds. */
const PRESETS = [0, 5, 10, 30, 60, 300, 900, 3_600];

/** How long a member waits between two posts; taken at once. */
export function SlowMode({ room }: { room: Room }) {
  const id = useId();
  const live = useLive();
  const [said, setSaid] = useState("");
  const choose = async (seconds: number) => {
    try {
      live.rooms.notice({ room: await api.change(room.id, { slowMode: seconds }) });
      setSaid(texts.saved);
    } catch (error) {
      setSaid(errorText(error));
    }
  };
  const presets = PRESETS.includes(room.slowMode)
    ? PRESETS
    : [...PRESETS, room.slowMode].sort((a, b) => a - b);
  return (
    <div className="field">
      <label htmlFor={id} className="form-label">
        {words.slowMode}
      </label>
      <select
        id={id}
        className="form-select"
        aria-describedby={`${id}-about`}
        value={room.slowMode}
        onChange={(event) => void choose(Number(event.target.value))}
      >
        {presets.map((seconds) => (
          <option key={seconds} value={seconds}>
            {seconds === room.slowMode && room.manualSlowMode !== undefined
              ? words.slowModeAutomatic(seconds)
              : words.slowModeOf(seconds)}
          </option>
        ))}
      </select>
      <div id={`${id}-about`} className="field-hint">
        {words.slowModeHint}{" "}
        <span role="status" className="save-done">
          {said}
        </span>
      </div>
    </div>
  );
}
