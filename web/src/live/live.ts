import * as api from "../api/rooms";
import type { Account, Bye } from "../wire";
import { RoomStore } from "./roomStore";
import { Connection } from "./connection";
import { Outbox } from "./outbox";
import { OutgoingStorage } from "./outgoingStorage";
import { RoomList } from "./roomList";

/** Rooms whose log is kept when another is looked at. */
const KEPT = 8;

/** All that lives while one account is signed in on this page; `close` ends it. */
export class Live {
  readonly connection = new Connection();
  readonly rooms = new RoomList();
  readonly outbox: Outbox;
  readonly #stores = new Map<number, RoomStore>();
  #current: RoomStore | undefined;

  constructor(
    readonly account: Account,
    onEnded: (why: "unauthenticated" | Bye["reason"]) => void,
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
    connection.on("activity", (activity) => this.rooms.activity(activity));
    connection.on("room", (notice) => {
      this.rooms.notice(notice);
      if (notice.gone !== true) this.#stores.get(notice.room.id)?.describe(notice.room);
    });
    connection.tryNow();
    void this.rooms.reload();
  }

  room(id: number): RoomStore {
    const store = this.#stores.get(id) ?? this.#open(id);
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

  #open(id: number): RoomStore {
    const { account, connection, outbox } = this;
    // Entering a public room makes one a member of it, which the list shows.
    return new RoomStore(id, account.id, connection, outbox, (room) => this.rooms.notice({ room }));
  }

  #connected(): void {
    void this.#current?.enter();
    this.outbox.resume();
    void this.rooms.reload();
  }
}
