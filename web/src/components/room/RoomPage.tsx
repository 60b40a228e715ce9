import { useEffect } from "react";
import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { useLive } from "../live";
import { RemoveDialog } from "../message/RemoveDialog";
import { Announcer } from "./Announcer";
import { Composer } from "./Composer";
import { JoinBar } from "./JoinBar";
import { MessageLog } from "./MessageLog";
import { NoRoom } from "./NoRoom";
import { Skeleton } from "./Skeleton";
import { Told } from "./Told";
import { Typing } from "./Typing";

/** A room: what was said, and where to say something. */
export function RoomPage({ store }: { store: RoomStore }) {
  const live = useLive();
  const { status, log, refusal } = useStore(store.view);
  useEffect(() => live.look(store), [live, store]);

  if (status === "refused" || status === "closed") return <NoRoom store={store} />;
  if (log === undefined) {
    return (
      <div className="log log-waiting">
        <Skeleton rows={6} label={texts.loading} />
      </div>
    );
  }
  return (
    <>
      <div className={`connection connection-waiting${refusal ? " connection-shown" : ""}`} role="status">
        {refusal && texts.room.notUpToDate}
      </div>
      <MessageLog key={`${store.id} ${log.epoch}`} store={store} log={log} />
      <Announcer store={store} me={log.me} />
      <Told />
      <RemoveDialog room={store.id} />
      <Typing store={store} />
      {log.room.archived ? (
        <p className="composer-closed">{texts.room.archived}</p>
      ) : log.room.joined ? (
        <Composer key={store.id} store={store} room={log.room} />
      ) : (
        <JoinBar room={log.room} />
      )}
    </>
  );
}
