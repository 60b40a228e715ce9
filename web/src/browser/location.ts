import { Store } from "../store";

export const LOBBY = 1;

/** Where the page is. Ids only: a room can be renamed, a link must hold. */
export const place = new Store<{ readonly room: number }>(read());

export function pathOf(room: number): string {
  return `/rooms/${room}`;
}

export function goTo(room: number): void {
  if (place.value.room === room) return;
  window.history.pushState(null, "", pathOf(room));
  place.set(read());
}

window.addEventListener("popstate", () => place.set(read()));

function read(): { room: number } {
  const id = Number(/^\/rooms\/(\d{1,16})\/?$/.exec(window.location.pathname)?.[1]);
  return { room: Number.isSafeInteger(id) && id > 0 ? id : LOBBY };
}
