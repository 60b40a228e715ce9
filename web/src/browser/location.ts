import { Store } from "../store";
import { LOBBY } from "../wire";

export { LOBBY };

const SECTIONS = {
  settings: ["profile", "password", "sessions", "notifications", "appearance", "deletion"],
  administration: ["accounts", "invitations", "connections"],
  room: ["about", "members"],
} as const;

export type SettingsSection = (typeof SECTIONS)["settings"][number];
export type AdministrationSection = (typeof SECTIONS)["administration"][number];
export type RoomSection = (typeof SECTIONS)["room"][number];

/** A dialog that has an address of its own. */
export type Panel =
  | { readonly of: "settings"; readonly section: SettingsSection }
  | { readonly of: "administration"; readonly section: AdministrationSection }
  | { readonly of: "room"; readonly section: RoomSection };

export interface Place {
  readonly room: number;
  /** The message that the address leads to. */
  readonly message?: number;
  readonly panel?: Panel;
}

/** What the browser keeps for us with an entry of its history. */
interface Entry {
  /** The room behind a dialog whose address names none. */
  readonly room?: number;
  /** The dialog was opened from the page, so "back" closes it. */
  readonly opened?: boolean;
}

/** Where the page is. Ids only: a room can be renamed, a link must hold. */
export const place = new Store<Place>(read());

export function pathOf(room: number, message?: number): string {
  return message === undefined ? `/rooms/${room}` : `/rooms/${room}/${message}`;
}

/** To a room, or a message in it; to the same message again too. */
export function goTo(room: number, message?: number): void {
  const path = pathOf(room, message);
  const { value } = place;
  if (message === undefined && value.room === room && value.panel === undefined) return;
  if (window.location.pathname !== path) window.history.pushState(null, "", path);
  place.set(read());
}

/** One is not at the message any more that the address led to. */
export function leaveMessage(): void {
  const { room, message } = place.value;
  if (message === undefined) return;
  window.history.replaceState(null, "", pathOf(room));
  place.set(read());
}

export function panelPath(panel: Panel, room = place.value.room): string {
  return panel.of === "room" ? `${pathOf(room)}/${panel.section}` : `/${panel.of}/${panel.section}`;
}

/** Opens a dialog; from one to another is no step that "back" would take. */
export function openPanel(panel: Panel): void {
  // Closed again, it leads to where one has scrolled, not to the message once more.
  leaveMessage();
  const { room, panel: shown } = place.value;
  if (shown === undefined)
    window.history.pushState({ room, opened: true } satisfies Entry, "", panelPath(panel));
  else window.history.replaceState({ ...entry(), room } satisfies Entry, "", panelPath(panel));
  place.set(read());
}

export function closePanel(): void {
  const { room, panel } = place.value;
  if (panel === undefined) return;
  if (entry().opened === true) return window.history.back();
  window.history.replaceState(null, "", pathOf(room));
  place.set(read());
}

window.addEventListener("popstate", () => place.set(read()));

function entry(): Entry {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null ? state : {};
}

function read(): Place {
  const [, first, second, third] = window.location.pathname.split("/");
  if (first === "rooms") {
    const section = among(SECTIONS.room, third);
    const message = idOf(third);
    return {
      room: idOf(second) ?? LOBBY,
      ...(message !== undefined && { message }),
      ...(section && { panel: { of: "room", section } }),
    };
  }
  const room = entry().room ?? LOBBY;
  if (first === "settings")
    return { room, panel: { of: first, section: among(SECTIONS.settings, second) ?? "profile" } };
  if (first === "administration")
    return { room, panel: { of: first, section: among(SECTIONS.administration, second) ?? "accounts" } };
  return { room };
}

function among<T extends string>(names: readonly T[], name: string | undefined): T | undefined {
  return names.find((one) => one === name);
}

function idOf(text: string | undefined): number | undefined {
  const id = /^\d{1,16}$/.test(text ?? "") ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
