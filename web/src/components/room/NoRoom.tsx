import { goTo, LOBBY } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { useLive } from "../live";
import { saidOf } from "../refusalText";
import { returnFocus } from "../returnFocus";
import { Unsent } from "./Unsent";

/** In the place of a room that is not there for me: why, and what to do now. */
export function NoRoom({ store }: { store: RoomStore }) {
  const { rooms } = useStore(useLive().rooms.view);
  const { status, closed, refusal } = useStore(store.view);
  const listed = rooms.get(store.id);
  const missing = refusal?.code === "not-found" || refusal?.code === "forbidden";
  const removed = status === "closed" && closed === "removed";
  const isThere = status === "refused" && !missing;
  // Whoever was taken out of a public room may come back, unless they were banned.
  const mayReturn = (removed && listed?.visibility === "public") || isThere || store.id === LOBBY;

  const title = removed ? texts.room.removed : missing || closed ? texts.room.notFound : texts.room.refused;
  const hint = removed
    ? texts.room.removedHint
    : missing || closed
      ? texts.room.notFoundHint
      : refusal && saidOf(refusal);
  const enter = () => {
    store.enterAnew();
    returnFocus();
  };
  return (
    <>
      <div className="room-refused" role="alert" data-testid="no-room">
        <h2>{title}</h2>
        <p>{hint}</p>
        {mayReturn && (
          <button type="button" className="btn btn-primary" onClick={enter}>
            {removed ? texts.room.join : texts.tryAgain}
          </button>
        )}
        {store.id !== LOBBY && (
          <button type="button" className="btn btn-quiet" onClick={() => goTo(LOBBY)}>
            {texts.room.toLobby}
          </button>
        )}
      </div>
      <Unsent room={store.id} />
    </>
  );
}
