import * as api from "../api/rooms";
import { RefusedError } from "../api/http";
import type { Activity, Room, RoomNotice } from "../wire";
import type { Unread } from "../room/unread";
import { Store } from "../store";

export interface RoomListView {
  readonly status: "loading" | "ready" | "failed";
  readonly rooms: ReadonlyMap<number, Room>;
  /** There are more than were loaded. */
  readonly more: boolean;
}

const ASK_AGAIN_MS = 300;

/** The rooms I may see: mine and the public ones, by pages. */
export class RoomList {
  readonly view = new Store<RoomListView>({ status: "loading", rooms: new Map(), more: false });
  #last: number | undefined;
  #reloads = 0;
  readonly #asked = new Set<number>();

  constructor(
    readonly list: typeof api.list = api.list,
    readonly one: typeof api.room = api.room,
  ) {}

  /** All that was loaded, anew: after a time without a connection anything may have changed. */
  async reload(): Promise<void> {
    const reload = ++this.#reloads;
    const upTo = this.#last ?? 0;
    const found = new Map<number, Room>();
    let last: number | undefined;
    let more: boolean;
    try {
      do {
        const page = await this.list(last);
        last = page.rooms.at(-1)?.id ?? last;
        more = page.more;
        for (const [id, room] of this.#newest(page.rooms)) found.set(id, room);
      } while (more && (last ?? 0) < upTo && reload === this.#reloads);
    } catch {
      return this.#failed();
    }
    if (reload !== this.#reloads) return;
    this.#last = last;
    // What lies behind the pages was told of by the server one by one.
    for (const [id, room] of this.view.value.rooms) if (more && id > (last ?? 0)) found.set(id, room);
    this.view.set({ status: "ready", rooms: found, more });
  }

  /** Looks at what was loaded again; what else is held stays. */
  refresh(): Promise<void> {
    return this.reload();
  }

  async loadMore(): Promise<void> {
    try {
      const page = await this.list(this.#last);
      this.#last = page.rooms.at(-1)?.id ?? this.#last;
      const rooms = new Map([...this.view.value.rooms, ...this.#newest(page.rooms)]);
      this.view.set({ status: "ready", rooms, more: page.more });
    } catch {
      this.#failed();
    }
  }

  notice({ room, gone }: RoomNotice): void {
    const rooms = new Map(this.view.value.rooms);
    if (gone === true) rooms.delete(room.id);
    else rooms.set(room.id, withMine(rooms.get(room.id), room));
    this.view.set({ ...this.view.value, rooms });
  }

  /** Another device of mine has read so far; what is left after it the server knows. */
  read(id: number, position: number): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined || (held.read ?? 0) >= position) return;
    if (position >= held.head) this.notice({ room: { ...held, read: position, unread: 0, mentions: 0 } });
    else void this.#ask(id);
  }

  /** The room that is looked at counts by itself. */
  counted(id: number, { read, count, mentions }: Unread): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined) return;
    if (held.read === read && held.unread === count && held.mentions === mentions) return;
    this.notice({ room: { ...held, read, unread: count, mentions } });
  }

  activity({ room: id, head, unread, mentions }: Activity): void {
    const held = this.view.value.rooms.get(id);
    if (held === undefined) void this.#ask(id);
    else this.notice({ room: { ...held, head: Math.max(head, held.head), unread, mentions } });
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
  #newest(page: readonly Room[]): [number, Room][] {
    return page.map((room) => {
      const held = this.view.value.rooms.get(room.id);
      return [room.id, held !== undefined && held.head > room.head ? held : withMine(held, room)];
    });
  }

  #failed(): void {
    this.view.set({ ...this.view.value, status: this.view.value.rooms.size > 0 ? "ready" : "failed" });
  }
}

/** The server may not know yet how far I have read here. */
function withMine(held: Room | undefined, told: Room): Room {
  const room = { ...held, ...told };
  if (held?.read === undefined || held.read <= (told.read ?? 0)) return room;
  return { ...room, read: held.read, unread: held.unread ?? 0, mentions: held.mentions ?? 0 };
}
