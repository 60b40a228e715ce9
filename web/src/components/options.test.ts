import { describe, expect, it } from "vitest";
import { nextTo, placeOf } from "./options";

describe("the chosen option", () => {
  it("stays the same one while others come before it", () => {
    expect(placeOf(["room-1", "person-2"], "person-2")).toBe(1);
    expect(placeOf(["room-1", "room-9", "person-2"], "person-2")).toBe(2);
  });

  it("is the first where none was chosen, or it is gone", () => {
    expect(placeOf(["room-1", "room-2"], undefined)).toBe(0);
    expect(placeOf(["room-1", "room-2"], "room-3")).toBe(0);
    expect(placeOf([], "room-3")).toBe(-1);
  });

  it("is gone on from, round and round", () => {
    expect(nextTo([1, 2, 3], undefined, "ArrowDown")).toBe(2);
    expect(nextTo([1, 2, 3], 3, "ArrowDown")).toBe(1);
    expect(nextTo([1, 2, 3], 1, "ArrowUp")).toBe(3);
    expect(nextTo([], 1, "ArrowDown")).toBeUndefined();
  });
});
