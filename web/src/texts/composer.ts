import { duration, plural } from "./words";

export const composer = {
  label: "Message",
  placeholder: (room: string) => `Message ${room}`,
  hint: "Enter sends, Shift + Enter starts a new line",
  send: "Send",
  people: "People",
  found: (count: number) => plural(count, "person", "people"),
  answering: "Replying to",
  answerNothing: "Cancel reply",
  left: (count: number) => `${count.toLocaleString()} characters left`,
  tooLong: (count: number) => `${plural(count, "character", "characters")} too long`,
  slowMode: (seconds: number) => `Slow mode: you can post again in ${duration(seconds)}.`,
  rateLimited: (seconds: number) => `A little slower, please: you can post again in ${duration(seconds)}.`,
};
