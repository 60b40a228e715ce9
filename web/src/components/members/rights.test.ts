import { expect, test } from "vitest";
import { deeds, invites, moderates } from "./rights";

test("an owner looks after everybody, a moderator after members, a member after nobody", () => {
  expect(deeds({ id: 2, role: "owner" }, "moderator")).toContain("ban");
  expect(deeds({ id: 2, role: "moderator" }, "member")).toEqual(["remove", "ban"]);
  expect(deeds({ id: 2, role: "moderator" }, "moderator")).toEqual([]);
  expect(deeds({ id: 2, role: "moderator" }, "owner")).toEqual([]);
  expect(deeds({ id: 2, role: "member" }, "member")).toEqual([]);
  expect(deeds({ id: 2 }, "banned")).toEqual([]);
});

test("the banned can only be let in again", () => {
  expect(deeds({ id: 2, role: "owner" }, "banned")).toEqual(["unban"]);
  expect(deeds({ id: 2, role: "moderator" }, "banned")).toEqual(["unban"]);
});

test("nobody is sent out of the lobby, but can be banned", () => {
  expect(deeds({ id: 1, role: "owner" }, "member")).toEqual(["owner", "moderator", "ban"]);
});

test("a direct room is looked after by nobody", () => {
  expect(moderates({ role: "owner", visibility: "direct" })).toBe(false);
  expect(invites({ role: "owner", visibility: "private", archived: true })).toBe(false);
});
