export const people = {
  title: "Online",
  show: "Who is online",
  hide: "Hide who is online",
  count: (count: number) => `${count.toLocaleString()} online`,
  you: "you",
  tooMany: "Too many to name.",
};
