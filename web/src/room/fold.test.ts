import { describe, expect, it } from "vitest";
import type { Message, Page, Person, Room, RoomEvent } from "../wire";
import { fold, foldAll, GAP, skip, touchAll } from "./fold";
import { freshLog, isWhole, rejoined, trimmed, withPage, type RoomLog, type Where } from "./log";

const ann: Person = { id: 1, name: "Ann" };
const bob: Person = { id: 2, name: "Bob" };
const lobby: Room = {
  id: 1,
  name: "lobby",
  topic: "",
  visibility: "public",
  archived: false,
  slowMode: 0,
  members: 2,
  online: 1,
  head: 0,
  joined: true,
};
const empty: RoomLog = freshLog(ann.id, {
  outcome: "fresh",
  room: lobby,
  epoch: "e1",
  head: 0,
  online: 1,
  messages: [],
});

const at = 1_000;
const base = (position: number, prev: number, author = bob) => ({
  room: 1,
  position,
  prev,
  at: at + position,
  author,
});
const post = (position: number, prev: number, text: string, author = bob): RoomEvent => ({
  type: "posted",
  ...base(position, prev, author),
  text,
  key: `k${position}`,
});
const message = (id: number, text: string, version = id): Message => ({
  id,
  version,
  room: 1,
  author: bob,
  at: at + id,
  text,
});
const page = (messages: Message[], before: boolean, after = false): Page => ({
  messages,
  more: { before, after },
  epoch: "e1",
  asOf: 99,
});

function live(log: RoomLog, ...events: RoomEvent[]): RoomLog {
  return events.reduce((held, event) => {
    const next = fold(held, event);
    if (next === GAP) throw new Error(`a gap before ${event.position}`);
    return next;
  }, log);
}

const story: RoomEvent[] = [
  post(3, 0, "one"),
  post(5, 3, "two"),
  { type: "edited", ...base(6, 5), id: 3, text: "one, better" },
  { type: "reacted", ...base(7, 6, ann), id: 5, emoji: "👍" },
  { type: "reacted", ...base(8, 7, bob), id: 5, emoji: "👍" },
  { type: "unreacted", ...base(9, 8, ann), id: 5, emoji: "👍" },
  { type: "deleted", ...base(11, 9), id: 3 },
  { type: "edited", ...base(12, 11), id: 3, text: "back from the dead" },
  { type: "topic", ...base(13, 12), topic: "Lunch" },
  { type: "renamed", ...base(14, 13), name: "hall" },
  { type: "joined", ...base(15, 14), account: { id: 7, name: "Cy" } },
  { type: "archived", ...base(16, 15), archived: true },
];

describe("fold", () => {
  it("makes messages of events", () => {
    const log = live(empty, ...story);
    expect(log.head).toBe(16);
    expect(log.messages).toMatchObject([
      { id: 3, version: 12, text: "", deleted: at + 11 },
      { id: 5, version: 9, text: "two", key: "k5", reactions: [{ emoji: "👍", count: 1, mine: false }] },
    ]);
    expect(log.room).toMatchObject({ name: "hall", topic: "Lunch", members: 3, archived: true });
  });

  it("changes nothing when events come twice, in whatever order", () => {
    const once = live(empty, ...story);
    expect(live(once, ...story)).toEqual(once);
    expect(live(once, ...story.toReversed())).toEqual(once);
    expect(foldAll(once, story, 16)).toEqual(once);
  });

  it("gives the same from any point of the story, live or resumed", () => {
    const whole = live(empty, ...story);
    for (let cut = 0; cut <= story.length; cut++) {
      const before = live(empty, ...story.slice(0, cut));
      expect(foldAll(before, story.slice(cut), 16)).toEqual(whole);
      // A resumed answer may overlap with what came live.
      expect(foldAll(before, story.slice(Math.max(0, cut - 3)), 16)).toEqual(whole);
    }
  });

  it("says so when an event is missing", () => {
    const log = live(empty, post(3, 0, "one"));
    expect(fold(log, post(9, 5, "three"))).toBe(GAP);
    expect(fold(log, { type: "deleted", ...base(9, 5), id: 3 })).toBe(GAP);
  });

  it("keeps a deleted message's place without its text, in catch-up too", () => {
    const log = foldAll(empty, [{ ...post(3, 0, "secret"), deleted: 77 } as RoomEvent], 3);
    expect(log.messages).toMatchObject([{ id: 3, text: "", deleted: 77 }]);
  });

  it("knows which reactions are mine", () => {
    const log = live(empty, post(3, 0, "one"), { type: "reacted", ...base(4, 3, ann), id: 3, emoji: "🎉" });
    expect(log.messages[0]?.reactions).toEqual([{ emoji: "🎉", count: 1, mine: true }]);
    const gone = live(log, { type: "unreacted", ...base(5, 4, ann), id: 3, emoji: "🎉" });
    expect(gone.messages[0]?.reactions).toEqual([]);
  });

  it("notices that it is I who was removed", () => {
    expect(live(empty, { type: "removed", ...base(2, 0), account: ann }).room.joined).toBe(false);
  });

  it("does not count a member twice whom the room's description has counted", () => {
    const ahead = { ...empty, room: { ...lobby, members: 3, head: 2 } };
    expect(live(ahead, { type: "joined", ...base(2, 0), account: bob }).room.members).toBe(3);
  });

  it("lets a kind of event that it does not know move the head alone", () => {
    const log = live(empty, { type: "pinned", ...base(2, 0) } as unknown as RoomEvent, post(4, 2, "on"));
    expect(log.messages.map((held) => held.text)).toEqual(["on"]);
  });
});

