import * as rooms from "../api/rooms";
import { RefusedError } from "../api/http";
import type { Store } from "../store";
import type { Page, Touch } from "../wire";
import { touchAll } from "../room/fold";
import { type Hole, withPage, type Where } from "../room/log";
import type { RoomView } from "../room/roomView";

const PAGE = 50;
const HOLE_PAGE = 200;

/** Fetches what is older, or lies elsewhere, and lays it in its place in a room's log. One page at a time. */
export class History {
  /** Changes that came while a page was under way, which may be older than they are. */
  #touches: Touch[] = [];
  /** Counts the times that the log began anew: a page that was asked for before speaks of another log. */
  #life = 0;
  #loading: Promise<boolean> | undefined;

  constructor(
    readonly id: number,
    readonly view: Store<RoomView>,
    /** The page is of another epoch: the room must be entered again. */
    readonly onStale: () => void,
    readonly fetch: (room: number, where: Where & { limit: number }) => Promise<Page> = rooms.messages,
  ) {}

  /** The next page in a direction; nothing while another is under way. */
  scroll(where: Where): void {
    if (this.#loading === undefined) void this.#load(where, PAGE);
  }

  async fill(hole: Hole): Promise<void> {
    while (this.#loading !== undefined) await this.#loading;
    await this.#load({ after: hole.from - 1 }, HOLE_PAGE);
  }

  /** The page somewhere else. Says whether it is there now. */
  async jump(where: Where): Promise<boolean> {
    while (this.#loading !== undefined) await this.#loading;
    return this.#load(where, PAGE);
  }

  touched(touches: readonly Touch[]): void {
    if (this.#loading !== undefined) this.#touches.push(...touches);
  }

  begunAnew(): void {
    this.#life++;
  }

  #load(where: Where, limit: number): Promise<boolean> {
    this.#touches = [];
    this.view.set({ ...this.view.value, history: "loading" });
    this.#loading = this.#page({ ...where, limit }).finally(() => {
      this.#loading = undefined;
      if (this.view.value.history === "loading") this.#say("idle");
    });
    return this.#loading;
  }

  async #page(where: Where & { limit: number }): Promise<boolean> {
    const life = this.#life;
    try {
      const page = await this.fetch(this.id, where);
      const { log } = this.view.value;
      if (log === undefined || life !== this.#life) return false;
      if (log.epoch !== page.epoch) {
        this.onStale();
        return false;
      }
      this.view.set({ ...this.view.value, log: touchAll(withPage(log, where, page), this.#touches) });
      return true;
    } catch (error) {
      const over = error instanceof RefusedError && error.code === "unauthenticated";
      if (!over) this.#say("failed");
      return false;
    }
  }

  #say(history: RoomView["history"]): void {
    this.view.set({ ...this.view.value, history });
  }
}
