import { steady } from "../clocks";
import type { ErrorCode, Entered, Refusal } from "../wire";
import { backoff } from "./backoff";
import type { Answer, Asked } from "./connection";

const AGAIN_MS = 1_000;

const PASSING: readonly ErrorCode[] = ["unavailable", "internal", "rate-limited"];

/** It says nothing of the room, and will be over. */
export const passes = ({ code, retryAfter }: Refusal): boolean =>
  retryAfter !== undefined || PASSING.includes(code);

/** What an entry needs of the page. */
export interface Door {
  readonly connected: boolean;
  ask<E extends "room:enter" | "room:exit">(event: E, payload: Asked[E][0]): Promise<Answer<Asked[E][1]>>;
}

/** What comes of it. */
export interface Guest {
  readonly id: number;
  /** From where on the room's events are missing here; nothing for a first entry. */
  from(): { after?: number; epoch?: string | number };
  entered(entered: Entered): void;
  /** One that passes is tried again without more ado. */
  refused(refusal: Refusal): void;
}

/** Into a room and out of it: one question at a time, since an exit that overtook an entry would leave us outside. */
export class Entry {
  /** The room is to be live here. */
  wanted = false;
  /** An answer is under way; what happens after it is not to be folded before it. */
  asking = false;
  #healed = -Infinity;
  /** Refusals that pass, in a row. */
  #refusals = 0;
  #waiting = false;
  /** Counts what was waited for and is not any more. */
  #waits = 0;

  constructor(
    readonly door: Door,
    readonly guest: Guest,
    readonly now: () => number = steady,
    readonly later: (what: () => void, delayMs: number) => void = (what, delayMs) =>
      void setTimeout(what, delayMs),
  ) {}

  async enter(): Promise<void> {
    this.wanted = true;
    if (this.asking || !this.door.connected) return;
    this.asking = true;
    const { guest } = this;
    const answer = await this.door.ask("room:enter", { room: guest.id, ...guest.from() });
    this.asking = false;
    if (answer.ok === true) this.#entered(answer);
    else if (answer.ok === "unknown") this.#later(AGAIN_MS);
    else this.#refused(answer.error);
    if (this.#left()) this.#out();
  }

  exit(): void {
    this.gone();
    if (!this.asking) this.#out();
  }

  /** The server has taken us out, or is about to hear that we go: what was to be tried again is not. */
  gone(): void {
    this.wanted = false;
    this.#forgetLater();
  }

  /** Something is missing: enters again from our head. Not in a storm, should the server keep leaving something out. */
  heal(): void {
    if (this.now() - this.#healed < AGAIN_MS) return this.#later(AGAIN_MS);
    this.#healed = this.now();
    if (this.wanted) void this.enter();
  }

  #entered(entered: Entered): void {
    this.#refusals = 0;
    this.#forgetLater();
    this.guest.entered(entered);
  }

  #refused(refusal: Refusal): void {
    const { retryAfter } = refusal;
    if (passes(refusal))
      this.#later(retryAfter === undefined ? backoff(this.#refusals++ + 2) : retryAfter * 1_000);
    this.guest.refused(refusal);
  }

  /** Asked for after an answer: meanwhile somebody may have gone. */
  #left(): boolean {
    return !this.wanted;
  }

  #out(): void {
    void this.door.ask("room:exit", { room: this.guest.id });
  }

  #later(delayMs: number): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const wait = this.#waits;
    this.later(() => {
      if (wait !== this.#waits) return;
      this.#waiting = false;
      this.heal();
    }, delayMs);
  }

  #forgetLater(): void {
    this.#waits++;
    this.#waiting = false;
  }
}
