import * as api from "../api/rooms";
import type { Activity, Room, RoomNotice } from "../wire";
import { Store } from "../store";

export interface RoomListView {
  readonly status: "loading" | "ready" | "failed";
  readonly rooms: ReadonlyMap<number, Room>;
  /** There are more than were loaded. */
  readonly more: boolean;
}

/** The rooms I may see: mine and the public ones, by pages. */
export class RoomList {
  readonly view = new Store<RoomListView>({ status: "loading", rooms: new Map(), more: false });
  #last: number | undefined;

  /** From the first page again: after a time without a connection anything may have changed. */
  async reload(): Promise<void> {
    this.#last = undefined;
    await this.#load(new Map());
  }

  /** Looks at the first page anew, keeping what else is held. */
  async refresh(): Promise<void> {
    try {
      const page = await api.list();
      const rooms = new Map([...this.view.value.rooms, ...this.#newest(page.rooms)]);
      this.view.set({ ...this.view.value, status: "ready", rooms });
    } catch {
      // The next look may be luckier.
    }
  }

  async loadMore(): Promise<void> {
    await this.#load(this.view.value.rooms);
  }

  notice({ room, gone }: RoomNotice): void {
    const rooms = new Map(this.view.value.rooms);
    if (gone === true) rooms.delete(room.id);
    else rooms.set(room.id, { ...rooms.get(room.id), ...room });
    this.view.set({ ...this.view.value, rooms });
  }

  read(id: number, position: number, unread: number): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined || (held.read ?? 0) >= position) return;
    this.notice({
      room: { ...held, read: position, unread, mentions: unread === 0 ? 0 : (held.mentions ?? 0) },
    });
  }

  unread(id: number, count: number): void {
    const held = this.view.value.rooms.get(id);
    if (held !== undefined && held.unread !== count) this.notice({ room: { ...held, unread: count } });
  }

  activity({ room: id, head, unread, mentions }: Activity): void {
    const held = this.view.value.rooms.get(id);
    if (held !== undefined) this.notice({ room: { ...held, head, unread, mentions } });
  }

  /** What I hold of a room may be newer than a page that was on its way: I may have entered it meanwhile. */
  #newest(page: readonly Room[]): [number, Room][] {
    return page.map((room) => {
      const held = this.view.value.rooms.get(room.id);
      return [room.id, held !== undefined && held.head > room.head ? held : room];
    });
  }

  async #load(held: ReadonlyMap<number, Room>): Promise<void> {
    try {
      const page = await api.list(this.#last);
      this.#last = page.rooms.at(-1)?.id ?? this.#last;
      const rooms = new Map([...held, ...this.#newest(page.rooms)]);
      this.view.set({ status: "ready", rooms, more: page.more });
    } catch {
      this.view.set({ ...this.view.value, status: this.view.value.rooms.size > 0 ? "ready" : "failed" });
    }
  }
}
