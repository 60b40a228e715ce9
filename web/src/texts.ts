import { account } from "./texts/account";
import { administration } from "./texts/administration";
import { auth } from "./texts/auth";
import { changed } from "./texts/changed";
import { composer } from "./texts/composer";
import { message } from "./texts/message";
import { details, members } from "./texts/details";
import { people } from "./texts/people";
import { room } from "./texts/room";
import { rooms } from "./texts/rooms";
import { settings } from "./texts/settings";
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
  unreachable: "The server does not answer. Trying again automatically…",
  sidebar: "Rooms and account",
  skip: "Skip",
  skipToRoom: "Skip to the room",

  auth,

  replaced: {
    title: "Somebody else is signed in now",
    hint: (name: string) =>
      `In another tab of this browser, another account was signed in, so ${name} is not here any more. What was not sent is kept.`,
    goOn: "Go on with the new account",
  },

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

  room,

  /** What was done to a room or its members. */
  changed,

  day: { now: "just now", today: "Today", yesterday: "Yesterday" },

  message,

  composer,

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
    conflict: "It conflicts with what is already there.",
    unavailable: "The server cannot do this right now.",
    internal: "Something went wrong on the server.",
  } satisfies Record<ErrorCode, string>,
};
