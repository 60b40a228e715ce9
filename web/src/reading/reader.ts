import { Place } from "./place";
import { Store } from "../store";
import type { RoomStore } from "../live/roomStore";
import { bounds, held, newer, NEWEST, older, type Stretch } from "./stretch";

/** Nearer than this to an end of what is shown, more of it is shown or fetched. */
const REACH = 800;
/** How far below the upper edge the line of what is new stands. */
const LINE_FROM_TOP = 72;

/** Somebody reading a room: which stretch of its messages is on the page, and where in it they are. */
export class Reader {
  readonly stretch = new Store<Stretch>(NEWEST);
  readonly place = new Place();
  #scroller: HTMLElement | undefined;

  constructor(readonly store: RoomStore) {}

  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const detach = this.place.attach(scroller);
    this.#toNewLine(scroller);
    const seen = () => this.#tellSeen();
    window.addEventListener("focus", seen);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("focus", seen);
      document.removeEventListener("visibilitychange", seen);
      this.#scroller = undefined;
      detach();
    };
  }

  scrolled(): void {
    this.place.capture();
    this.#reach();
  }

  /** The page has been laid out anew. */
  laidOut(): void {
    this.place.endIsNewest = this.#isNewest();
    this.place.restore();
    this.#reach();
  }

  toNewest(): void {
    this.stretch.set(NEWEST);
    this.place.endIsNewest = true;
    this.place.toEnd();
  }

  /** Who comes back begins where they left off, if that is further up than the page shows. */
  #toNewLine(scroller: HTMLElement): void {
    const line = scroller.querySelector(".new-line");
    if (line === null) return;
    const above = line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - LINE_FROM_TOP;
    if (above >= 0) return;
    scroller.scrollTop += above;
    this.place.capture();
  }

  /** Only what is on screen of a page that is looked at has been seen. */
  #tellSeen(): void {
    if (document.hidden || !document.hasFocus()) return;
    const position = this.place.lastShown();
    if (position !== undefined) this.store.seen(position);
  }

  #isNewest(): boolean {
    const { messages } = this;
    return bounds(messages, this.stretch.value)[1] === messages.length;
  }

  #reach(): void {
    const scroller = this.#scroller;
    // A list that is not shown has no ends to come near to.
    if (scroller === undefined || scroller.clientHeight === 0) return;
    const { messages, store, place } = this;
    store.lookingBack = !place.atEnd.value;
    if (place.atEnd.value) this.#show(NEWEST);
    else this.#show(held(messages, this.stretch.value));

    if (scroller.scrollTop < REACH) {
      if (bounds(messages, this.stretch.value)[0] > 0) this.#show(older(messages, this.stretch.value));
      else if (store.view.value.history === "idle") void store.loadOlder();
    }
    const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (below < REACH && !this.#isNewest()) this.#show(newer(messages, this.stretch.value));
    this.#tellSeen();
  }

  #show(stretch: Stretch): void {
    const now = this.stretch.value;
    if (now.first !== stretch.first || now.last !== stretch.last) this.stretch.set(stretch);
  }

  get messages() {
    return this.store.view.value.log?.messages ?? [];
  }
}
