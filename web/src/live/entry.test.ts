import { describe, expect, it } from "vitest";
import type { Entered, Refusal } from "../wire";
import type { Answer } from "./connection";
import { type Door, Entry } from "./entry";
import { settled } from "./fakes";

/** A server that says what it was asked, answers when it is told to, and knows who is inside. */
class FakeDoor implements Door {
  connected = true;
  readonly asked: string[] = [];
  inside = false;
  #answers: (() => void)[] = [];

  ask(event: string): Promise<Answer<never>> {
    this.asked.push(event);
    this.inside = event === "room:enter";
    const answer = { ok: true } as unknown as Answer<never>;
    return new Promise((resolve) => this.#answers.push(() => resolve(answer)));
  }

  async answer(): Promise<void> {
    this.#answers.shift()?.();
    await settled();
  }
}

function entryOf() {
  const door = new FakeDoor();
  const entered: Entered[] = [];
  const refusals: Refusal[] = [];
  const timers: (() => void)[] = [];
  let now = 0;
  const entry = new Entry(
    door,
    {
      id: 1,
      from: () => ({}),
      entered: (answer) => void entered.push(answer),
      refused: (refusal) => void refusals.push(refusal),
    },
    () => now,
    (what) => void timers.push(what),
  );
  return { door, entry, entered, timers, wait: (ms: number) => (now += ms) };
}

describe("Entry", () => {
  it("is inside when one goes away and comes back within one answer's time", async () => {
    const { door, entry } = entryOf();
    void entry.enter();
    entry.exit();
    void entry.enter();
    await door.answer();
    expect(door.asked).toEqual(["room:enter"]);
    expect(door.inside).toBe(true);
  });

  it("is outside when one has gone before the answer", async () => {
    const { door, entry } = entryOf();
    void entry.enter();
    entry.exit();
    await door.answer();
    expect(door.asked).toEqual(["room:enter", "room:exit"]);
  });

  it("heals once for many things that are missing", async () => {
    const { door, entry, timers, wait } = entryOf();
    void entry.enter();
    await door.answer();
    wait(5_000);
    for (let missing = 0; missing < 5; missing++) entry.heal();
    await door.answer();
    for (let missing = 0; missing < 5; missing++) entry.heal();
    expect(door.asked).toHaveLength(2);
    expect(timers).toHaveLength(1);
  });

  it("does not go back in to heal a room that was left", async () => {
    const { door, entry, wait } = entryOf();
    void entry.enter();
    await door.answer();
    entry.exit();
    wait(5_000);
    entry.heal();
    expect(door.asked).toEqual(["room:enter", "room:exit"]);
  });
});
