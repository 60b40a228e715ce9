import * as api from "../api/rooms";
import { serverClock } from "../clocks";
import type { Account, Room } from "../wire";
import type { Unread } from "../room/unread";
import type { Host } from "./host";
import { RoomStore } from "./roomStore";
import { Connection, type Ended } from "./connection";
import { Outbox } from "./outbox";
import { OutgoingStorage } from "./outgoingStorage";
import { Reads } from "./reads";
import { RoomList } from "./roomList";

/** Rooms whose log is kept when another is looked at. */
const KEPT = 8;

/** All that lives while one account is signed in on this page; `close` ends it. */
export class Live implements Host {
  readonly connection: Connection;
  readonly rooms = new RoomList();
  readonly outbox: Outbox;
  readonly #reads: Reads;
  readonly #stores = new Map<number, RoomStore>();
  readonly #ends: (() => void)[] = [];
  #current: RoomStore | undefined;

  constructor(
    readonly account: Account,
    onEnded: (why: Ended) => void,
  ) {
    const connection = new Connection(account.id);
    this.connection = connection;
    const memory = new OutgoingStorage(account.id);
    this.outbox = new Outbox(
      {
        get connected() {
          return connection.connected;
        },
        post: (post) => connection.ask("message:post", post),
        lookUp: async (room, key) => (await api.messages(room, { key, limit: 1 })).messages[0],
      },
      memory,
    );
    this.#reads = new Reads((room, position) => connection.ask("read", { room, position }));
    this.#ends.push(memory.listen());
    connection.onEnded = onEnded;
    connection.onConnected = () => this.#connected();
    this.#hear();
    document.addEventListener("visibilitychange", this.#turned);
    this.#ends.push(() => document.removeEventListener("visibilitychange", this.#turned));
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
    // Before the exit: from then on the server counts what is new there.
    this.#reads.flush();
    this.#current?.exit();
    this.#current = store;
    store.enter();
    for (const [id, old] of this.#stores) {
      if (this.#stores.size <= KEPT) break;
      if (old !== store) this.#stores.delete(id);
    }
  }

  close(): void {
    for (const end of this.#ends) end();
    this.connection.close();
  }

  get me(): number {
    return this.account.id;
  }

  get attended(): boolean {
    return !document.hidden && document.hasFocus();
  }

  /** Entering a public room makes one a member of it, which the list shows. */
  entered(room: Room): void {
    this.rooms.notice({ room });
  }

  read(room: number, position: number): void {
    this.#reads.read(room, position);
  }

  counted(room: number, unread: Unread): void {
    this.rooms.counted(room, unread);
  }

  #hear(): void {
    const { connection } = this;
    connection.on("event", (event) => {
      serverClock.heard(event.at);
      this.#stores.get(event.room)?.receive(event);
    });
    connection.on("skipped", (skipped) =>
      this.#stores.get(skipped.room)?.receive({ ...skipped, type: "skipped" }),
    );
    connection.on("presence", (presence) => this.#stores.get(presence.room)?.presence(presence));
    connection.on("typing", ({ room, accounts }) => this.#stores.get(room)?.typing(accounts));
    connection.on("read", ({ room, position }) => {
      if (this.#current?.id === room) this.#current.readElsewhere(position);
      else this.rooms.read(room, position);
    });
    connection.on("activity", (activity) => this.rooms.activity(activity));
    connection.on("room", (notice) => {
      this.rooms.notice(notice);
      const store = this.#stores.get(notice.room.id);
      if (notice.gone === true) store?.gone();
      else store?.describe(notice.room);
    });
  }

  #connected(): void {
    this.#current?.enter();
    this.#reads.flush();
    this.outbox.resume();
    void this.rooms.reload();
  }

  /** A hidden page may be ended without another word. */
  readonly #turned = (): void => {
    if (document.hidden) this.#reads.flush();
  };
}
