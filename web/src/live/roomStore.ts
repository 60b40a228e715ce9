import * as rooms from "../api/rooms";
import { RefusedError } from "../api/http";
import type { Connection } from "./connection";
import type { Outbox } from "./outbox";
import { Store } from "../store";
import { Typists } from "./typists";
import type { Entered, Message, Person, Posted, Presence, Room, RoomEvent, Skipped, Touch } from "../wire";
import { fold, foldAll, GAP, isTouch, skip, touchAll } from "../room/fold";
import { freshLog, type Hole, type RoomLog, trimmed, withHolePage, withOlder } from "../room/log";
import { type RoomView, withPresence } from "../room/roomView";

type Live = RoomEvent | (Skipped & { readonly type: "skipped" });

const PAGE = 50;
const HOLE_PAGE = 200;
/** Messages held of a room that is not being looked back through. */
const HELD = 1_000;
const HEAL_AGAIN_MS = 1_000;

/** What a room needs from the page it is on. */
export interface Host {
  readonly me: number;
  readonly connection: Connection;
  readonly outbox: Outbox;
  entered(room: Room): void;
  /** I have seen all up to this position; so many of others' messages come after it. */
  read(room: number, position: number, unread: number): void;
  /** Others said something that I have not seen. */
  unread(room: number, count: number): void;
}

/** One room on this page: enters it, folds what comes, fetches what is older, heals what is missing. */
export class RoomStore {
  readonly view = new Store<RoomView>({ status: "entering", online: 0, history: "idle" });
  readonly typists = new Typists();
  /** The posts that came live last, for announcing them. */
  readonly heard = new Store<readonly Posted[]>([]);

  /** Somebody reads what is older: nothing of it may be let go. */
  lookingBack = false;

  #read = 0;
  #wanted = false;
  #entering = false;
  #healed = 0;
  #queue: Live[] = [];
  #flushing = false;
  /** Changes that came while a page of history was under way, which may be older than they are. */
  #touches: Touch[] | undefined;

  constructor(
    readonly id: number,
    readonly host: Host,
  ) {}

