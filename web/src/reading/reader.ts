import { Place } from "./place";
import { Store } from "../store";
import type { RoomStore } from "../live/roomStore";
import { bounds, held, newer, NEWEST, older, type Stretch } from "./stretch";

/** Nearer than this to an end of what is shown, more of it is shown or fetched. */
const REACH = 800;

/** Somebody reading a room: which stretch of its messages is on the page, and where in it they are. */
export class Reader {
  readonly stretch = new Store<Stretch>(NEWEST);
  readonly place = new Place();
  #scroller: HTMLElement | undefined;

  constructor(readonly store: RoomStore) {}

  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const detach = this.place.attach(scroller);
    return () => {
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
  }

  #show(stretch: Stretch): void {
    const now = this.stretch.value;
    if (now.first !== stretch.first || now.last !== stretch.last) this.stretch.set(stretch);
  }

  get messages() {
    return this.store.view.value.log?.messages ?? [];
  }
}
