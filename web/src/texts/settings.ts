import { plural } from "./words";

export const settings = {
  title: "Settings",
  sections: {
    profile: "Profile",
    password: "Password",
    sessions: "Sessions",
    notifications: "Notifications",
    appearance: "Appearance",
    deletion: "Delete account",
  },

  profile: {
    displayName: "Display name",
    hint: "How others see you. Your username, if left empty. What you posted before keeps the name it had.",
    username: "Username",
    usernameHint: "The name you sign in with. It stays as it is.",
  },

  password: {
    intro: "When you change your password, you are signed out everywhere but here.",
    current: "Current password",
    password: "New password",
    currentMissing: "Enter your current password.",
    wrong: "This is not your current password.",
    change: "Change password",
  },

  sessions: {
    intro: "Where you are signed in. Sign out any you do not recognise or no longer use.",
    current: "This one",
    unknownAgent: "Unknown device",
    /** Of a browser and a system. */
    device: (browser: string, system: string) => `${browser} on ${system}`,
    since: (time: string) => `Signed in ${time}`,
    seen: (time: string) => `last used ${time}`,
    end: "Sign out",
    endOf: (device: string) => `Sign out ${device}`,
    ended: (device: string) => `${device} is signed out.`,
    others: "Sign out everywhere else",
    othersTitle: "Sign out everywhere else?",
    othersHint: (count: number) => `${plural(count, "other session ends", "other sessions end")} at once.`,
  },

  notifications: {
    desktop: "Desktop notifications",
    off: "This browser can tell you of new messages while you look at something else.",
    on: "This browser tells you of new messages while you look at something else.",
    denied:
      "This browser does not let ChatRoom notify you. You can allow it in the browser's settings for this site.",
    unsupported: "This browser cannot notify.",
    turnOn: "Turn on",
    turnOff: "Turn off",
    rooms: "Room by room",
    roomsHint: "Kept in this browser. You can also choose in the details of a room.",
    ofRoom: (room: string) => `Notifications for ${room}`,
    choices: { all: "All messages", mentions: "Mentions only", nothing: "Nothing" },
  },

  appearance: {
    intro: "How ChatRoom looks in this browser.",
  },

  deletion: {
    intro:
      "Your account and all your sessions end at once, and your username is free for others. This cannot be undone.",
    posts: "What happens to your messages?",
    keep: "They stay, under “deleted account”",
    remove: "They are deleted too",
    password: "Your password, to be sure that it is you",
    passwordMissing: "Enter your password.",
    wrong: "This is not your password.",
    action: "Delete my account",
  },
};
