import { expect, it } from "vitest";
import { describedAnew, newestOf } from "./description";
import { lobby } from "./samples";

it("forgets a role and a slow mode that the server does not tell of any more, and nothing that it never tells", () => {
  const held = { ...lobby, role: "owner", slowMode: 8, manualSlowMode: 2, read: 5, unread: 1 } as const;
  expect(describedAnew(held, { ...lobby, head: 9, slowMode: 2 })).toEqual({
    ...lobby,
    head: 9,
    slowMode: 2,
    read: 5,
    unread: 1,
  });
});

it("goes on with what is newer: the list's, or what was folded of the events", () => {
  const listed = { ...lobby, head: 5, members: 2 };
  expect(newestOf(listed, { ...lobby, head: 6, members: 3 })?.members).toBe(3);
  expect(newestOf(listed, { ...lobby, head: 4, members: 1 })?.members).toBe(2);
  expect(newestOf(listed, undefined)).toBe(listed);
  expect(newestOf(undefined, listed)).toBe(listed);
});
