import { useEffect } from "react";
import { goTo, LOBBY } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { useLive } from "../live";
import { JoinBar } from "../rooms/JoinBar";
import { Announcer } from "./Announcer";
import { Composer } from "./Composer";
import { MessageLog } from "./MessageLog";
import { Skeleton } from "./Skeleton";
import { Typing } from "./Typing";

/** A room: what was said, and where to say something. */
export function RoomPage({ store }: { store: RoomStore }) {
  const live = useLive();
  const { status, log, refusal } = useStore(store.view);
  useEffect(() => live.look(store), [live, store]);

  if (status === "refused") {
    const missing = refusal?.code === "not-found" || refusal?.code === "forbidden";
    return (
      <div className="room-refused" role="alert">
        <h2>{missing ? texts.room.notFound : texts.room.refused}</h2>
        <p>{missing ? texts.room.notFoundHint : refusal?.detail}</p>
        {store.id === LOBBY ? (
          <button type="button" className="btn btn-primary" onClick={() => void store.enter()}>
            {texts.tryAgain}
          </button>
        ) : (
          <button type="button" className="btn btn-primary" onClick={() => goTo(LOBBY)}>
            {texts.room.toLobby}
          </button>
        )}
      </div>
    );
  }
  if (log === undefined) {
    return (
      <div className="log log-waiting">
        <Skeleton rows={6} label={texts.loading} />
      </div>
    );
  }
  return (
    <>
      <MessageLog key={`${store.id} ${log.epoch}`} store={store} log={log} />
      <Announcer store={store} me={log.me} />
      <Typing store={store} />
      {log.room.archived ? (
        <p className="composer-closed">{texts.room.archived}</p>
      ) : !log.room.joined ? (
        <JoinBar room={log.room} />
      ) : (
        <Composer key={store.id} room={log.room} />
      )}
    </>
  );
}