  /** What was on screen, up to the message at this position. */
  seen(position: number): void {
    if (position <= this.#read) return;
    this.#read = position;
    this.host.read(this.id, position, this.#othersAfter(position));
  }

  /** The room is no longer mine to see. */
  gone(): void {
    this.view.set({ ...this.view.value, status: "refused", refusal: { code: "not-found", detail: "" } });
  }

  async enter(): Promise<void> {
    this.#wanted = true;
    if (this.#entering || !this.host.connection.connected) return;
    this.#entering = true;
    const { log } = this.view.value;
    const from = log === undefined ? {} : { after: log.head, epoch: log.epoch };
    const answer = await this.host.connection.ask("room:enter", { room: this.id, ...from });
    this.#entering = false;
    if (answer.ok === true) return this.#entered(answer);
    if (answer.ok === "unknown") return this.#healLater();
    if (answer.error.retryAfter !== undefined)
      setTimeout(() => void this.#heal(), answer.error.retryAfter * 1_000);
    else this.view.set({ ...this.view.value, status: "refused", refusal: answer.error });
  }

  exit(): void {
    this.#wanted = false;
    void this.host.connection.ask("room:exit", { room: this.id });
    const { log } = this.view.value;
    if (log === undefined) return;
    const { newAfter, ...rest } = this.view.value;
    this.view.set({ ...rest, log: trimmed(log, HELD) });
  }

  receive(live: Live): void {
    this.#queue.push(live);
    if (this.#flushing || this.#entering) return;
    this.#flushing = true;
    // A burst is folded once a frame; a page that nobody sees has no frames.
    if (document.hidden) setTimeout(() => this.#flush(), 50);
    else requestAnimationFrame(() => this.#flush());
  }

  typing(people: readonly Person[]): void {
    people.filter((person) => person.id !== this.host.me).forEach((person) => this.typists.write(person));
  }

  presence(presence: Presence): void {
    this.view.set(withPresence(this.view.value, presence));
  }

  describe(room: Room): void {
    const { log } = this.view.value;
    if (log !== undefined && room.head >= log.room.head)
      this.#show({ ...log, room: { ...log.room, ...room } });
  }

  async loadOlder(): Promise<void> {
    const { log, history } = this.view.value;
    const before = log?.messages[0]?.id;
    if (before === undefined || history === "loading" || log?.moreBefore !== true) return;
    await this.#load((held, page) => withOlder(held, page), { before, limit: PAGE });
  }

  async fill(hole: Hole): Promise<void> {
    if (this.view.value.history === "loading") return;
    await this.#load((held, page) => withHolePage(held, hole, page), {
      after: hole.from - 1,
      limit: HOLE_PAGE,
    });
  }

  async #load(
    add: (log: RoomLog, page: Awaited<ReturnType<typeof rooms.messages>>) => RoomLog,
    where: { before?: number; after?: number; limit: number },
  ): Promise<void> {
    this.#touches = [];
    this.view.set({ ...this.view.value, history: "loading" });
    try {
      const page = await rooms.messages(this.id, where);
      const { log } = this.view.value;
      if (log?.epoch !== page.epoch) return void this.#heal();
      this.view.set({ ...this.view.value, history: "idle", log: touchAll(add(log, page), this.#touches) });
    } catch (error) {
      if (error instanceof RefusedError && error.code === "unauthenticated") return;
      this.view.set({ ...this.view.value, history: "failed" });
    } finally {
      this.#touches = undefined;
      if (this.view.value.history === "loading") this.view.set({ ...this.view.value, history: "idle" });
    }
  }

  #entered(entered: Entered): void {
    const held = this.view.value.log;
    const log =
      entered.outcome === "resumed"
        ? held && { ...foldAll(held, entered.events, entered.head), room: entered.room }
        : freshLog(this.host.me, entered);
    if (log === undefined) return;
    const { online, people, room } = entered;
    const { history } = this.view.value;
    if (entered.outcome !== "resumed") this.#read = Math.max(this.#read, room.read ?? log.head);
    this.view.set({ status: "ready", online, history, log, ...(people === undefined ? {} : { people }) });
    this.#markNew();
    this.host.entered(room);
    this.#settle(log);
    if (!this.#wanted) this.exit();
    this.#flush();
  }

  #flush(): void {
    this.#flushing = false;
    const { log: before } = this.view.value;
    if (before === undefined || this.#entering || this.#queue.length === 0) return;
    const queue = this.#queue;
    this.#queue = [];
    let log = before;
    for (const live of queue) {
      const next = live.type === "skipped" ? skip(log, live) : fold(log, live);
      if (next === GAP) {
        this.#show(log);
        return void this.#heal();
      }
      if (live.type === "posted") this.typists.stop(live.author.id);
      if (live.type !== "skipped" && isTouch(live)) this.#touches?.push(live);
      log = next;
    }
    if (!this.lookingBack && log.messages.length > 2 * HELD) log = trimmed(log, HELD);
    this.#show(log);
    this.#settle(log);
    if (document.hidden) this.#markNew();
    if (document.hidden || this.lookingBack) this.host.unread(this.id, this.#othersAfter(this.#read));
    const posted = queue
      .filter((live) => live.type === "posted")
      .filter((post) => post.position > before.head);
    if (posted.length > 0) this.heard.set(posted);
  }

  /** Draws the line before what I have not seen, if there is anything. */
  #markNew(): void {
    if (this.#read === 0 || this.#othersAfter(this.#read) === 0) return;
    this.view.set({ ...this.view.value, newAfter: this.#read });
  }

  #othersAfter(position: number): number {
    const messages = this.view.value.log?.messages ?? [];
    let count = 0;
    for (let index = messages.length - 1; index >= 0; index--) {
      const message = messages[index] as Message;
      if (message.id <= position) break;
      if (message.author.id !== this.host.me) count++;
    }
    return count;
  }

  /** Something is missing: enters again from our head. Not in a storm, should the server keep leaving something out. */
  #heal(): Promise<void> | void {
    const since = Date.now() - this.#healed;
    if (since < HEAL_AGAIN_MS) return this.#healLater();
    this.#healed = Date.now();
    if (this.#wanted) return this.enter();
  }

  #healLater(): void {
    setTimeout(() => void this.#heal(), HEAL_AGAIN_MS);
  }

  #show(log: RoomLog): void {
    this.view.set({ ...this.view.value, log });
  }

  #settle(log: RoomLog): void {
    if (!this.host.outbox.entries.value.some((outgoing) => outgoing.room === this.id)) return;
    const mine = log.messages.filter(
      (message) => message.author.id === this.host.me && message.key !== undefined,
    );
    this.host.outbox.settle(this.id, new Set(mine.map((message) => message.key as string)), log.head);
  }
}
