import * as api from "../api/rooms";
import type { Account, Bye, Room } from "../wire";
import { type Host, RoomStore } from "./roomStore";
import { Connection } from "./connection";
import { Outbox } from "./outbox";
import { OutgoingStorage } from "./outgoingStorage";
import { RoomList } from "./roomList";

/** Rooms whose log is kept when another is looked at. */
const KEPT = 8;
const TELL_READ_MS = 1_000;

/** All that lives while one account is signed in on this page; `close` ends it. */
export class Live implements Host {
  readonly connection = new Connection();
  readonly rooms = new RoomList();
  readonly outbox: Outbox;
  readonly #reads = new Map<number, number>();
  readonly #stores = new Map<number, RoomStore>();
  #current: RoomStore | undefined;

  constructor(
    readonly account: Account,
    onEnded: (why: "unauthenticated" | Bye["reason"]) => void,
    /** Whether the server keeps how far one has read. */
    readonly keepsRead: () => boolean,
  ) {
    const { connection } = this;
    this.outbox = new Outbox(
      {
        get connected() {
          return connection.connected;
        },
        post: (post) => connection.ask("message:post", post),
        lookUp: async (room, key) => (await api.messages(room, { key, limit: 1 })).messages[0],
      },
      new OutgoingStorage(account.id),
    );
    connection.onEnded = onEnded;
    connection.onConnected = () => this.#connected();
    connection.on("event", (event) => this.#stores.get(event.room)?.receive(event));
    connection.on("skipped", (skipped) =>
      this.#stores.get(skipped.room)?.receive({ ...skipped, type: "skipped" }),
    );
    connection.on("presence", (presence) => this.#stores.get(presence.room)?.presence(presence));
    connection.on("typing", ({ room, accounts }) => this.#stores.get(room)?.typing(accounts));
    connection.on("read", ({ room, position }) => this.rooms.read(room, position, 0));
    connection.on("activity", (activity) => this.rooms.activity(activity));
    connection.on("room", (notice) => {
      this.rooms.notice(notice);
      const store = this.#stores.get(notice.room.id);
      if (notice.gone === true) store?.gone();
      else store?.describe(notice.room);
    });
    connection.tryNow();
    void this.rooms.reload();
  }

  room(id: number): RoomStore {
    const store = this.#stores.get(id) ?? new RoomStore(id, this);
    // Newest last, so that the first is the one to let go of.
    this.#stores.delete(id);
    this.#stores.set(id, store);
    return store;
  }

  /** Makes a room the one that is looked at; the one before is left, and remembered for a while. */
  look(store: RoomStore): void {
    if (this.#current === store) return;
    this.#current?.exit();
    this.#current = store;
    void store.enter();
    for (const [id, old] of this.#stores) {
      if (this.#stores.size <= KEPT) break;
      if (old !== store) this.#stores.delete(id);
    }
  }

  close(): void {
    this.connection.close();
  }

  get me(): number {
    return this.account.id;
  }

  /** Entering a public room makes one a member of it, which the list shows. */
  entered(room: Room): void {
    this.rooms.notice({ room });
  }

  read(room: number, position: number, unread: number): void {
    this.rooms.read(room, position, unread);
    if (!this.keepsRead()) return;
    // A scroll passes many; the last of a second is told.
    if (this.#reads.size === 0) setTimeout(() => this.#tellReads(), TELL_READ_MS);
    this.#reads.set(room, position);
  }

  unread(room: number, count: number): void {
    this.rooms.unread(room, count);
  }

  #tellReads(): void {
    for (const [room, position] of this.#reads) this.connection.say("read", { room, position });
    this.#reads.clear();
  }

  #connected(): void {
    void this.#current?.enter();
    this.outbox.resume();
    void this.rooms.reload();
  }
}
