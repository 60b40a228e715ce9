import { useEffect } from "react";
import * as api from "../../api/rooms";
import { attendedAnywhere, sayAttended, takeTurnsToTell } from "../../browser/attended";
import { goTo } from "../../browser/location";
import { desktop, notify, notifyChoices, unnotify } from "../../browser/notifications";
import type { Live } from "../../live/live";
import { titleOf } from "../roomTitle";
import { type Desk, Teller } from "./teller";
import { choiceOf } from "./useNotifyChoice";

/** So many of the newest are looked through for the one that is told. */
const LOOKED_AT = 20;

/** Tells of new messages while one looks at something else, by the counts of the room list. */
export function useNotifications(live: Live): void {
  useEffect(() => sayAttended(), []);
  useEffect(() => {
    const teller = new Teller(live.account, live.rooms.view, deskOf(live));
    return () => teller.end();
  }, [live]);
}

function deskOf({ me }: Live): Desk {
  const tagOf = (room: number) => `room-${room}`;
  return {
    desktop,
    choice: (room) => choiceOf(notifyChoices.value, me, room),
    takeTurns: () => takeTurnsToTell(me),
    attended: attendedAnywhere,
    newest: async (room) => (await api.messages(room.id, { limit: LOOKED_AT })).messages,
    titleOf: (room) => titleOf(room, me),
    show: (room, title, body) => notify(title, body, tagOf(room.id), () => goTo(room.id)),
    takeBack: (room) => unnotify(tagOf(room)),
  };
}
