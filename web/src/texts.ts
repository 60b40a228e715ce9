import { account } from "./texts/account";
import { administration } from "./texts/administration";
import { auth } from "./texts/auth";
import { details, members } from "./texts/details";
import { people } from "./texts/people";
import { rooms } from "./texts/rooms";
import { settings } from "./texts/settings";
import { duration, plural } from "./texts/words";
import type { ErrorCode } from "./wire";

/** Every word that the page says, here and in texts/: to translate it, write another of these. */

export const texts = {
  product: "ChatRoom",
  title: (room: string, unread: number) =>
    `${unread === 0 ? "" : `(${unread > 999 ? "999+" : unread}) `}${room === "" ? "" : `${room} · `}ChatRoom`,
  tagline: "Rooms to talk in.",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved",
  copied: "Copied",
  notCopied: "Could not be copied",
  tryAgain: "Try again",
  loading: "Loading…",
  unreachable: "The server does not answer. Trying again on our own…",
  sidebar: "Rooms and account",
  skip: "Skip",
  skipToRoom: "Skip to the room",

  auth,

  connection: {
    connecting: "Connecting…",
    connected: "Connected",
    back: "Back online",
    lost: "Connection lost.",
    draining: "The server is restarting.",
    retryIn: (seconds: number) => `Trying again in ${seconds} s`,
    tryNow: "Try now",
    offline: "You are offline. Messages wait here until you are back.",
  },

  rooms,

  details,

  members,

  room: {
    members: (count: number) => plural(count, "member", "members"),
    beginning: (name: string) => `This is the beginning of ${name}`,
    beginningHint: "Everything said here so far is below.",
    empty: "Nothing has been said here yet. Say hello!",
    loadingHistory: "Loading earlier messages",
    historyFailed: "Earlier messages could not be loaded.",
    hole: (count: number) => `${plural(count, "message", "messages")} went by faster than anyone reads`,
    fillHole: "Show them",
    newMessages: (count: number) => plural(count, "new message", "new messages"),
    newLine: "New",
    newest: "Jump to the newest message",
    log: (name: string) => `Messages in ${name}`,
    notFound: "There is no such room",
    notFoundHint: "It may have been closed, or it is not yours to see.",
    toLobby: "Go to the lobby",
    refused: "This room cannot be entered right now.",
    archived: "This room is archived. It can be read, but nobody posts here any more.",
    notMember: "You are not a member of this room, so you can read but not post.",
    announced: (author: string, text: string) => `${author}: ${text}`,
    announcedMany: (count: number) => `${count} new messages`,
  },

  day: { now: "just now", today: "Today", yesterday: "Yesterday" },

  message: {
    deleted: "This message was deleted",
    edited: "edited",
    sending: "Sending…",
    notSent: "Not sent.",
    willRetry: "Not sent yet: waiting for the connection.",
    retry: "Retry",
    retryIn: (seconds: number) => `Retry in ${seconds} s`,
    discard: "Discard",
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
  },

  composer: {
    label: "Message",
    placeholder: (room: string) => `Message ${room}`,
    hint: "Enter sends, Shift + Enter starts a new line",
    send: "Send",
    left: (count: number) => `${count.toLocaleString()} characters left`,
    tooLong: (count: number) => `${plural(count, "character", "characters")} too long`,
    slowMode: (seconds: number) => `Slow mode: you can post again in ${duration(seconds)}.`,
    rateLimited: (seconds: number) => `A little slower, please: you can post again in ${duration(seconds)}.`,
  },

  notification: (author: string, room: string) => `${author} in ${room}`,

  typing: (names: readonly string[]) => {
    if (names.length === 1) return `${names[0]} is typing…`;
    if (names.length === 2) return `${names[0]} and ${names[1]} are typing…`;
    return "Several people are typing…";
  },

  people,

  account,

  settings,

  administration,

  /** What went wrong, when nothing nearer is known. */
  refusal: {
    invalid: "The server did not accept it.",
    unauthenticated: "You are not signed in any more.",
    forbidden: "You may not do this.",
    "not-found": "It is not there any more.",
    taken: "The name is taken.",
    "too-large": "It is too large.",
    "rate-limited": "Too fast.",
    "slow-mode": "This room is in slow mode.",
    archived: "This room is archived.",
    conflict: "It contradicts what is there.",
    unavailable: "The server cannot do this right now.",
    internal: "Something went wrong on the server.",
  } satisfies Record<ErrorCode, string>,
};
