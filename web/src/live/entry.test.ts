import { describe, expect, it } from "vitest";
import type { Entered, ErrorCode, Refusal } from "../wire";
import type { Answer } from "./connection";
import { type Door, Entry } from "./entry";
import { settled } from "./fakes";

/** A server that says what it was asked, answers when it is told to, and knows who is inside. */
class FakeDoor implements Door {
  connected = true;
  readonly asked: string[] = [];
  inside = false;
  #answers: ((answer: Answer<never>) => void)[] = [];

  ask(event: string): Promise<Answer<never>> {
    this.asked.push(event);
    this.inside = event === "room:enter";
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  async answer(): Promise<void> {
    this.#answers.shift()?.({ ok: true } as unknown as Answer<never>);
    await settled();
  }

  async refuse(code: ErrorCode, retryAfter?: number): Promise<void> {
    const error = { code, detail: "", ...(retryAfter === undefined ? {} : { retryAfter }) };
    this.#answers.shift()?.({ ok: false, error });
    await settled();
  }
}

function entryOf() {
  const door = new FakeDoor();
  const entered: Entered[] = [];
  const refusals: Refusal[] = [];
  const timers: (() => void)[] = [];
  const delays: number[] = [];
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
    (what, delayMs) => {
      timers.push(what);
      delays.push(delayMs);
    },
  );
  return { door, entry, entered, refusals, timers, delays, wait: (ms: number) => (now += ms) };
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
    wait(1_000);
    for (const due of timers) due();
    expect(door.asked).toHaveLength(3);
  });

  it("does not go back in by itself once one is in, or was taken out", async () => {
    const { door, entry, timers, wait } = entryOf();
    void entry.enter();
    await door.refuse("unavailable");
    void entry.enter();
    await door.answer();
    entry.gone();
    wait(30_000);
    for (const due of timers) due();
    expect(door.asked).toHaveLength(2);
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

  it.each(["unavailable", "internal", "rate-limited"] as const)(
    "tries again by itself, less and less often, when the answer is %s",
    async (code) => {
      const { door, entry, entered, timers, delays, wait } = entryOf();
      void entry.enter();
      for (const least of [2_000, 4_000, 8_000]) {
        await door.refuse(code);
        expect(delays.at(-1)).toBeGreaterThanOrEqual(least);
        expect(delays.at(-1)).toBeLessThanOrEqual(2 * least);
        wait(2 * least);
        timers.at(-1)?.();
      }
      await door.answer();
      expect(entered).toHaveLength(1);
      expect(door.asked).toHaveLength(4);
    },
  );

  it("tries again when the server says, and not at all where the answer stays no", async () => {
    const { door, entry, refusals, timers, delays, wait } = entryOf();
    void entry.enter();
    await door.refuse("rate-limited", 7);
    expect(delays).toEqual([7_000]);
    wait(7_000);
    timers[0]?.();
    await door.refuse("forbidden");
    expect(refusals.map(({ code }) => code)).toEqual(["rate-limited", "forbidden"]);
    expect(timers).toHaveLength(1);
  });
});
