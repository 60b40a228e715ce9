export const people = {
  title: "Online",
  show: "Who is online",
  hide: "Hide who is online",
  count: (count: number) => `${count.toLocaleString()} online`,
  you: "you",
  tooMany: "Too many to name.",
  byName: "A name or username",
  found: "People found",
  none: "Nobody of that name.",
  drop: (name: string) => `Take ${name} off`,
  write: (name: string) => `Write to ${name}`,
};
