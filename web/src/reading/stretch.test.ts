import { describe, expect, it } from "vitest";
import type { Message } from "../wire";
import { bounds, held, MOST, newer, NEWEST, older, type Stretch } from "./stretch";

const messages = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ id: (from + i) * 3 + 1 }) as Message);
const size = (all: Message[], stretch: Stretch) => {
  const [from, to] = bounds(all, stretch);
  return to - from;
};

describe("stretch", () => {
  it("follows the newest", () => {
    expect(bounds(messages(20), NEWEST)).toEqual([0, 20]);
    expect(bounds(messages(1000), NEWEST)).toEqual([880, 1000]);
  });

  it("walks to the beginning and back, never with too many rows", () => {
    const all = messages(1000);
    let stretch = NEWEST;
    for (let step = 0; step < 30; step++) {
      stretch = older(all, stretch);
      expect(size(all, stretch)).toBeLessThanOrEqual(MOST);
    }
    expect(bounds(all, stretch)[0]).toBe(0);
    for (let step = 0; step < 30; step++) {
      stretch = newer(all, stretch);
      expect(size(all, stretch)).toBeLessThanOrEqual(MOST);
    }
    expect(bounds(all, stretch)[1]).toBe(1000);
    expect(stretch.last).toBeNull();
  });

  it("holds its old end while somebody reads and others talk", () => {
    const before = messages(200);
    const reading = held(before, NEWEST);
    const after = messages(1000);
    expect(bounds(after, reading)[0]).toBe(80);
    expect(size(after, held(after, reading))).toBe(MOST);
  });

  it("does not mind an empty room", () => {
    expect(bounds([], older([], NEWEST))).toEqual([0, 0]);
    expect(newer([], held([], NEWEST))).toEqual(NEWEST);
  });
});
