import { describe, expect, it } from "vitest";
import { ok, outboxWith, settled } from "./fakes";

describe("what is kept of posts on their way", () => {
  it("survives a reload", async () => {
    const before = outboxWith();
    before.outbox.post(1, "a");
    before.outbox.post(2, "b");
    await before.way.answer(ok(5));
    const after = outboxWith(before.storage);
    expect(after.entries()).toMatchObject([{ text: "b", state: "failed", key: before.entries()[1]?.key }]);
    after.outbox.resume();
    await settled();
    expect(after.way.posts).toMatchObject([{ text: "b" }]);
  });

  it("keeps the order over a reload, whatever the clock does", async () => {
    const before = outboxWith();
    before.way.connected = false;
    before.outbox.post(1, "a");
    before.outbox.post(1, "b");
    before.wait(-3_600_000);
    before.outbox.post(1, "c");
    const after = outboxWith(before.storage);
    after.wait(-3_600_000);
    after.outbox.post(1, "d");
    after.outbox.resume();
    for (let position = 1; position <= 4; position++) await after.way.answer(ok(position));
    expect(after.way.posts.map((post) => post.text)).toEqual(["a", "b", "c", "d"]);
  });

  it("lets go of what another tab has sent or discarded", () => {
    const { way, outbox, entries } = outboxWith();
    way.connected = false;
    outbox.post(1, "a");
    outbox.memory.onForgotten(entries()[0]?.key ?? "");
    expect(entries()).toEqual([]);
  });

  it("sends what waits though the browser's data were cleared meanwhile", async () => {
    const { way, outbox, storage } = outboxWith();
    way.connected = false;
    outbox.post(1, "a");
    outbox.post(1, "b");
    storage.clear();
    way.connected = true;
    outbox.resume();
    await way.answer(ok(1));
    expect(way.posts.map((post) => post.text)).toEqual(["a", "b"]);
  });

  it("goes on where nothing can be kept", async () => {
    const { way, outbox, storage } = outboxWith();
    storage.setItem = () => {
      throw new Error("full");
    };
    outbox.post(1, "a");
    await settled();
    expect(way.posts).toHaveLength(1);
  });

  it("lets other tabs hear of what is discarded after the browser's data were cleared", () => {
    const { outbox, storage, entries } = outboxWith();
    outbox.post(1, "a");
    storage.clear();
    const written: string[] = [];
    storage.onRemoved = (name) => void written.push(name);
    outbox.discard(entries()[0]?.key ?? "");
    expect(written).toHaveLength(1);
  });
});
