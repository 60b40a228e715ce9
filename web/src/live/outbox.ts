import type { Message } from "../wire";
import type { Answer, Asked } from "./connection";
import { newKey } from "./key";
import type { Failure, Outgoing } from "../room/outgoing";
import type { OutgoingStorage } from "./outgoingStorage";
import { Store } from "../store";

/** The way out: the connection and, for old posts, the history. */
export interface Way {
  readonly connected: boolean;
  post(post: { room: number; text: string; key: string }): Promise<Answer<Asked["message:post"][1]>>;
  /** The message with this key of mine, when the history has it. */
  lookUp(room: number, key: string): Promise<Message | undefined>;
}

/** Within this time the server itself recognises a key; later the history must be asked first. */
const KEY_HOLDS_MS = 50 * 60_000;
const HISTORY_KNOWS_KEYS_MS = 6.5 * 24 * 3_600_000;

/** My posts on their way: in order within a room, one at a time, each under one key for all its tries. */
export class Outbox {
  readonly entries: Store<readonly Outgoing[]>;
  readonly #underWay = new Set<number>();
  /** Rooms where the server wants a pause: what is behind waits too, or it would overtake. */
  readonly #paused = new Set<number>();

  constructor(
    readonly way: Way,
    readonly memory: OutgoingStorage,
    readonly now: () => number = Date.now,
    readonly later: (what: () => void, delayMs: number) => void = (what, delayMs) =>
      void setTimeout(what, delayMs),
  ) {
    this.entries = new Store<readonly Outgoing[]>(memory.load());
  }

  post(room: number, text: string): void {
    const outgoing: Outgoing = { key: newKey(), room, text, at: this.now(), state: "sending" };
    this.memory.save(outgoing);
    this.entries.set([...this.entries.value, outgoing]);
    void this.#pump(room);
  }

  retry(key: string): void {
    this.#change(key, sending);
    const outgoing = this.#find(key);
    if (outgoing !== undefined) void this.#pump(outgoing.room);
  }

  discard(key: string): void {
    this.memory.forget(key);
    this.entries.set(this.entries.value.filter((held) => held.key !== key));
  }

  /** The connection is there (again): what did not get through goes out, in order. What was refused waits for its author. */
  resume(): void {
    const stuck = this.entries.value.filter((held) => held.failure?.reason === "unreachable");
    for (const held of stuck) this.#change(held.key, sending);
    for (const room of new Set(stuck.map((held) => held.room))) void this.#pump(room);
  }

  /** The log of a room now holds what I posted under these keys, or all up to a position. */
  settle(room: number, keys: ReadonlySet<string>, head: number): void {
    const isThere = (held: Outgoing) =>
      held.room === room && (keys.has(held.key) || (held.position !== undefined && held.position <= head));
    const settled = this.entries.value.filter(isThere);
    if (settled.length === 0) return;
    for (const held of settled) this.memory.forget(held.key);
    this.entries.set(this.entries.value.filter((held) => !isThere(held)));
  }

  async #pump(room: number): Promise<void> {
    if (this.#underWay.has(room)) return;
    this.#underWay.add(room);
    try {
      for (let next = this.#next(room); next !== undefined; next = this.#next(room)) await this.#send(next);
    } finally {
      this.#underWay.delete(room);
    }
  }

  #next(room: number): Outgoing | undefined {
    if (this.#paused.has(room)) return undefined;
    return this.entries.value.find((held) => held.room === room && held.state === "sending");
  }

  async #send(outgoing: Outgoing): Promise<void> {
    const { key, room, text } = outgoing;
    if (!this.way.connected) return this.#fail(key, { reason: "unreachable" });
    const tried = outgoing.tried ?? this.now();
    this.#change(key, (held) => ({ ...held, tried }));
    if (this.now() - tried > KEY_HOLDS_MS && !(await this.#missingInHistory(outgoing, tried))) return;
    const answer = await this.way.post({ room, text, key });
    if (answer.ok === true) return this.#sent(key, answer.position);
    if (answer.ok === "unknown") return this.#fail(key, { reason: "unreachable" });
    const { retryAfter } = answer.error;
    const until = retryAfter === undefined ? {} : { until: this.now() + retryAfter * 1_000 };
    this.#fail(key, { reason: "refused", refusal: answer.error, ...until });
    if (answer.error.code === "rate-limited" && retryAfter !== undefined)
      this.#pause(room, retryAfter * 1_000);
  }

  /** Too fast, as after a time without a connection: goes on by itself. */
  #pause(room: number, delayMs: number): void {
    this.#paused.add(room);
    this.later(() => {
      this.#paused.delete(room);
      const isLimited = ({ failure }: Outgoing) =>
        failure?.reason === "refused" && failure.refusal.code === "rate-limited";
      for (const held of this.entries.value)
        if (held.room === room && isLimited(held)) this.#change(held.key, sending);
      void this.#pump(room);
    }, delayMs);
  }

  /** An old try may have got through. */
  async #missingInHistory({ room, key }: Outgoing, tried: number): Promise<boolean> {
    if (this.now() - tried > HISTORY_KNOWS_KEYS_MS) {
      const refusal = { code: "conflict", detail: "too old to be sent again safely" } as const;
      this.#fail(key, { reason: "refused", refusal });
      return false;
    }
    try {
      const message = await this.way.lookUp(room, key);
      if (message === undefined) return true;
      this.#sent(key, message.id);
    } catch {
      this.#fail(key, { reason: "unreachable" });
    }
    return false;
  }

  #sent(key: string, position: number): void {
    this.memory.forget(key);
    this.#change(key, ({ failure, ...held }) => ({ ...held, state: "sent", position }));
  }

  #fail(key: string, failure: Failure): void {
    this.#change(key, (held) => ({ ...held, state: "failed", failure }));
    const held = this.#find(key);
    if (held !== undefined) this.memory.save(held);
  }

  #find(key: string): Outgoing | undefined {
    return this.entries.value.find((held) => held.key === key);
  }

  #change(key: string, change: (held: Outgoing) => Outgoing): void {
    this.entries.set(this.entries.value.map((held) => (held.key === key ? change(held) : held)));
  }
}

function sending({ failure, ...held }: Outgoing): Outgoing {
  return { ...held, state: "sending" };
}
