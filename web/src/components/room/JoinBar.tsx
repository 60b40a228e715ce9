import { useState } from "react";
import * as api from "../../api/members";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";
import { errorText } from "../refusalText";

/** In the composer's place, for who reads a public room along. */
export function JoinBar({ room }: { room: Room }) {
  const live = useLive();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (room.visibility !== "public" || room.role === "banned")
    return <p className="composer-closed">{texts.room.notMember}</p>;
  const join = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const joined = await api.join(room.id);
      live.rooms.notice({ room: joined });
      live.room(room.id).describe(joined);
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="composer-closed join-bar">
      <span role="status">{problem ?? texts.details.joinHint}</span>
      <button type="button" className="btn btn-primary" aria-disabled={busy} onClick={() => void join()}>
        {texts.details.join}
      </button>
    </div>
  );
}
