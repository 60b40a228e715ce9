import { expect, it } from "vitest";
import { announcement, anew } from "./announcement";

it("tells a few posts one by one, many as a number, and why mine was not sent in any case", () => {
  expect(announcement([], ["Bob: a", "Eve: b"])).toBe("Bob: a Eve: b");
  expect(announcement(["Not sent. Too long.", "Not sent. Too long."], ["a", "b", "c", "d"])).toBe(
    "Not sent. Too long. 4 new messages",
  );
});

it("tells the same words again as often as they are said", () => {
  const once = anew("", "Bob: yes");
  const twice = anew(once, "Bob: yes");
  expect(once).toBe("Bob: yes");
  expect(twice).not.toBe(once);
  expect(anew(twice, "Bob: yes")).toBe(once);
});
