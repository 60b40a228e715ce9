import { describe, expect, it } from "vitest";
import type { RoomEvent } from "../wire";
import { fold, foldAll, GAP, leavesCountOpen, skip } from "./fold";
import { withPage, type RoomLog } from "./log";
import { ann, at, base, bob, empty, lobby, message, page, post } from "./samples";

function live(log: RoomLog, ...events: RoomEvent[]): RoomLog {
  return events.reduce((held, event) => {
    const next = fold(held, event);
    if (next === GAP) throw new Error(`a gap before ${event.position}`);
    return next;
  }, log);
}

/** No lobby. */
const hall: RoomLog = { ...empty, room: { ...lobby, id: 2 } };

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

  it("knows which slow mode people have set, and which the server", () => {
    const slower = live(empty, { type: "slowMode", ...base(3, 0), slowMode: 8, manualSlowMode: 2 });
    expect(slower.room).toMatchObject({ slowMode: 8, manualSlowMode: 2 });
    const calm = live(slower, { type: "slowMode", ...base(4, 3), slowMode: 2 });
    expect(calm.room.slowMode).toBe(2);
    expect(calm.room).not.toHaveProperty("manualSlowMode");
  });

  it("leaves no role to me where I have left", () => {
    const owned = { ...empty, room: { ...empty.room, role: "owner" } as const };
    const left = live(owned, { type: "left", ...base(3, 0, ann), account: ann });
    expect(left.room).toMatchObject({ joined: false, members: 1 });
    expect(left.room).not.toHaveProperty("role");
    const other = live(owned, { type: "left", ...base(3, 0, bob), account: bob });
    expect(other.room).toMatchObject({ joined: true, role: "owner", members: 1 });
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

  it("counts out who is banned, once, and in who joins again", () => {
    const banned = live(hall, { type: "role", ...base(2, 0), account: bob, role: "banned" });
    expect(banned.room.members).toBe(1);
    const lifted = live(banned, { type: "removed", ...base(3, 2), account: bob });
    expect(lifted.room.members).toBe(1);
    expect(lifted.notes.at(-1)).toMatchObject({ type: "removed", lifted: true });
    const back = live(lifted, { type: "joined", ...base(4, 3), account: bob });
    expect(back.room.members).toBe(2);
    const removed = live(back, { type: "removed", ...base(5, 4), account: bob });
    expect(removed.room.members).toBe(1);
    expect(removed.notes.at(-1)).not.toHaveProperty("lifted");
  });

  it("counts in whose ban from the lobby is lifted", () => {
    const banned = live(empty, { type: "role", ...base(2, 0), account: bob, role: "banned" });
    expect(live(banned, { type: "removed", ...base(3, 2), account: bob }).room.members).toBe(2);
    const unseen = live(empty, { type: "removed", ...base(3, 0), account: bob });
    expect(unseen.room.members).toBe(3);
    expect(unseen.notes).toMatchObject([{ lifted: true }]);
  });

  it("counts nobody out of whom it has not heard whether they were members", () => {
    const removed: RoomEvent = { type: "removed", ...base(2, 0), account: bob };
    expect(live(hall, removed).room.members).toBe(2);
    expect(leavesCountOpen(hall, removed)).toBe(true);
    const joined = live(hall, { type: "joined", ...base(2, 0), account: bob });
    expect(leavesCountOpen(joined, removed)).toBe(false);
    expect(leavesCountOpen(empty, removed)).toBe(false);
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
