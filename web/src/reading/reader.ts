import { steady } from "../clocks";
import { Place } from "./place";
import { Seen } from "./seen";
import { Store } from "../store";
import type { RoomStore } from "../live/roomStore";
import { indexOf, isWhole, type RoomLog, type Where } from "../room/log";
import { around, bounds, kept, newer, NEWEST, older, type Stretch } from "./stretch";

/** Nearer than this to an end of what is shown, more of it is shown or fetched. */
const REACH = 800;
/** How far below the upper edge stands what one jumped to. */
const FROM_TOP = 96;
/** Who only passes by has read nothing. */
const READ_AFTER_MS = 700;

/** Somebody reading a room: which stretch of its messages is on the page, where in it they are, what they have seen. */
export class Reader {
  readonly stretch = new Store<Stretch>(NEWEST);
  readonly place = new Place();
  /** The message that was jumped to, until something else is. */
  readonly target = new Store<number | undefined>(undefined);
  /** What is new begins further up than the page shows. */
  readonly newAbove = new Store(false);
  readonly #seen = new Seen();
  #scroller: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #jump: number | undefined;
  #posted: number | undefined;
  #line: number | undefined;
  /** When somebody came to look. */
  #since = 0;

  constructor(readonly store: RoomStore) {}

  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#since = steady();
    const looked = () => {
      this.#since = steady();
      this.#look();
    };
    const detach = this.place.attach(scroller, () => this.#look());
    window.addEventListener("focus", looked);
    document.addEventListener("visibilitychange", looked);
    return () => {
      window.removeEventListener("focus", looked);
      document.removeEventListener("visibilitychange", looked);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#scroller = undefined;
      this.store.lookingBack = false;
      detach();
    };
  }

  /** Says whether somebody has come to the end by it, from what they had jumped to. */
  scrolled(): boolean {
    const byThem = this.place.capture();
    this.#reach();
    return byThem && this.place.atEnd.value && this.target.value !== undefined;
  }

  /** My newest post here was written then. Says whether it is new: what goes out again, or was there before, is not. */
  posted(at: number): boolean {
    const before = this.#posted ?? at;
    this.#posted = Math.max(before, at);
    return at > before;
  }

