import { Entry, passes } from "./entry";
import { History } from "./history";
import type { Host } from "./host";
import { Quotes } from "./quotes";
import { Recount } from "./recount";
import { Store } from "../store";
import { Typists } from "./typists";
import type { Entered, Message, Person, Posted, Presence, Refusal, Room, RoomEvent, Skipped } from "../wire";
import { describedAnew } from "../room/description";
import { fold, foldAll, GAP, isTouch, leavesCountOpen, skip, takesOut } from "../room/fold";
import { freshLog, rejoined, type RoomLog, trimmed } from "../room/log";
import { lineOf, type RoomView, settledHistory, withPresence } from "../room/roomView";
import { type Unread, unreadOf, withHeard, withRead } from "../room/unread";

type Live = RoomEvent | (Skipped & { readonly type: "skipped" });

/** Messages held of a room that is not being looked back through. */
const HELD = 1_000;
/** A frame may never come: a page that nobody sees has none. */
const FRAME_PATIENCE_MS = 100;

/** One room on this page: enters it, folds what comes, knows how far I have read. */
export class RoomStore {
  readonly view = new Store<RoomView>({ status: "entering", online: 0, history: "idle" });
  readonly typists = new Typists();
  readonly history: History;
  readonly quotes: Quotes;
  /** The posts that came live last, for announcing them. */
  readonly heard = new Store<readonly Posted[]>([]);
  readonly unread = new Store<Unread>({ read: 0, count: 0, mentions: 0 });

  /** Somebody reads what is older: nothing of it may be let go. */
  lookingBack = false;

  readonly #entry: Entry;
  #queue: Live[] = [];
  #flushing = false;
  readonly #recount = new Recount((room) => this.describe(room));

