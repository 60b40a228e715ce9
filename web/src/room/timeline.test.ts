import { describe, expect, it } from "vitest";
import type { Outgoing } from "./outgoing";
import type { Message, Person } from "../wire";
import type { Note } from "./log";
import { type Shown, timeline } from "./timeline";

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
const shown = (messages: Message[], more: Partial<Shown> = {}) =>
  timeline({ messages, holes: [], notes: [], outgoing: [], me: ann.id, ...more });
const heads = (...messages: Message[]) =>
  shown(messages).flatMap((day) => day.rows.map((row) => "head" in row && row.head));

describe("timeline", () => {
  it("begins anew with another author, after a while, and with a new day", () => {
    expect(heads(said(1, ann, noon), said(2, ann, noon + minute), said(3, bob, noon + minute))).toEqual([
      true,
      false,
      true,
    ]);
    expect(heads(said(1, ann, noon), said(2, ann, noon + 6 * minute))).toEqual([true, true]);
    const midnight = new Date(2026, 5, 2).getTime();
    const days = shown([said(1, ann, midnight - 1), said(2, ann, midnight + 1)]);
    expect(days.map((day) => day.rows.map((row) => row.key))).toEqual([["1"], ["2"]]);
  });

  it("keeps a row's key when older messages come before it", () => {
    const later = [said(5, ann, noon, "k5"), said(6, bob, noon)];
    const keys = (messages: Message[]) => shown(messages).flatMap((day) => day.rows.map((row) => row.key));
    expect(keys([said(4, ann, noon - minute), ...later])).toEqual(["4", ...keys(later)]);
  });

  it("gives a post the same key before and after it is in the log", () => {
    const outgoing: Outgoing = { key: "k9", room: 1, text: "x", at: noon, state: "sending" };
    const [before] = shown([], { outgoing: [outgoing] });
    const [after] = shown([said(9, ann, noon, "k9")]);
    expect(before?.rows[0]?.key).toBe(after?.rows[0]?.key);
  });

  it("shows a hole where it is", () => {
    const hole = { from: 3, to: 7, count: 4 };
    const rows = shown([said(1, ann, noon), said(8, ann, noon)], { holes: [hole] })[0]?.rows ?? [];
    expect(rows.map((row) => row.kind)).toEqual(["message", "hole", "message"]);
  });

  it("does not open yesterday again when a clock goes back", () => {
    const midnight = new Date(2026, 5, 2).getTime();
    expect(shown([said(1, ann, midnight + 1), said(2, ann, midnight - 1)])).toHaveLength(1);
  });

  it("draws one line before what others said since", () => {
    const messages = [said(1, bob, noon), said(2, ann, noon), said(3, bob, noon), said(4, bob, noon)];
    const kinds = (newAfter: number) =>
      shown(messages, { newAfter }).flatMap((day) => day.rows.map((row) => row.kind));
    expect(kinds(1)).toEqual(["message", "message", "new", "message", "message"]);
    expect(kinds(4)).toEqual(["message", "message", "message", "message"]);
  });

  it("tells what happened to the room, those who come one after the other as one line", () => {
    const note = (type: string, position: number) =>
      ({ type, position, prev: 0, room: 1, at: noon, author: bob, account: bob }) as unknown as Note;
    const notes = [note("joined", 2), note("joined", 3), note("topic", 5), note("topic", 6)];
    const rows = shown([said(1, ann, noon), said(4, ann, noon)], { notes })[0]?.rows ?? [];
    expect(rows.map((row) => row.key)).toEqual(["1", "note-2", "4", "note-5", "note-6"]);
    expect(rows[1]).toMatchObject({ notes: [{ position: 2 }, { position: 3 }] });
    expect(rows[2]).toMatchObject({ head: true });
  });
});
