import { plural } from "./words";

export const people = {
  title: "Online",
  show: "Who is online",
  hide: "Hide who is online",
  count: (count: number) => `${count.toLocaleString()} online`,
  you: "you",
  tooMany: "Too many to name.",
  byName: "A name or username",
  found: "People found",
  foundCount: (count: number) => plural(count, "person", "people"),
  none: "Nobody of that name.",
  noneElse: "Nobody else of that name.",
  notAsked: "The server could not be asked.",
  drop: (name: string) => `Remove ${name}`,
  write: (name: string) => `Write to ${name}`,
};
