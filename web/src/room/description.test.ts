import { expect, it } from "vitest";
import { describedAnew } from "./description";
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
