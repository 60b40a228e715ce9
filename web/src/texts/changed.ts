import type { MemberRole } from "../wire";
import { duration, plural } from "./words";

/** How many are named before the rest is a number. */
const NAMED = 3;

function several(names: readonly string[]): string {
  if (names.length <= NAMED) return new Intl.ListFormat("en").format(names);
  return `${names.slice(0, NAMED - 1).join(", ")} and ${plural(names.length - NAMED + 1, "other", "others")}`;
}

const ROLES = { owner: "an owner", moderator: "a moderator", member: "a member" } as const;

/** What was done to a room or its members. */
export const changed = {
  me: "You",
  /** Where it was done to me. */
  meDone: "you",
  topic: (who: string, topic: string) =>
    topic === "" ? `${who} removed the topic` : `${who} set the topic: \u2068${topic}\u2069`,
  renamed: (who: string, name: string) => `${who} renamed the room to ${name}`,
  archived: (who: string, archived: boolean) => `${who} ${archived ? "archived" : "reopened"} the room`,
  slowMode: (who: string, seconds: number) =>
    seconds === 0 ? `${who} ended slow mode` : `${who} set slow mode: a message every ${duration(seconds)}`,
  automaticSlowMode: (seconds: number) =>
    `Messages came too fast, so slow mode is on: one message every ${duration(seconds)}`,
  calmAgain: (seconds: number) =>
    seconds === 0
      ? "It is calm again: slow mode has ended"
      : `It is calm again: a message every ${duration(seconds)}`,
  joined: (names: readonly string[]) => `${several(names)} joined`,
  added: (who: string, names: readonly string[]) => `${who} added ${several(names)}`,
  left: (names: readonly string[]) => `${several(names)} left`,
  removed: (who: string, whom: string) => `${who} removed ${whom}`,
  unbanned: (who: string, whom: string) => `${who} lifted the ban on ${whom}`,
  role: (who: string, whom: string, role: MemberRole) =>
    role === "banned" ? `${who} banned ${whom}` : `${who} made ${whom} ${ROLES[role]}`,
};
