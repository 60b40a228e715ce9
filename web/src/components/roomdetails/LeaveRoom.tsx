import { useState } from "react";
import * as api from "../../api/members";
import { goTo, LOBBY } from "../../browser/location";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { Confirm } from "../Confirm";
import { useLive } from "../live";
import { useTitle } from "../roomTitle";

const words = texts.details;

/** Everybody is a member of the lobby, and a direct room keeps its people: nobody leaves those. */
export function LeaveRoom({ room }: { room: Room }) {
  const { rooms } = useLive();
  const titleOf = useTitle();
  const [asks, setAsks] = useState(false);
  if (room.id === LOBBY || room.visibility === "direct") return null;
  const leave = async () => {
    await api.leave(room.id);
    const { role: _, ...rest } = room;
    rooms.notice(
      room.visibility === "public"
        ? { room: { ...rest, joined: false } }
        : { room: { id: room.id }, gone: true },
    );
    goTo(LOBBY);
  };
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => setAsks(true)}>
        {words.leave}
      </button>
      {asks && (
        <Confirm
          title={words.leaveTitle(titleOf(room))}
          action={words.leave}
          onConfirm={leave}
          onClose={() => setAsks(false)}
        >
          <p>{words.leaveHint[room.visibility]}</p>
        </Confirm>
      )}
    </>
  );
}
