import { useEffect } from "react";
import { notifyChoices } from "../browser/notifications";
import { useStore } from "../browser/useStore";
import type { Live } from "../live/live";
import { texts } from "../texts";
import { choiceOf } from "./notifications/useNotifyChoice";
import { waitingIn } from "./notifications/worth";

/** The window's title and mark say where one is, and how much waits. */
export function useAttention(live: Live, name: string): void {
  const { rooms } = useStore(live.rooms.view);
  const choices = useStore(notifyChoices);
  let unread = 0;
  for (const room of rooms.values()) unread += waitingIn(room, choiceOf(choices, live.me, room));
  useEffect(() => {
    document.title = texts.title(name, unread);
    setMark(unread > 0 ? "/favicon-unread.svg" : "/favicon.svg");
  }, [name, unread]);
  useEffect(() => resign, []);
}

/** Nothing waits for whoever is not signed in. */
function resign(): void {
  document.title = texts.product;
  setMark("/favicon.svg");
}

function setMark(file: string): void {
  document.querySelector('link[rel="icon"]')?.setAttribute("href", file);
}