  constructor(
    readonly id: number,
    readonly host: Host,
  ) {
    this.history = new History(id, this.view, () => this.#entry.heal());
    this.quotes = new Quotes(id, host.me);
    this.#entry = new Entry(host.connection, {
      id,
      from: () => {
        const { log } = this.view.value;
        return log === undefined ? {} : { after: log.head, epoch: log.epoch };
      },
      entered: (entered) => this.#entered(entered),
      refused: (refusal) => this.#refused(refusal),
    });
  }

  /** What was on screen, all of it up to this position. */
  seen(position: number): void {
    if (position <= this.unread.value.read) return;
    this.readElsewhere(position);
    this.host.read(this.id, position);
  }

  /** Another device of mine says how far I have read. */
  readElsewhere(position: number): void {
    const { log } = this.view.value;
    if (log !== undefined) this.#count(withRead(this.unread.value, this.host.account, position, log));
  }

  /** The room is no longer mine to see; nothing of it stays here. */
  gone(): void {
    // Why may be among what waits for its frame.
    this.#flush();
    this.#entry.gone();
    this.quotes.begunAnew();
    const { log, people, ...rest } = this.view.value;
    this.view.set({ ...rest, status: "closed", closed: rest.closed ?? "gone" });
  }

  /** Not where I was taken out: going in again is a choice. */
  enter(): void {
    if (this.view.value.status !== "closed") void this.#entry.enter();
  }

  /** Somebody chose to try again. */
  enterAnew(): void {
    const { closed, refusal, ...rest } = this.view.value;
    this.view.set({ ...rest, status: "entering" });
    void this.#entry.enter();
  }

  exit(): void {
    this.#entry.exit();
    const { newAfter, ...rest } = this.view.value;
    const { log } = rest;
    this.view.set(log === undefined ? rest : { ...rest, log: trimmed(rejoined(log), HELD) });
  }

  receive(live: Live): void {
    // The word that a room is gone may be quicker than why.
    if (this.view.value.status === "closed") return this.#takesMeOut(live) ? this.#removed() : undefined;
    this.#queue.push(live);
    if (this.#flushing || this.#entry.asking) return;
    this.#flushing = true;
    // A burst is folded once a frame.
    requestAnimationFrame(() => this.#flush());
    setTimeout(() => this.#flush(), FRAME_PATIENCE_MS);
  }

  typing(people: readonly Person[]): void {
    people.filter(({ id }) => id !== this.host.me).forEach((person) => this.typists.write(person));
  }

  presence(presence: Presence): void {
    this.view.set(withPresence(this.view.value, presence));
  }

  describe(room: Room): void {
    const { log } = this.view.value;
    if (log !== undefined && room.head >= log.room.head)
      this.#show({ ...log, room: describedAnew(log.room, room) });
  }

  #refused(refusal: Refusal): void {
    const { log, ...rest } = this.view.value;
    // What is here can be read and answered meanwhile.
    if (log !== undefined && passes(refusal)) return this.view.set({ ...this.view.value, refusal });
    this.view.set({ ...rest, status: "refused", refusal });
  }

  #entered(entered: Entered): void {
    const held = this.view.value.log;
    const { online, people, room } = entered;
    let log: RoomLog;
    if (entered.outcome !== "resumed") {
      this.history.begunAnew();
      this.quotes.begunAnew();
      log = freshLog(this.host.me, entered);
      this.#entrance(log, unreadOf(room));
    } else if (held === undefined) return;
    else {
      this.#touched(entered.events);
      this.quotes.forgetFailed();
      log = { ...foldAll(held, entered.events, entered.head), room };
      this.#resumed(held, log);
    }
    const { history } = this.view.value;
    const named = people === undefined ? {} : { people };
    const line = lineOf(this.view.value);
    this.view.set({ status: "ready", online, history: settledHistory(history), log, ...line, ...named });
    this.#markNew();
    this.host.entered({ ...room, ...this.#mine() });
    this.#settle(log);
    this.#flush();
  }

  /** Of two devices the one that has read further is right; the server may not know of this one's yet. */
  #entrance(log: RoomLog, told: Unread): void {
    const known = this.unread.value.read;
    this.#count(known > told.read ? withRead(told, this.host.account, known, log) : told);
  }

  #resumed(held: RoomLog, log: RoomLog): void {
    const told = log.room.read === undefined ? undefined : unreadOf(log.room);
    if (told === undefined) this.#heardSince(held, log);
    else this.#entrance(log, told);
  }

  #flush(): void {
    this.#flushing = false;
    const { log: before } = this.view.value;
    if (before === undefined || this.#entry.asking || this.#queue.length === 0) return;
    const queue = this.#queue;
    this.#queue = [];
    let log = before;
    for (const live of queue) {
      const next = live.type === "skipped" ? skip(log, live) : fold(log, live);
      if (next === GAP) {
        this.#show(log);
        return this.#entry.heal();
      }
      if (live.type !== "skipped" && leavesCountOpen(log, live)) this.#recount.soon(this.id);
      if (live.type === "posted") this.typists.stop(live.author.id);
      if (live.type !== "skipped") this.#touched([live]);
      log = next;
      if (this.#takesMeOut(live)) return this.#removed();
    }
    const wasRead = this.unread.value.count === 0;
    if (!this.lookingBack && log.messages.length > 2 * HELD) log = trimmed(log, HELD);
    this.#show(log);
    this.#settle(log);
    this.#heardSince(before, log);
    if (!this.host.attended && wasRead) this.#markNew();
    const posted = queue.filter((live) => live.type === "posted");
    const heard = posted.filter((post) => post.position > before.head);
    if (heard.length > 0) this.heard.set(heard);
  }

  #touched(events: readonly RoomEvent[]): void {
    const touches = events.filter(isTouch);
    this.history.touched(touches);
    this.quotes.touched(touches);
  }

  #takesMeOut(live: Live): boolean {
    return live.type !== "skipped" && takesOut(live, this.host.me);
  }

  #removed(): void {
    this.view.set({ ...this.view.value, closed: "removed" });
    this.gone();
  }

  #heardSince(before: RoomLog, log: RoomLog): void {
    this.#count(withHeard(this.unread.value, this.host.account, before, log));
  }

  #count(unread: Unread): void {
    this.unread.set(unread);
    this.host.counted(this.id, unread);
  }

  #mine(): Partial<Room> {
    const { read, count, mentions } = this.unread.value;
    return { read, unread: count, mentions };
  }

  /** Draws the line before what I have not seen, if there is anything. */
  #markNew(): void {
    const { read, count } = this.unread.value;
    if (count > 0) this.view.set({ ...this.view.value, newAfter: read });
  }

  #show(log: RoomLog): void {
    this.view.set({ ...this.view.value, log });
  }

  #settle(log: RoomLog): void {
    if (!this.host.outbox.entries.value.some((outgoing) => outgoing.room === this.id)) return;
    const isMine = ({ author, key }: Message) => author.id === this.host.me && key !== undefined;
    const keys = log.messages.filter(isMine).map((message) => message.key as string);
    this.host.outbox.settle(this.id, new Set(keys), log.head);
  }
}
