import { useEffect } from "react";
import { sayAttended } from "../../browser/attended";
import type { Live } from "../../live/live";
import { Teller } from "./teller";

/** Tells of new messages while one looks at something else, by the counts of the room list. */
export function useNotifications(live: Live): void {
  useEffect(() => sayAttended(), []);
  useEffect(() => {
    const teller = new Teller(live);
    const stop = live.rooms.view.subscribe(() => teller.look());
    return () => {
      stop();
      teller.end();
    };
  }, [live]);
}
