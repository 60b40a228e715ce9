import { Store } from "../store";

export const LOBBY = 1;

/** Ids only: a room can be renamed, a link must hold. */
export interface Place {
  readonly room: number;
  /** The message that the address leads to. */
  readonly message?: number;
}

/** Where the page is. */
export const place = new Store<Place>(read());

export function pathOf(room: number, message?: number): string {
  return message === undefined ? `/rooms/${room}` : `/rooms/${room}/${message}`;
}

/** To a room, or a message in it; to the same message again too. */
export function goTo(room: number, message?: number): void {
  const path = pathOf(room, message);
  if (message === undefined && place.value.room === room) return;
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

window.addEventListener("popstate", () => place.set(read()));

function read(): Place {
  const [, room, message] = /^\/rooms\/(\d{1,16})(?:\/(\d{1,16}))?\/?$/.exec(window.location.pathname) ?? [];
  return {
    room: idOf(room) ?? LOBBY,
    ...(idOf(message) === undefined ? {} : { message: Number(message) }),
  };
}

function idOf(digits: string | undefined): number | undefined {
  const id = Number(digits);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
