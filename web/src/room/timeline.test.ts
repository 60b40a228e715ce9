import { describe, expect, it } from "vitest";
import type { Outgoing } from "./outgoing";
import type { Message, Person } from "../wire";
import { timeline } from "./timeline";

const ann: Person = { id: 1, name: "Ann" };
const bob: Person = { id: 2, name: "Bob" };
const noon = new Date(2026, 5, 1, 12).getTime();
const minute = 60_000;

const said = (id: number, author: Person, at: number, key?: string): Message => ({
  id,
  version: id,
  room: 1,
  author,
  at,
  text: "x",
  ...(key === undefined ? {} : { key }),
});
const heads = (...messages: Message[]) =>
  timeline(messages, [], [], ann.id).flatMap((day) => day.rows.map((row) => "head" in row && row.head));

describe("timeline", () => {
  it("begins anew with another author, after a while, and with a new day", () => {
    expect(heads(said(1, ann, noon), said(2, ann, noon + minute), said(3, bob, noon + minute))).toEqual([
      true,
      false,
      true,
    ]);
    expect(heads(said(1, ann, noon), said(2, ann, noon + 6 * minute))).toEqual([true, true]);
    const midnight = new Date(2026, 5, 2).getTime();
    const days = timeline([said(1, ann, midnight - 1), said(2, ann, midnight + 1)], [], [], ann.id);
    expect(days.map((day) => day.rows.map((row) => row.key))).toEqual([["1"], ["2"]]);
  });

  it("keeps a row's key when older messages come before it", () => {
    const later = [said(5, ann, noon, "k5"), said(6, bob, noon)];
    const keys = (messages: Message[]) =>
      timeline(messages, [], [], ann.id).flatMap((day) => day.rows.map((row) => row.key));
    expect(keys([said(4, ann, noon - minute), ...later])).toEqual(["4", ...keys(later)]);
  });

  it("gives a post the same key before and after it is in the log", () => {
    const outgoing: Outgoing = { key: "k9", room: 1, text: "x", at: noon, state: "sending" };
    const [before] = timeline([], [], [outgoing], ann.id);
    const [after] = timeline([said(9, ann, noon, "k9")], [], [], ann.id);
    expect(before?.rows[0]?.key).toBe(after?.rows[0]?.key);
  });

  it("shows a hole where it is", () => {
    const hole = { from: 3, to: 7, count: 4 };
    const rows = timeline([said(1, ann, noon), said(8, ann, noon)], [hole], [], ann.id)[0]?.rows ?? [];
    expect(rows.map((row) => row.kind)).toEqual(["message", "hole", "message"]);
  });

  it("does not open yesterday again when a clock goes back", () => {
    const midnight = new Date(2026, 5, 2).getTime();
    expect(timeline([said(1, ann, midnight + 1), said(2, ann, midnight - 1)], [], [], ann.id)).toHaveLength(
      1,
    );
  });

  it("draws one line before what others said since", () => {
    const messages = [said(1, bob, noon), said(2, ann, noon), said(3, bob, noon), said(4, bob, noon)];
    const kinds = (newAfter: number) =>
      timeline(messages, [], [], ann.id, newAfter).flatMap((day) => day.rows.map((row) => row.kind));
    expect(kinds(1)).toEqual(["message", "message", "new", "message", "message"]);
    expect(kinds(4)).toEqual(["message", "message", "message", "message"]);
  });
});
