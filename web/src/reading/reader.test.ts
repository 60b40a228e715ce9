import { expect, it } from "vitest";
import type { RoomStore } from "../live/roomStore";
import { Reader } from "./reader";

it("takes for a new post of mine only what was written after all before it, and nothing that it finds", () => {
  const reader = new Reader({} as unknown as RoomStore);
  expect(reader.posted(500)).toBe(false);
  expect(reader.posted(500)).toBe(false);
  expect(reader.posted(600)).toBe(true);
  // That one is in the room now, and an older one still goes out again.
  expect(reader.posted(500)).toBe(false);
  expect(reader.posted(600)).toBe(false);
  expect(reader.posted(601)).toBe(true);
});
