import { useEffect } from "react";
import { useStore } from "../browser/useStore";
import type { Live } from "../live/live";
import { texts } from "../texts";

/** The window's title and mark say where one is, and how much waits. */
export function useAttention(live: Live, name: string): void {
  const { rooms } = useStore(live.rooms.view);
  let unread = 0;
  // Of an archived room nothing waits: it is not in the list, where one could look at it.
  for (const room of rooms.values()) if (room.joined && !room.archived) unread += room.unread ?? 0;
  useEffect(() => {
    document.title = texts.title(name, unread);
    document
      .querySelector('link[rel="icon"]')
      ?.setAttribute("href", unread > 0 ? "/favicon-unread.svg" : "/favicon.svg");
    return () => {
      document.title = texts.product;
    };
  }, [name, unread]);
}
