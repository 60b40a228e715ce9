import { Store } from "../store";

/** Of which messages of a room this browser tells while one looks elsewhere. */
export type NotifyChoice = "all" | "mentions" | "nothing";
export const NOTIFY_CHOICES: readonly NotifyChoice[] = ["all", "mentions", "nothing"];

export type Desktop = "unsupported" | "denied" | "off" | "on";

const WISH = "chatroom.notifications";
const CHOICES = "chatroom.notify";

/** What could not be kept in the browser, and holds for this page then. */
const unkept = new Map<string, string>();

/** Whether this browser notifies at all. Its permission is asked for only when somebody wishes it. */
export const desktop = new Store<Desktop>(now());

/** By account and room, what was chosen. */
export const notifyChoices = new Store<Readonly<Record<string, NotifyChoice>>>(remembered());

export const choiceKey = (account: number, room: number): string => `${account}.${room}`;

export async function turnOn(): Promise<void> {
  if (Notification.permission === "default") await Notification.requestPermission();
  // Other windows hear of it now, and look at the permission.
  keep(WISH, "on");
  desktop.set(now());
}

export function turnOff(): void {
  keep(WISH, "off");
  desktop.set(now());
}

export function chooseNotify(account: number, room: number, choice: NotifyChoice): void {
  notifyChoices.set({ ...notifyChoices.value, [choiceKey(account, room)]: choice });
  keep(CHOICES, JSON.stringify(notifyChoices.value));
}

const shownNow = new Map<string, Notification>();

/** One for each tag: a newer takes the place of the one before, and is told like a first one. */
export function notify(title: string, body: string, tag: string, onClick: () => void): void {
  if (desktop.value !== "on") return;
  // Known to browsers and not to the compiler's list.
  const options: NotificationOptions & { renotify: boolean } = {
    body,
    tag,
    renotify: true,
    icon: "/favicon.svg",
  };
  try {
    const shown = new Notification(title, options);
    shownNow.set(tag, shown);
    shown.onclose = () => {
      if (shownNow.get(tag) === shown) shownNow.delete(tag);
    };
    shown.onclick = () => {
      window.focus();
      onClick();
      shown.close();
    };
  } catch {
    // Some browsers on phones notify from service workers only.
  }
}

/** What it told of has been read. */
export function unnotify(tag: string): void {
  shownNow.get(tag)?.close();
  shownNow.delete(tag);
}

// Another window of this browser chose.
window.addEventListener("storage", ({ key }) => {
  // Without a name: all was forgotten.
  if (key === null) unkept.clear();
  else unkept.delete(key);
  if (key === null || key === CHOICES) notifyChoices.set(remembered());
  if (key === null || key === WISH) desktop.set(now());
});
// The permission may have been given or taken away where no page is told of it.
window.addEventListener("focus", () => desktop.set(now()));

function now(): Desktop {
  if (!("Notification" in window)) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return Notification.permission === "granted" && held(WISH) === "on" ? "on" : "off";
}

function remembered(): Readonly<Record<string, NotifyChoice>> {
  try {
    const kept: unknown = JSON.parse(held(CHOICES) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const known = Object.entries(kept).filter(([, choice]) =>
      NOTIFY_CHOICES.includes(choice as NotifyChoice),
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

function held(name: string): string | null {
  try {
    return unkept.get(name) ?? localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
    unkept.delete(name);
  } catch {
    unkept.set(name, value);
  }
}
