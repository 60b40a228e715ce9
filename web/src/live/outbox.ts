import type { Message, Refusal } from "../wire";
import type { Answer, Asked } from "./connection";
import { RefusedError } from "../api/http";
import { backoff } from "./backoff";
import { steady } from "../clocks";
import { newKey } from "./key";
import { type Failure, isQueued, isReturnable, leavesOpen, type Outgoing } from "../room/outgoing";
import type { OutgoingStorage } from "./outgoingStorage";
import { Store } from "../store";

/** The way out: the connection and, for posts whose answer was lost, the history. */
export interface Way {
  readonly connected: boolean;
  post(post: Asked["message:post"][0]): Promise<Answer<Asked["message:post"][1]>>;
  /** The message with this key of mine, when the history has it. */
  lookUp(room: number, key: string): Promise<Message | undefined>;
}

/** What passes by itself. */
const LATER: readonly Refusal["code"][] = ["rate-limited", "slow-mode", "unavailable"];
const HISTORY_KNOWS_KEYS_MS = 6.5 * 24 * 3_600_000;

/** My posts on their way: in order within a room, one at a time, each under one key for all its tries. */
export class Outbox {
  readonly entries: Store<readonly Outgoing[]>;
  readonly #underWay = new Set<number>();
  /** Tries in a row that came to nothing, by room. */
  readonly #attempts = new Map<number, number>();
  #newest: number;

  constructor(
    readonly way: Way,
    readonly memory: OutgoingStorage,
    readonly now: () => number = Date.now,
    readonly later: (what: () => void, delayMs: number) => void = (what, delayMs) =>
      void setTimeout(what, delayMs),
    /** For how long something waits; `now` may be set by anybody. */
    readonly clock: () => number = steady,
  ) {
    const held = memory.load();
    this.entries = new Store<readonly Outgoing[]>(held);
    this.#newest = held.at(-1)?.at ?? 0;
    memory.onForgotten = (key) => this.#forgottenElsewhere(key);
  }

  post(room: number, text: string, replyTo?: number): void {
    // A clock that stands still or goes back does not change the order.
    this.#newest = Math.max(this.now(), this.#newest + 1);
    const reply = replyTo === undefined ? {} : { replyTo };
    const outgoing: Outgoing = {
      key: newKey(),
      room,
      text,
      ...reply,
      at: this.#newest,
      state: "sending",
    };
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
    const outgoing = this.#find(key);
    this.entries.set(this.entries.value.filter((held) => held.key !== key));
    if (outgoing !== undefined) void this.#pump(outgoing.room);
  }

  /** What has not gone out, back to its author; nothing if it may be on its way from here or from another tab. */
  takeBack(key: string): Outgoing | undefined {
    if (this.#dropGone(key)) return undefined;
    const outgoing = this.#find(key);
    if (outgoing === undefined || !isReturnable(outgoing)) return undefined;
    const kept = this.memory.read(key);
    if (kept?.tried !== undefined && !isReturnable(kept)) return undefined;
    this.discard(key);
    return outgoing;
  }

  /** The connection is there (again): what did not get through goes out, in order. What was refused waits for its author. */
  resume(): void {
    for (const room of new Set(this.entries.value.filter(isQueued).map((held) => held.room)))
      void this.#pump(room);
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
      for (let next = this.#next(room); next !== undefined; next = this.#next(room))
        if (!(await this.#send(next))) break;
    } finally {
      this.#underWay.delete(room);
    }
  }

  /** The oldest that is to go out; none, when that one is to wait, or when nothing gets out at all. */
  #next(room: number): Outgoing | undefined {
    const queued = this.entries.value.filter((held) => held.room === room && isQueued(held));
    const [oldest] = queued;
    if (oldest === undefined) return undefined;
    if (oldest.failure?.reason === "later" && oldest.failure.until > this.clock()) {
      this.#again(room, oldest.failure.until - this.clock());
      return undefined;
    }
    if (this.way.connected) return oldest;
    for (const held of queued) if (held.state === "sending") this.#fail(held.key, { reason: "unreachable" });
    return undefined;
  }

  /** Says whether the next one may follow. */
  async #send(outgoing: Outgoing): Promise<boolean> {
    const { key, room, text, replyTo, tried } = outgoing;
    if (this.#dropGone(key)) return true;
    this.#change(key, (held) => ({ ...sending(held), tried: tried ?? this.now() }));
    // Kept before it goes out, or a page that ends now would know nothing of this try.
    this.#remember(key);
    if (tried !== undefined && !(await this.#missingInHistory(outgoing, tried)))
      return this.#find(key)?.failure?.reason !== "unreachable";
    // Meanwhile it may have been settled or discarded.
    if (this.#dropGone(key) || this.#find(key) === undefined) return true;
    const answer = await this.way.post({ room, text, key, ...(replyTo === undefined ? {} : { replyTo }) });
    if (answer.ok === true) this.#sent(key, answer.position);
    else if (answer.ok === "unknown") this.#unanswered(key, room);
    else this.#refused(outgoing, answer.error);
    return answer.ok !== "unknown";
  }

  /** The try may have got through or not. The room's others wait, or they would overtake it. */
  #unanswered(key: string, room: number): void {
    this.#fail(key, { reason: "unreachable" });
    const attempt = this.#attempts.get(room) ?? 0;
    this.#attempts.set(room, attempt + 1);
    // Without a connection `resume` goes on.
    if (this.way.connected) this.#again(room, backoff(attempt));
  }

  /** Of this try it is surely not there, and the next needs no look at the history; of one before without an answer it may be. */
  #refused({ key, room, tried: before }: Outgoing, refusal: Refusal): void {
    if (before === undefined && !leavesOpen(refusal)) this.#change(key, ({ tried, ...held }) => held);
    const attempt = this.#attempts.get(room) ?? 0;
    this.#attempts.set(room, attempt + 1);
    if (!LATER.includes(refusal.code)) return this.#fail(key, { reason: "refused", refusal });
    const delayMs = refusal.retryAfter === undefined ? backoff(attempt + 2) : refusal.retryAfter * 1_000;
    this.#fail(key, { reason: "later", refusal, until: this.clock() + delayMs });
  }

  #again(room: number, delayMs: number): void {
    this.later(() => void this.#pump(room), delayMs);
  }

  /** A try without an answer may have got through, and the server knows a key for a while only. */
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
    } catch (error) {
      if (error instanceof RefusedError && error.code === "not-found")
        this.#fail(key, { reason: "refused", refusal: error.refusal });
      else this.#unanswered(key, room);
    }
    return false;
  }

  #sent(key: string, position: number): void {
    this.memory.forget(key);
    this.#attempts.delete(this.#find(key)?.room ?? 0);
    this.#change(key, ({ failure, ...held }) => ({ ...held, state: "sent", position }));
  }

  #fail(key: string, failure: Failure): void {
    this.#change(key, (held) => ({ ...held, state: "failed", failure }));
    this.#remember(key);
  }

  /** What another tab has sent or discarded, though its word has not come yet, is not sent and not given back here. */
  #dropGone(key: string): boolean {
    if (!this.memory.isGone(key)) return false;
    this.#forgottenElsewhere(key);
    return true;
  }

  /** Another tab of this browser has sent or discarded it. */
  #forgottenElsewhere(key: string): void {
    if (this.#find(key)?.state !== "sent")
      this.entries.set(this.entries.value.filter((held) => held.key !== key));
  }

  #remember(key: string): void {
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
