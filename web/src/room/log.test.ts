import { describe, expect, it } from "vitest";
import type { Message, Page } from "../wire";
import { skip, touchAll } from "./fold";
import { isWhole, rejoined, type RoomLog, trimmed, type Where, withPage } from "./log";
import { base, empty, log, message, page } from "./samples";

describe("history", () => {
  const held = log([message(8, "8", 9)], { start: 8, head: 9 });

  it("goes before what is held, and the newer version of a message wins", () => {
    const longer = withPage(held, { before: 9 }, page([message(2, "two"), message(8, "eight")], true));
    expect(longer.messages.map(({ text }) => text)).toEqual(["two", "8"]);
    expect(longer).toMatchObject({ start: 2, holes: [] });
    expect(withPage(held, { before: 8 }, page([message(2, "two")], false)).start).toBe(0);
  });

  it("takes changes that came while the page was under way", () => {
    const longer = withPage(held, { before: 8 }, page([message(2, "two")], false));
    const edit = { type: "edited", ...base(9, 8), id: 2, text: "2" } as const;
    expect(touchAll(longer, [edit, edit]).messages[0]).toMatchObject({ text: "2", version: 9 });
  });

  it("is let go of at the old end", () => {
    const three = log([message(3, "a"), message(4, "b"), message(5, "c")]);
    expect(trimmed(three, 2)).toMatchObject({ messages: [{ id: 4 }, { id: 5 }], start: 4 });
    expect(trimmed(three, 3)).toBe(three);
  });

  it("leaves a hole that shows when a page lands away from what is held", () => {
    const far = withPage(held, { around: 3 }, page([message(2, "two"), message(4, "four")], true, true));
    expect(far).toMatchObject({ start: 2, holes: [{ from: 5, to: 7 }] });
    expect(isWhole(far, 2, 4)).toBe(true);
    expect(isWhole(far, 4, 8)).toBe(false);
    expect(rejoined(far)).toEqual(held);
    const joined = withPage(far, { after: 4 }, page([message(6, "six"), message(8, "eight")], true));
    expect(joined.holes).toEqual([]);
    expect(joined.messages.map(({ id }) => id)).toEqual([2, 4, 6, 8]);
  });

  it("is whole where it says so, whatever pages come in whatever order", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const there = Array.from({ length: 60 }, (_, i) => message(i * 3 + 1 + random(2), "x"));
      const head = there.at(-1)?.id ?? 0;
      let held: RoomLog = { ...empty, head, start: there[50]?.id ?? 0, messages: there.slice(50) };
      if (round % 3 === 0) held = skip(held, { room: 1, from: head + 1, to: head + 40, count: 9 });
      for (let step = 0; step < 12; step++) {
        const position = random(head + 3);
        const limit = 1 + random(9);
        const where = [{ before: position }, { after: position }, { around: position }][random(3)] ?? {
          around: position,
        };
        held = withPage(held, where, answer(there, where, limit, head));
        const { start, messages } = held;
        const wrong = Array.from({ length: head - start + 1 }, (_, i) => start + i)
          .filter((at) => isWhole(held, at, at))
          .filter((at) => there.some(({ id }) => id === at) !== messages.some(({ id }) => id === at));
        expect(wrong).toEqual([]);
        expect(messages.every(({ id }, index) => index === 0 || id > (messages[index - 1]?.id ?? 0))).toBe(
          true,
        );
      }
    }
  });
});

/** As the server answers. */
function answer(there: Message[], where: Where, limit: number, head: number): Page {
  let from: number;
  let to: number;
  const index = (position: number) => there.filter(({ id }) => id < position).length;
  if ("before" in where) [from, to] = [index(where.before) - limit, index(where.before)];
  else if ("after" in where) [from, to] = [index(where.after + 1), index(where.after + 1) + limit];
  else if ("around" in where)
    [from, to] = [index(where.around + 1) - Math.ceil(limit / 2), index(where.around + 1) + (limit >> 1)];
  else [from, to] = [index(where.at), index(where.at) + limit];
  const messages = there.slice(Math.max(0, from), Math.max(0, to));
  return {
    messages,
    more: { before: from > 0 && there.length > 0, after: to < there.length },
    epoch: "e1",
    asOf: head,
  };
}
