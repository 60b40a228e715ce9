import { useState } from "react";
import * as api from "../../api/rooms";
import { LOBBY } from "../../browser/location";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { Confirm } from "../Confirm";
import { useLive } from "../live";
import { errorText } from "../refusalText";

const words = texts.details;

export function ArchiveRoom({ room }: { room: Room }) {
  const { rooms } = useLive();
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (room.id === LOBBY) return null;
  const set = async (edit: api.RoomEdit) => rooms.notice({ room: await api.change(room.id, edit) });
  const bringBack = () => {
    set({ archived: false }).catch((error: unknown) => setProblem(errorText(error)));
  };
  return (
    <>
      <button
        type="button"
        className="btn btn-quiet"
        onClick={() => (room.archived ? bringBack() : setAsks(true))}
      >
        {room.archived ? words.unarchive : words.archive}
      </button>
      {problem !== undefined && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {asks && (
        <Confirm
          title={words.archiveTitle(room.name)}
          action={words.archive}
          onConfirm={() => set({ archived: true })}
          onClose={() => setAsks(false)}
        >
          <p>{words.archiveHint}</p>
        </Confirm>
      )}
    </>
  );
}
