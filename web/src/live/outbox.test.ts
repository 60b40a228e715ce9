import { describe, expect, it } from "vitest";
import type { Message } from "../wire";
import { lost, ok, outboxWith, refused, settled } from "./fakes";

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
    await settled();
    await way.answer(ok(5));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "a", "b"]);
    expect(way.posts[1]?.key).toBe(way.posts[0]?.key);
  });

  it("keeps a refused text for its author, who retries or discards it", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    await way.answer(refused());
    expect(entries()).toMatchObject([{ state: "failed", failure: { reason: "refused" } }]);
    outbox.resume();
    expect(way.posts).toHaveLength(1);
    const key = entries()[0]?.key ?? "";
    outbox.retry(key);
    expect(way.posts.map((post) => post.key)).toEqual([key, key]);
    await way.answer(refused());
    outbox.discard(key);
    expect(entries()).toEqual([]);
  });

  it.each(["rate-limited", "slow-mode", "unavailable"] as const)(
    "waits when the answer is %s, and goes on by itself and in order",
    async (code) => {
      const { way, outbox, timers, wait, entries } = outboxWith();
      outbox.post(1, "a");
      outbox.post(1, "b");
      await way.answer({ ok: false, error: { code, detail: "", retryAfter: 3 } });
      expect(way.posts).toHaveLength(1);
      expect(entries().map((held) => held.state)).toEqual(["failed", "sending"]);
      outbox.post(1, "c");
      outbox.resume();
      expect(way.posts).toHaveLength(1);
      wait(3_000);
      timers[0]?.();
      await settled();
      await way.answer(ok(5));
      expect(way.posts.map((post) => post.text)).toEqual(["a", "a", "b"]);
    },
  );

  it("lets nothing overtake a post that is not answered, and tries it again on the same connection", async () => {
    const { way, outbox, timers, entries } = outboxWith();
    outbox.post(1, "a");
    outbox.post(1, "b");
    await way.answer(lost);
    expect(way.posts.map((post) => post.text)).toEqual(["a"]);
    timers[0]?.();
    await settled();
    await way.answer(ok(5));
    await way.answer(ok(6));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "a", "b"]);
    expect(entries().map((held) => held.state)).toEqual(["sent", "sent"]);
  });

  it("does not hold up others behind what waits for its author", async () => {
    const { way, outbox } = outboxWith();
    outbox.post(1, "a");
    outbox.post(1, "b");
    await way.answer(refused());
    expect(way.posts.map((post) => post.text)).toEqual(["a", "b"]);
  });

  it("knows after a crash that a post went out, however long ago", async () => {
    const before = outboxWith();
    before.outbox.post(1, "a");
    const { key } = before.way.posts[0] as { key: string };
    const after = outboxWith(before.storage);
    after.wait(2 * 3_600_000);
    after.way.history.set(key, { id: 9 } as Message);
    after.outbox.resume();
    await settled();
    expect(after.way.posts).toEqual([]);
    expect(after.entries()).toMatchObject([{ state: "sent", position: 9 }]);
  });

  it("does not send what another tab has sent or discarded, though no word of it has come", async () => {
    const here = outboxWith();
    here.way.connected = false;
    here.outbox.post(1, "a");
    const there = outboxWith(here.storage);
    there.outbox.discard(there.entries()[0]?.key ?? "");
    here.way.connected = true;
    here.outbox.resume();
    await settled();
    expect(here.way.posts).toEqual([]);
    expect(here.entries()).toEqual([]);
  });

  it("does not send what was discarded here or in another tab while the history was asked", async () => {
    const here = outboxWith();
    here.outbox.post(1, "a");
    here.outbox.post(2, "b");
    await here.way.answer(lost);
    await here.way.answer(lost);
    const [a = "", b = ""] = here.entries().map((held) => held.key);
    const there = outboxWith(here.storage);
    here.outbox.resume();
    here.outbox.discard(a);
    there.outbox.discard(b);
    await settled();
    expect(here.way.posts).toHaveLength(2);
    expect(here.entries()).toEqual([]);
  });

  it("asks the history first when an answer was lost: the server may have forgotten the key", async () => {
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
