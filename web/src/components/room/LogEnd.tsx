import type { RoomView } from "../../room/roomView";
import { texts } from "../../texts";
import { HistoryProblem } from "./HistoryProblem";
import { Skeleton } from "./Skeleton";

interface Properties {
  history: RoomView["history"];
  /** What comes next is held here. */
  held: boolean;
  onRetry: () => void;
}

/** What stands below the newest message shown, where that is not the newest there is. */
export function LogEnd({ history, held, onRetry }: Properties) {
  if (history === "failed" && !held)
    return <HistoryProblem text={texts.room.newerFailed} onRetry={onRetry} />;
  return <Skeleton rows={3} label={texts.room.loadingNewer} />;
}
