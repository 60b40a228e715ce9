import type { RoomLog } from "../../room/log";
import type { RoomView } from "../../room/roomView";
import { texts } from "../../texts";
import { useTitle } from "../roomTitle";
import { HistoryProblem } from "./HistoryProblem";
import { Skeleton } from "./Skeleton";

interface Properties {
  log: RoomLog;
  history: RoomView["history"];
  /** There is more before what is shown. */
  more: boolean;
  /** And it is held here. */
  held: boolean;
  onRetry: () => void;
}

/** What stands above the oldest message shown: more to come, or the room's beginning. */
export function LogBeginning({ log, history, more, held, onRetry }: Properties) {
  const title = useTitle()(log.room);
  if (more && history === "failed" && !held)
    return <HistoryProblem text={texts.room.historyFailed} onRetry={onRetry} />;
  // Always there while there is more, so that its coming and going moves nothing.
  if (more) return <Skeleton rows={3} label={texts.room.loadingHistory} />;
  if (log.messages.length === 0) return null;
  const [heading, hint] =
    log.room.visibility === "direct"
      ? [texts.room.beginningWith(title), texts.room.beginningWithHint]
      : [texts.room.beginning(title), texts.room.beginningHint];
  return (
    <div className="log-beginning" data-testid="beginning">
      <h2>{heading}</h2>
      <p>{log.room.topic === "" ? hint : <bdi>{log.room.topic}</bdi>}</p>
    </div>
  );
}
