import { useState } from "react";
import { RefusedError } from "../../api/http";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";

/** Where one would write, for who only reads along. */
export function JoinBar({ room }: { room: Room }) {
  const live = useLive();
  const [problem, setProblem] = useState<string>();
  const join = async () => {
    try {
      const joined = await api.join(room.id);
      live.rooms.notice({ room: joined });
      live.room(room.id).describe(joined);
    } catch (error) {
      const refusal = error instanceof RefusedError ? error.refusal : undefined;
      setProblem(
        refusal === undefined ? texts.auth.unreachable : refusal.detail || texts.refusal[refusal.code],
      );
    }
  };
  return (
    <div className="composer-closed">
      <p>{texts.room.notMember}</p>
      {room.visibility === "public" && (
        <button type="button" className="btn btn-sm btn-primary" onClick={() => void join()}>
          {texts.room.join}
        </button>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  );
}
