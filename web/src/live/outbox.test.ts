import { describe, expect, it } from "vitest";
import type { Message } from "../wire";
import type { Answer, Asked } from "./connection";
import { Outbox, type Way } from "./outbox";
import { OutgoingStorage } from "./outgoingStorage";

type PostAnswer = Answer<Asked["message:post"][1]>;

/** A way whose answers the test gives one by one. */
class FakeWay implements Way {
  connected = true;
  readonly posts: { room: number; text: string; key: string }[] = [];
  readonly history = new Map<string, Message>();
  #answers: ((answer: PostAnswer) => void)[] = [];

  post(post: { room: number; text: string; key: string }): Promise<PostAnswer> {
    this.posts.push(post);
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  lookUp(_room: number, key: string): Promise<Message | undefined> {
    return Promise.resolve(this.history.get(key));
  }

  async answer(answer: PostAnswer): Promise<void> {
    this.#answers.shift()?.(answer);
    await settled();
  }
}

class FakeStorage implements Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  [name: string]: unknown;
  getItem(name: string) {
    return (this[name] as string | undefined) ?? null;
  }
  setItem(name: string, value: string) {
    this[name] = value;
  }
  removeItem(name: string) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- what storage is
    delete this[name];
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const ok = (position: number): PostAnswer => ({ ok: true, position, at: 1 });
const refused = (retryAfter?: number): PostAnswer => ({
  ok: false,
  error: { code: "slow-mode", detail: "slowly", ...(retryAfter === undefined ? {} : { retryAfter }) },
});

function outboxWith(storage = new FakeStorage()) {
  const way = new FakeWay();
  let now = 1_000_000;
  const timers: (() => void)[] = [];
  const memory = new OutgoingStorage(1, storage as unknown as Storage);
  const outbox = new Outbox(
    way,
    memory,
    () => now,
    (what) => void timers.push(what),
  );
  return {
    way,
    outbox,
    storage,
    timers,
    entries: () => outbox.entries.value,
    wait: (ms: number) => (now += ms),
  };
}

describe("Outbox", () => {
  it("sends one at a time, in order, and lets go when the log has it", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    outbox.post(1, "b");
    expect(way.posts.map((post) => post.text)).toEqual(["a"]);
    await way.answer(ok(5));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "b"]);
    expect(entries()).toMatchObject([
      { text: "a", state: "sent", position: 5 },
      { text: "b", state: "sending" },
    ]);
    outbox.settle(1, new Set(), 5);
    expect(entries().map((held) => held.text)).toEqual(["b"]);
  });

  it("lets go of a post whose event comes before its acknowledgement", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    outbox.settle(1, new Set([entries()[0]?.key ?? ""]), 5);
    await way.answer(ok(5));
    expect(entries()).toEqual([]);
  });

  it("does not hold up one room for another", () => {
    const { way, outbox } = outboxWith();
    outbox.post(1, "a");
    outbox.post(2, "b");
    expect(way.posts.map((post) => post.room)).toEqual([1, 2]);
  });

  it("tries again under the same key, by itself, in order, when the connection is back", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    way.connected = false;
    await way.answer({ ok: "unknown" });
    outbox.post(1, "b");
    await settled();
    expect(entries().map((held) => held.state)).toEqual(["failed", "failed"]);
    way.connected = true;
    outbox.resume();
    await way.answer(ok(5));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "a", "b"]);
    expect(way.posts[1]?.key).toBe(way.posts[0]?.key);
  });

  it("keeps a refused text for its author, who retries or discards it", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    await way.answer(refused(12));
    expect(entries()).toMatchObject([{ state: "failed", failure: { reason: "refused", until: 1_012_000 } }]);
    outbox.resume();
    expect(way.posts).toHaveLength(1);
    const key = entries()[0]?.key ?? "";
    outbox.retry(key);
    expect(way.posts.map((post) => post.key)).toEqual([key, key]);
    await way.answer(refused());
    outbox.discard(key);
    expect(entries()).toEqual([]);
  });

  it("waits when it was too fast, and goes on by itself and in order", async () => {
    const { way, outbox, timers, entries } = outboxWith();
    outbox.post(1, "a");
    outbox.post(1, "b");
    await way.answer({ ok: false, error: { code: "rate-limited", detail: "", retryAfter: 3 } });
    expect(way.posts).toHaveLength(1);
    expect(entries().map((held) => held.state)).toEqual(["failed", "sending"]);
    timers[0]?.();
    await way.answer(ok(5));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "a", "b"]);
  });

  it("survives a reload", async () => {
    const before = outboxWith();
    before.outbox.post(1, "a");
    before.outbox.post(2, "b");
    await before.way.answer(ok(5));
    const after = outboxWith(before.storage);
    expect(after.entries()).toMatchObject([{ text: "b", state: "failed", key: before.entries()[1]?.key }]);
    after.outbox.resume();
    expect(after.way.posts).toMatchObject([{ text: "b" }]);
  });

  it("asks the history first when the server may have forgotten the key", async () => {
    const { way, outbox, entries, wait } = outboxWith();
    outbox.post(1, "a");
    await way.answer({ ok: "unknown" });
    const key = entries()[0]?.key ?? "";
    way.history.set(key, { id: 9 } as Message);
    wait(2 * 3_600_000);
    outbox.resume();
    await settled();
    expect(way.posts).toHaveLength(1);
    expect(entries()).toMatchObject([{ state: "sent", position: 9 }]);
  });
});
