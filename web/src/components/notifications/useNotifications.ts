import { useEffect } from "react";
import * as api from "../../api/rooms";
import { goTo } from "../../browser/location";
import { notify, notifyChoices } from "../../browser/notifications";
import type { Live } from "../../live/live";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { choiceOf } from "./useNotifyChoice";

const LONGEST = 160;

/** Tells of new messages while one looks at something else, by the counts of the room list. */
export function useNotifications(live: Live): void {
  useEffect(() => {
    let before: ReadonlyMap<number, Room> = live.rooms.view.value.rooms;
    return live.rooms.view.subscribe(() => {
      const { rooms } = live.rooms.view.value;
      for (const room of rooms.values()) {
        const held = before.get(room.id);
        if (held !== undefined && tells(live.me, held, room)) void tell(room);
      }
      before = rooms;
    });
  }, [live]);
}

function tells(me: number, before: Room, room: Room): boolean {
  if (!room.joined || (!document.hidden && document.hasFocus())) return false;
  const grew = (count: "unread" | "mentions") => (room[count] ?? 0) > (before[count] ?? 0);
  switch (choiceOf(notifyChoices.value, me, room)) {
    case "all":
      return grew("unread");
    case "mentions":
      return grew("mentions");
    case "nothing":
      return false;
  }
}

async function tell(room: Room): Promise<void> {
  let body = texts.rooms.unread(room.unread ?? 0);
  let title = room.name;
  try {
    const newest = (await api.messages(room.id, { limit: 1 })).messages.at(-1);
    if (newest !== undefined && newest.deleted === undefined) {
      body = newest.text.slice(0, LONGEST);
      title =
        room.visibility === "direct" ? newest.author.name : texts.notification(newest.author.name, room.name);
    }
  } catch {
    // The count is told then.
  }
  notify(title || texts.product, body, `room-${room.id}`, () => goTo(room.id));
}
