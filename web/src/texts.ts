import type { Bye, ErrorCode, MemberRole } from "./wire";

/** Every word that the page says, in one place: to translate it, write another of these. */

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`;

/** How many are named before the rest is a number. */
const NAMED = 3;

function several(names: readonly string[]): string {
  if (names.length <= NAMED) return new Intl.ListFormat("en").format(names);
  return `${names.slice(0, NAMED - 1).join(", ")} and ${plural(names.length - NAMED + 1, "other", "others")}`;
}

const ROLES = { owner: "an owner", moderator: "a moderator", member: "a member" } as const;

export const texts = {
  product: "ChatRoom",
  title: (room: string, unread: number) =>
    `${unread === 0 ? "" : `(${unread > 999 ? "999+" : unread}) `}${room === "" ? "" : `${room} · `}ChatRoom`,
  tagline: "Rooms to talk in.",
  close: "Close",
  cancel: "Cancel",
  tryAgain: "Try again",
  loading: "Loading…",
  unreachable: "The server does not answer. Trying again on our own…",
  sidebar: "Rooms and account",
  skip: "Skip",
  skipToRoom: "Skip to the room",

  auth: {
    signIn: "Sign in",
    signInTitle: "Welcome back",
    register: "Create account",
    registerTitle: "Create your account",
    noAccount: "New here?",
    haveAccount: "Have an account already?",
    username: "Username",
    usernameHint: "2–32 letters, digits, dots, dashes or underscores.",
    displayName: "Display name",
    displayNameHint: "How others see you. Your username, if left empty.",
    optional: "optional",
    password: "Password",
    passwordHint: "At least 8 characters. A short sentence is a good one.",
    showPassword: "Show password",
    hidePassword: "Hide password",
    invitation: "Invitation code",
    invitationHint: "From whoever invited you.",
    setupCode: "Set-up code",
    setupCodeHint:
      "The server printed it when it started. It proves that this first account is the operator's.",
    closed: "This server takes no new accounts.",
    usernameMissing: "Enter a username.",
    passwordMissing: "Enter a password.",
    passwordShort: "At least 8 characters, please.",
    taken: "Somebody has this name already.",
    wrong: "This username and password do not go together.",
    wait: (seconds: number) => `Too many tries. You can try again in ${duration(seconds)}.`,
    unavailable: "The server cannot do this right now. Try again in a moment.",
    unreachable: "No answer from the server. Check your connection and try again.",
    checkFields: "Please look at the marked fields.",
    ended: {
      "signed-out": "You are signed out. See you soon.",
      unauthenticated: "Your session has ended. Please sign in again.",
      "other-account": "",
      suspended: "This account is suspended. Ask an administrator of this server.",
      slow: "",
      draining: "",
    } satisfies Record<Bye["reason"] | "unauthenticated" | "other-account", string>,
  },

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

  rooms: {
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
  },

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
    toFirstNew: "Jump to the first of them",
    markRead: "Mark as read",
    toDate: "Jump to a date",
    date: "Date",
    toBeginning: "To the beginning",
    go: "Go",
    messageMissing: "This message is not here.",
    newest: "Jump to the newest message",
    log: (name: string) => `Messages in ${name}`,
    notFound: "There is no such room",
    notFoundHint: "It may have been closed, or it is not yours to see.",
    removed: "You are not in this room any more",
    removedHint: "Somebody who looks after it has removed you.",
    join: "Join this room",
    toLobby: "Go to the lobby",
    refused: "This room cannot be entered right now.",
    archived: "This room is archived. It can be read, but nobody posts here any more.",
    notMember: "You are not a member of this room, so you can read but not post.",
    announced: (author: string, text: string) => `${author}: ${text}`,
    announcedMany: (count: number) => `${count} new messages`,
  },

  /** What was done to a room or its members. */
  changed: {
    me: "You",
    topic: (who: string, topic: string) =>
      topic === "" ? `${who} removed the topic` : `${who} set the topic: \u2068${topic}\u2069`,
    renamed: (who: string, name: string) => `${who} renamed the room to ${name}`,
    archived: (who: string, archived: boolean) => `${who} ${archived ? "archived" : "reopened"} the room`,
    joined: (names: readonly string[]) => `${several(names)} joined`,
    added: (who: string, names: readonly string[]) => `${who} added ${several(names)}`,
    left: (names: readonly string[]) => `${several(names)} left`,
    removed: (who: string, whom: string) => `${who} removed ${whom}`,
    role: (who: string, whom: string, role: MemberRole) =>
      role === "banned" ? `${who} banned ${whom}` : `${who} made ${whom} ${ROLES[role]}`,
  },

  day: { today: "Today", yesterday: "Yesterday" },

  message: {
    deleted: "This message was deleted",
    edited: "edited",
    sending: "Sending…",
    notSent: "Not sent.",
    notYet: "Not sent yet, goes out by itself.",
    willRetry: "Not sent yet: waiting for the connection.",
    retry: "Retry",
    retryIn: (seconds: number) => `Retry in ${seconds} s`,
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
  },

  composer: {
    label: "Message",
    placeholder: (room: string) => `Message ${room}`,
    hint: "Enter sends, Shift + Enter starts a new line",
    send: "Send",
    people: "People",
    found: (count: number) => plural(count, "person", "people"),
    answering: "Answering",
    answerNothing: "Do not answer it",
    left: (count: number) => `${count.toLocaleString()} characters left`,
    tooLong: (count: number) => `${plural(count, "character", "characters")} too long`,
    slowMode: (seconds: number) => `Slow mode: you can post again in ${duration(seconds)}.`,
    rateLimited: (seconds: number) => `A little slower, please: you can post again in ${duration(seconds)}.`,
  },

  typing: (names: readonly string[]) => {
    if (names.length === 1) return `${names[0]} is typing…`;
    if (names.length === 2) return `${names[0]} and ${names[1]} are typing…`;
    return "Several people are typing…";
  },

  people: {
    title: "Online",
    show: "Who is online",
    hide: "Hide who is online",
    count: (count: number) => `${count.toLocaleString()} online`,
    you: "you",
    tooMany: "Too many to name.",
  },

  account: {
    menu: "Account",
    signOut: "Sign out",
    signOutFailed: "The server did not answer, so you are still signed in. Try again in a moment.",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    auto: "As the system",
  },

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

export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${seconds % 60} s`;
}
