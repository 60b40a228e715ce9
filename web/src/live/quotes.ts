import * as rooms from "../api/rooms";
import { RefusedError } from "../api/http";
import { touchedMessage } from "../room/fold";
import { Store } from "../store";
import type { Message, Touch } from "../wire";

/** "missing": there is no such message, or it is not mine to see. "failed": nobody knows, until it is asked for again. */
export type Quote = Message | "asked" | "missing" | "failed";

const AT_ONCE = 4;

/** Messages that others answer to and that are not held here: fetched once, a few at a time, and changed along. */
export class Quotes {
  readonly view = new Store<ReadonlyMap<number, Quote>>(new Map());
  #waiting: number[] = [];
  #under = 0;
  /** Changes that came while some were under way, which may be older than they are. */
  #touches: Touch[] = [];
  /** Counts the times that the room began anew: what was asked for before is of another log. */
  #life = 0;

  constructor(
    readonly room: number,
    readonly me: number,
    readonly fetch: (room: number, id: number) => Promise<Message> = rooms.message,
  ) {}

  ask(id: number): void {
    const known = this.view.value.get(id);
    if (known !== undefined && known !== "failed") return;
    this.#set(id, "asked");
    this.#waiting.push(id);
    if (this.#under < AT_ONCE) void this.#work();
  }

  touched(touches: readonly Touch[]): void {
    if (this.#under > 0) this.#touches.push(...touches);
    for (const touch of touches) {
      const quote = this.view.value.get(touch.id);
      if (typeof quote === "object") this.#set(touch.id, touchedMessage(quote, touch, this.me));
    }
  }

  /** What could not be fetched is asked for again where it is on the page. */
  forgetFailed(): void {
    const known = [...this.view.value].filter(([, quote]) => quote !== "failed");
    if (known.length < this.view.value.size) this.view.set(new Map(known));
  }

  /** Nobody tells what has changed meanwhile: all is asked for again where it is on the page. */
  begunAnew(): void {
    this.#life++;
    this.#waiting = [];
    this.#touches = [];
    this.view.set(new Map());
  }

  async #work(): Promise<void> {
    this.#under++;
    for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
      const life = this.#life;
      const quote = await this.#fetched(id);
      if (life === this.#life) this.#set(id, quote);
    }
    this.#under--;
    if (this.#under === 0) this.#touches = [];
  }

  async #fetched(id: number): Promise<Quote> {
    try {
      const message = await this.fetch(this.room, id);
      const touches = this.#touches.filter((touch) => touch.id === id);
      return touches.reduce((held, touch) => touchedMessage(held, touch, this.me), message);
    } catch (error) {
      return error instanceof RefusedError && error.code === "not-found" ? "missing" : "failed";
    }
  }

  #set(id: number, quote: Quote): void {
    if (this.view.value.get(id) !== quote) this.view.set(new Map(this.view.value).set(id, quote));
  }
}
