import { choiceKey, type NotifyChoice, notifyChoices } from "../../browser/notifications";
import { useStore } from "../../browser/useStore";
import type { Room } from "../../wire";
import { useLive } from "../live";

/** What was chosen for a room; a direct room is to me, so all of it is told until another choice is made. */
export function choiceOf(
  choices: Readonly<Record<string, NotifyChoice>>,
  account: number,
  room: Pick<Room, "id" | "visibility">,
): NotifyChoice {
  return choices[choiceKey(account, room.id)] ?? (room.visibility === "direct" ? "all" : "mentions");
}

export function useNotifyChoice(): (room: Pick<Room, "id" | "visibility">) => NotifyChoice {
  const { me } = useLive();
  const choices = useStore(notifyChoices);
  return (room) => choiceOf(choices, me, room);
}
