import { plural } from "./words";

export const message = {
  deleted: "This message was deleted",
  edited: "edited",
  sending: "Sending…",
  notSent: "Not sent.",
  /** What the server calls `text`. */
  text: "The text",
  notYet: "Not sent yet, goes out by itself.",
  willRetry: "Not sent yet: waiting for the connection.",
  rewrite: "Edit",
  retry: "Try again",
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  discard: "Discard",
  reply: "Reply",
  answers: "In answer to",
  quoteMissing: "A message that is not here",
  copyLink: "Copy link",
  linkCopied: "Link copied.",
  linkInAddress: "The link is in the address bar.",
  said: (author: string, time: string) => `${author}, ${time}`,
  edit: "Edit message",
  save: "Save",
  saving: "Saving…",
  remove: "Delete message",
  removeTitle: "Delete this message?",
  removeHint: "Everybody sees that something was here, but not what.",
  removeConfirm: "Delete",
  react: "React",
  reaction: (emoji: string, count: number, mine: boolean) =>
    `${emoji} ${plural(count, "reaction", "reactions")}${mine ? ", yours too" : ""}`,
  actions: "Actions on this message",
};