  /** The page has been laid out anew. */
  laidOut(): void {
    this.place.endIsNewest = this.#isNewest();
    if (this.#jump === undefined || !this.#land(this.#jump)) this.place.restore();
    this.#toNewLine();
    this.#reach();
  }

  toNewest(): void {
    this.#jump = undefined;
    this.target.set(undefined);
    this.stretch.set(NEWEST);
    this.place.endIsNewest = true;
    this.place.toEnd();
    this.#look();
  }

  /** To a message, wherever it is. Says whether it is there. */
  async toMessage(id: number): Promise<boolean> {
    return this.#to({ around: id }, (log) => at(log, id, id));
  }

  /** To the first that I have not read. */
  async toFirstNew(): Promise<boolean> {
    const { newAfter } = this.store.view.value;
    const read = newAfter ?? this.store.unread.value.read;
    return this.#to({ after: read }, (log) => {
      const first = log.messages.slice(indexOf(log.messages, read + 1));
      return first.find((message) => message.author.id !== log.me)?.id;
    });
  }

  /** To the first of a day, or of what came after it. */
  async toTime(time: number): Promise<boolean> {
    return this.#to({ at: time }, (log, jumped) => (jumped ? firstSince(log, time) : undefined));
  }

  /** All that is here counts as read. */
  markRead(): void {
    const { log } = this.store.view.value;
    if (log !== undefined) this.store.seen(log.head);
    this.newAbove.set(false);
  }

  async #to(where: Where, find: (log: RoomLog, jumped: boolean) => number | undefined): Promise<boolean> {
    let { log } = this.store.view.value;
    let found = log && this.#isHeld(log, where) ? find(log, false) : undefined;
    if (found === undefined) {
      if (!(await this.store.history.jump(where))) return false;
      log = this.store.view.value.log;
      found = log && find(log, true);
    }
    if (log === undefined || found === undefined) return false;
    this.#show(around(log, found));
    this.target.set(undefined);
    this.target.set(found);
    // Where it is on the page already nothing is laid out anew.
    if (!this.#land(found)) this.#jump = found;
    this.#reach();
    return true;
  }

  #land(id: number): boolean {
    if (!this.place.toRow(`${id}`, FROM_TOP)) return false;
    this.#jump = undefined;
    this.place.row(`${id}`)?.focus({ preventScroll: true });
    return true;
  }

  #isHeld(log: RoomLog, where: Where): boolean {
    const from = "around" in where ? where.around : "after" in where ? where.after + 1 : undefined;
    if (from === undefined || from < log.start) return false;
    return !log.holes.some((hole) => hole.from <= from && from <= hole.to);
  }

  /** Who comes back begins where they left off, if that is further up than the page shows. */
  #toNewLine(): void {
    const { newAfter } = this.store.view.value;
    const isKnown = newAfter === this.#line && this.store.host.attended;
    if (newAfter === undefined || isKnown || !this.place.atEnd.value) return;
    this.#line = newAfter;
    const below = this.place.below("new");
    if (below !== undefined && below < FROM_TOP) this.place.toRow("new", FROM_TOP);
  }

  /** Notes what is on screen of a page that is looked at; by who has been here for a moment it is read. */
  #look(): void {
    const { log, newAfter } = this.store.view.value;
    const shown = this.place.shown();
    if (log === undefined || shown === undefined) return;
    const [first, last] = shown;
    if (newAfter !== undefined) this.#lookForLine(log, first);
    if (!this.store.host.attended) return;
    const before = log.messages[indexOf(log.messages, first) - 1]?.id ?? log.start - 1;
    const hole = log.holes.findLast((each) => each.to < first)?.to ?? 0;
    this.#seen.see(Math.max(before, hole, 0), last);
    const wait = Math.max(0, this.#since + READ_AFTER_MS - steady());
    this.#timer ??= setTimeout(() => this.#read(), wait);
  }

  #lookForLine(log: RoomLog, first: number): void {
    const { read, count } = this.store.unread.value;
    const next = log.messages[indexOf(log.messages, read + 1)]?.id ?? 0;
    this.newAbove.set(count > 0 && read < first && (read < log.start || next < first));
  }

  #read(): void {
    this.#timer = undefined;
    const { log } = this.store.view.value;
    if (log === undefined || !this.store.host.attended) return;
    // What I said myself needs no reading.
    const read = this.#seen.through(pastMine(log, this.store.unread.value.read));
    const newest = log.messages.at(-1)?.id ?? 0;
    if (read > this.store.unread.value.read) this.store.seen(read >= newest ? log.head : read);
    const first = this.place.shown()?.[0];
    if (first !== undefined) this.#lookForLine(log, first);
  }

  #isNewest(): boolean {
    const { log } = this.store.view.value;
    return log === undefined || bounds(log, this.stretch.value).to === log.messages.length;
  }

  #reach(): void {
    const { store, place, stretch } = this;
    const { log, history } = store.view.value;
    const scroller = this.#scroller;
    // A list that is not shown has no ends to come near to.
    if (log === undefined || scroller === undefined || scroller.clientHeight === 0) return;
    // What was jumped to is not on the page yet; where the page is now does not matter.
    if (this.#jump !== undefined) return;
    store.lookingBack = !place.atEnd.value;
    if (place.atEnd.value) this.#show(NEWEST);
    else this.#show(kept(log, stretch.value));

    const idle = history === "idle";
    const { from, to, low, high } = bounds(log, stretch.value);
    if (scroller.scrollTop < REACH) {
      const first = log.messages[low]?.id ?? log.head + 1;
      if (from > low) this.#show(older(log, stretch.value));
      else if (idle && (low > 0 || log.start > 0)) store.history.scroll({ before: first });
    }
    const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (below < REACH && to < log.messages.length) {
      if (to < high) this.#show(newer(log, stretch.value));
      else if (idle) store.history.scroll({ after: log.messages[high - 1]?.id ?? 0 });
    }
    this.#look();
  }

  #show(stretch: Stretch): void {
    const now = this.stretch.value;
    if (now.first !== stretch.first || now.last !== stretch.last) this.stretch.set(stretch);
  }
}

/** What I said myself needs no reading. */
function pastMine(log: RoomLog, read: number): number {
  let past = read;
  for (let index = indexOf(log.messages, read + 1); index < log.messages.length; index++) {
    const message = log.messages[index];
    if (message?.author.id !== log.me || !isWhole(log, past + 1, message.id)) break;
    past = message.id;
  }
  return past;
}

function at({ messages }: RoomLog, from: number, to: number): number | undefined {
  const found = messages[indexOf(messages, from)]?.id;
  return found !== undefined && found <= to ? found : undefined;
}

function firstSince({ messages }: RoomLog, time: number): number | undefined {
  return (messages.find((message) => message.at >= time) ?? messages.at(-1))?.id;
}
