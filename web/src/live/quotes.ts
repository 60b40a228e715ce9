import * as rooms from "../api/rooms";
import { RefusedError } from "../api/http";
import { Store } from "../store";
import type { Message } from "../wire";

/** "missing": there is no such message, or it is not mine to see. */
export type Quote = Message | "asked" | "missing";

const AT_ONCE = 4;

/** Messages that others answer to and that are not held here: fetched once, a few at a time. */
export class Quotes {
  readonly view = new Store<ReadonlyMap<number, Quote>>(new Map());
  readonly #waiting: number[] = [];
  #under = 0;

  constructor(
    readonly room: number,
    readonly fetch: (room: number, id: number) => Promise<Message> = rooms.message,
  ) {}

  ask(id: number): void {
    if (this.view.value.has(id)) return;
    this.#set(id, "asked");
    this.#waiting.push(id);
    if (this.#under < AT_ONCE) void this.#work();
  }

  async #work(): Promise<void> {
    this.#under++;
    for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
      try {
        this.#set(id, await this.fetch(this.room, id));
      } catch (error) {
        if (error instanceof RefusedError && error.code === "not-found") this.#set(id, "missing");
        else this.#forget(id);
      }
    }
    this.#under--;
  }

  /** Asked for again when it is next on the page. */
  #forget(id: number): void {
    const known = new Map(this.view.value);
    known.delete(id);
    this.view.set(known);
  }

  #set(id: number, quote: Quote): void {
    this.view.set(new Map(this.view.value).set(id, quote));
  }
}
