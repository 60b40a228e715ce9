import * as api from "../api/rooms";
import { RefusedError } from "../api/http";
import { describedAnew } from "../room/description";
import type { Activity, Room, RoomNotice } from "../wire";
import type { Unread } from "../room/unread";
import { Store } from "../store";

export interface RoomListView {
  readonly status: "loading" | "ready" | "failed";
  readonly rooms: ReadonlyMap<number, Room>;
  /** There are more public ones than were loaded. */
  readonly more: boolean;
}

const ASK_AGAIN_MS = 300;

/** As many as the server gives at once. */
const PAGE = 200;

/** The rooms I may see: all of mine, and of the public ones as many pages as somebody looked at. */
export class RoomList {
  readonly view = new Store<RoomListView>({ status: "loading", rooms: new Map(), more: false });
  #last: number | undefined;
  #reloads = 0;
  readonly #asked = new Set<number>();
  /** What the server told of by itself since a reload began; its pages may be older. */
  readonly #noticed = new Set<number>();

  constructor(
    readonly list: (which: api.Which) => ReturnType<typeof api.list> = api.list,
    readonly one: typeof api.room = api.room,
  ) {}

  /** All that was loaded, anew: after a time without a connection anything may have changed. */
  async reload(): Promise<void> {
    const reload = ++this.#reloads;
    const upTo = this.#last ?? 0;
    this.#noticed.clear();
    try {
      const mine = await this.#pages({ joined: "true", limit: PAGE }, () => reload === this.#reloads);
      if (reload !== this.#reloads) return;
      // They need not wait for the others.
      if (this.view.value.status !== "ready") this.#show(mine.found, this.view.value.more);
      const inSight = (last: number) => last < upTo && reload === this.#reloads;
      const { found, last, more } = await this.#pages({}, inSight);
      if (reload !== this.#reloads) return;
      this.#last = last;
      // What lies behind the pages was told of by the server one by one.
      for (const [id, room] of this.view.value.rooms)
        if (more && id > (last ?? 0) && !room.joined) found.set(id, room);
      for (const [id, room] of mine.found) found.set(id, room);
      this.#show(found, more);
    } catch {
      if (reload === this.#reloads) this.#failed();
    }
  }

  async loadMore(): Promise<void> {
    try {
      const { found, last, more } = await this.#pages({ after: this.#last }, () => false);
      this.#last = last;
      const { rooms } = this.view.value;
      // Gone while the page was on its way.
      for (const id of this.#noticed) if (!rooms.has(id)) found.delete(id);
      this.view.set({ status: "ready", rooms: new Map([...rooms, ...this.#newest(found)]), more });
    } catch {
      this.#failed();
    }
  }

  /** A page, and as many more as are wanted after the last one's last id. */
  async #pages(which: api.Which, wanted: (last: number) => boolean) {
    const found = new Map<number, Room>();
    let last = which.after;
    let more: boolean;
    do {
      const page = await this.list({ ...which, after: last });
      last = page.rooms.at(-1)?.id ?? last;
      more = page.more;
      for (const room of page.rooms) found.set(room.id, room);
    } while (more && wanted(last ?? 0));
    return { found, last, more };
  }

  #show(pages: ReadonlyMap<number, Room>, more: boolean): void {
    const { rooms } = this.view.value;
    const found = this.#newest(pages);
    for (const id of this.#noticed) {
      const room = rooms.get(id);
      if (room === undefined) found.delete(id);
      else found.set(id, room);
    }
    this.view.set({ status: "ready", rooms: found, more });
  }

  notice({ room, gone }: RoomNotice): void {
    this.#noticed.add(room.id);
    if (gone !== true) return this.#hold(room);
    const rooms = new Map(this.view.value.rooms);
    rooms.delete(room.id);
    this.view.set({ ...this.view.value, rooms });
  }

  /** Another device of mine has read so far; what is left after it the server knows. */
  read(id: number, position: number): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined || (held.read ?? 0) >= position) return;
    if (position >= held.head) this.#hold({ ...held, read: position, unread: 0, mentions: 0 });
    else void this.#ask(id);
  }

  /** The room that is looked at counts by itself. */
  counted(id: number, { read, count, mentions }: Unread): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined) return;
    if (held.read === read && held.unread === count && held.mentions === mentions) return;
    this.#hold({ ...held, read, unread: count, mentions });
  }

  activity({ room: id, head, unread, mentions }: Activity): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined) void this.#ask(id);
    else this.#hold({ ...held, head: Math.max(head, held.head), unread, mentions });
  }

  #hold(room: Room): void {
    const rooms = new Map(this.view.value.rooms);
    rooms.set(room.id, withMine(rooms.get(room.id), room));
    this.view.set({ ...this.view.value, rooms });
  }

  /** Many words of one room in a row are answered by one look. */
  async #ask(id: number): Promise<void> {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    this.#asked.delete(id);
    try {
      this.notice({ room: await this.one(id) });
    } catch (error) {
      if (error instanceof RefusedError && error.code === "not-found")
        this.notice({ room: { id }, gone: true });
    }
  }

  /** What I hold of a room may be newer than a page that was on its way: I may have entered it meanwhile. */
  #newest(pages: ReadonlyMap<number, Room>): Map<number, Room> {
    return new Map(
      [...pages].map(([id, room]) => {
        const held = this.view.value.rooms.get(id);
        return [id, held !== undefined && held.head > room.head ? held : withMine(held, room)];
      }),
    );
  }

  #failed(): void {
    const { status, rooms, more } = this.view.value;
    // Where mine came and no public one did, those are still to be had.
    if (status === "ready") this.view.set({ status, rooms, more: more || this.#last === undefined });
    // One that was told of meanwhile is not all of mine.
    else this.view.set({ status: "failed", rooms, more });
  }
}

/** The server may not know yet how far I have read here. */
function withMine(held: Room | undefined, told: Room): Room {
  const room = describedAnew(held, told);
  if (held?.read === undefined || held.read <= (told.read ?? 0)) return room;
  return { ...room, read: held.read, unread: held.unread ?? 0, mentions: held.mentions ?? 0 };
}
