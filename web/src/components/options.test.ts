import { describe, expect, it } from "vitest";
import { markedOf, nextTo } from "./options";

describe("the marked option", () => {
  it("stays the chosen one while others come before it", () => {
    expect(markedOf(["room-1", "person-2"], "person-2", "room-1")).toBe("person-2");
    expect(markedOf(["room-1", "room-9", "person-2"], "person-2", "room-1")).toBe("person-2");
  });

  it("is the one that is meant where none was chosen, or it is gone", () => {
    expect(markedOf(["room-1", "room-2"], undefined, "room-1")).toBe("room-1");
    expect(markedOf(["room-1", "room-2"], "room-3", "room-1")).toBe("room-1");
  });

  it("is none where it is not known who is meant", () => {
    expect(markedOf(["person-1"], undefined, undefined)).toBeUndefined();
    expect(markedOf([], "room-3", undefined)).toBeUndefined();
  });

  it("is gone on from, round and round", () => {
    expect(nextTo([1, 2, 3], 1, "ArrowDown")).toBe(2);
    expect(nextTo([1, 2, 3], 3, "ArrowDown")).toBe(1);
    expect(nextTo([1, 2, 3], 1, "ArrowUp")).toBe(3);
    expect(nextTo([1, 2, 3], 3, "ArrowUp")).toBe(2);
    expect(nextTo([], 1, "ArrowDown")).toBeUndefined();
  });

  it("is the first or the last where none was", () => {
    expect(nextTo([1, 2, 3], undefined, "ArrowDown")).toBe(1);
    expect(nextTo([1, 2, 3], undefined, "ArrowUp")).toBe(3);
    expect(nextTo([], undefined, "ArrowUp")).toBeUndefined();
  });
});
