import { plural } from "./words";

export const rooms = {
  title: "Rooms",
  menu: "Show rooms",
  mine: "Your rooms",
  others: "More public rooms",
  find: "Find a room",
  switch: "Go to a room",
  none: "No room of that name.",
  more: "Show more rooms",
  failed: "The rooms could not be loaded.",
  open: "Open a room",
  openTitle: "Open a new room",
  openHint: "Everybody on this server can find a public room and join it.",
  name: "Name",
  topic: "Topic",
  topicHint: "What it is for, in a few words.",
  nameMissing: "Give the room a name.",
  nameTaken: "There is a room of this name already.",
  opening: "Opening…",
  unread: (count: number) => plural(count, "unread message", "unread messages"),
  archived: "archived",
};