describe("skipped", () => {
  const log = skip(live(empty, post(3, 0, "one")), { room: 1, from: 4, to: 20, count: 12 });

  it("leaves a hole and goes on behind it", () => {
    expect(log.holes).toEqual([{ from: 4, to: 20, count: 12 }]);
    expect(live(log, post(21, 20, "after")).messages.map((held) => held.id)).toEqual([3, 21]);
    expect(skip(log, { room: 1, from: 4, to: 20, count: 12 })).toBe(log);
  });

  it("is filled page by page", () => {
    const half = withPage(log, { after: 3 }, page([message(5, "a"), message(9, "b")], true, true));
    expect(half.holes).toEqual([{ from: 10, to: 20, count: 10 }]);
    const whole = withPage(half, { after: 9 }, page([message(20, "c"), message(21, "live")], true, true));
    expect(whole.holes).toEqual([]);
    expect(whole.messages.map((held) => held.id)).toEqual([3, 5, 9, 20]);
  });
});

describe("history", () => {
  const log = live({ ...empty, start: 8 }, post(8, 0, "eight"), {
    type: "edited",
    ...base(9, 8),
    id: 8,
    text: "8",
  });

  it("goes before what is held, and the newer version of a message wins", () => {
    const longer = withPage(log, { before: 9 }, page([message(2, "two"), message(8, "eight")], true));
    expect(longer.messages.map((held) => held.text)).toEqual(["two", "8"]);
    expect(longer).toMatchObject({ start: 2, holes: [] });
    expect(withPage(log, { before: 8 }, page([message(2, "two")], false)).start).toBe(0);
  });

  it("takes changes that came while the page was under way", () => {
    const longer = withPage(log, { before: 8 }, page([message(2, "two")], false));
    const edit = { type: "edited", ...base(9, 8), id: 2, text: "2" } as const;
    expect(touchAll(longer, [edit, edit]).messages[0]).toMatchObject({ text: "2", version: 9 });
  });

  it("is let go of at the old end", () => {
    const three = live(empty, post(3, 0, "a"), post(4, 3, "b"), post(5, 4, "c"));
    expect(trimmed(three, 2)).toMatchObject({ messages: [{ id: 4 }, { id: 5 }], start: 4 });
    expect(trimmed(three, 3)).toBe(three);
  });

  it("leaves a hole that shows when a page lands away from what is held", () => {
    const far = withPage(log, { around: 3 }, page([message(2, "two"), message(4, "four")], true, true));
    expect(far).toMatchObject({ start: 2, holes: [{ from: 5, to: 7 }] });
    expect(isWhole(far, 2, 4)).toBe(true);
    expect(isWhole(far, 4, 8)).toBe(false);
    expect(rejoined(far)).toEqual(log);
    const joined = withPage(far, { after: 4 }, page([message(6, "six"), message(8, "eight")], true));
    expect(joined.holes).toEqual([]);
    expect(joined.messages.map((held) => held.id)).toEqual([2, 4, 6, 8]);
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
