import { describe, expect, it } from "vitest";
import type { Message } from "../wire";
import { lost, ok, outboxWith, refused, settled } from "./fakes";

describe("Outbox gives back to its author", () => {
  it("what was never handed on, and what was refused", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    await way.answer(refused());
    way.connected = false;
    outbox.post(1, "b");
    const [a, b] = entries().map((held) => held.key);
    expect(outbox.takeBack(a ?? "")?.text).toBe("a");
    expect(outbox.takeBack(b ?? "")?.text).toBe("b");
    expect(outbox.takeBack(b ?? "")).toBeUndefined();
    way.connected = true;
    outbox.resume();
    await settled();
    expect(way.posts).toHaveLength(1);
    expect(entries()).toEqual([]);
  });

  it("what the server put off, and goes on with what is behind it", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    outbox.post(1, "b");
    await way.answer({ ok: false, error: { code: "rate-limited", detail: "", retryAfter: 3 } });
    expect(outbox.takeBack(entries()[0]?.key ?? "")?.text).toBe("a");
    expect(way.posts.map((post) => post.text)).toEqual(["a", "b"]);
  });

  it("nothing that is on its way, or that may have come through", async () => {
    const { way, outbox, entries } = outboxWith();
    outbox.post(1, "a");
    const key = entries()[0]?.key ?? "";
    expect(outbox.takeBack(key)).toBeUndefined();
    way.connected = false;
    await way.answer(lost);
    expect(outbox.takeBack(key)).toBeUndefined();
    expect(entries()).toMatchObject([{ text: "a", state: "failed" }]);
  });

  it("what is too old to be sent again", async () => {
    const { way, outbox, entries, wait } = outboxWith();
    outbox.post(1, "a");
    await way.answer(lost);
    wait(7 * 24 * 3_600_000);
    outbox.resume();
    await settled();
    expect(entries()).toMatchObject([{ failure: { reason: "refused" } }]);
    expect(outbox.takeBack(entries()[0]?.key ?? "")?.text).toBe("a");
  });

  it.each(["unavailable", "internal"] as const)("nothing that was answered with %s", async (code) => {
    const { way, outbox, entries, wait } = outboxWith();
    outbox.post(1, "a");
    await way.answer({ ok: false, error: { code, detail: "" } });
    const key = entries()[0]?.key ?? "";
    expect(outbox.takeBack(key)).toBeUndefined();
    way.history.set(key, { id: 9 } as Message);
    wait(60_000);
    outbox.retry(key);
    await settled();
    expect(way.posts).toHaveLength(1);
    expect(entries()).toMatchObject([{ state: "sent", position: 9 }]);
  });

  it.each(["slow-mode", "rate-limited"] as const)(
    "nothing of which one try had no answer, though the next was put off with %s",
    async (code) => {
      const { way, outbox, entries, wait } = outboxWith();
      outbox.post(1, "a");
      await way.answer(lost);
      const key = entries()[0]?.key ?? "";
      outbox.resume();
      await settled();
      await way.answer({ ok: false, error: { code, detail: "", retryAfter: 3 } });
      expect(way.posts).toHaveLength(2);
      expect(entries()).toMatchObject([{ state: "failed", failure: { reason: "later" } }]);
      expect(outbox.takeBack(key)).toBeUndefined();
      // The first try was only slow.
      way.history.set(key, { id: 9 } as Message);
      wait(3_000);
      outbox.resume();
      await settled();
      expect(way.posts).toHaveLength(2);
      expect(entries()).toMatchObject([{ state: "sent", position: 9 }]);
    },
  );

  it("nothing that another tab tries once more after a refusal", async () => {
    const here = outboxWith();
    here.outbox.post(1, "a");
    await here.way.answer(refused());
    const key = here.entries()[0]?.key ?? "";
    const there = outboxWith(here.storage);
    there.outbox.retry(key);
    expect(here.outbox.takeBack(key)).toBeUndefined();
    expect(here.entries()).toHaveLength(1);
    await there.way.answer(refused());
    expect(here.outbox.takeBack(key)?.text).toBe("a");
  });

  it("nothing that another tab has sent or given back, and lets go of it", async () => {
    const here = outboxWith();
    here.way.connected = false;
    here.outbox.post(1, "a");
    here.outbox.post(1, "b");
    const [a = "", b = ""] = here.entries().map((held) => held.key);
    const there = outboxWith(here.storage);
    expect(there.outbox.takeBack(b)?.text).toBe("b");
    there.outbox.resume();
    await there.way.answer(ok(5));
    expect(here.outbox.takeBack(a)).toBeUndefined();
    expect(here.outbox.takeBack(b)).toBeUndefined();
    expect(here.entries()).toEqual([]);
  });

  it("nothing that another tab has begun to send", () => {
    const here = outboxWith();
    here.way.connected = false;
    here.outbox.post(1, "a");
    const key = here.entries()[0]?.key ?? "";
    outboxWith(here.storage).outbox.resume();
    expect(here.outbox.takeBack(key)).toBeUndefined();
    expect(here.entries()).toHaveLength(1);
  });
});
