import { describe, expect, it } from "vitest";
import type { Hole } from "../room/log";
import type { Message } from "../wire";
import {
  around,
  bounds,
  kept,
  MOST,
  newer,
  NEWEST,
  older,
  reachesBackTo,
  type Held,
  type Stretch,
} from "./stretch";

const held = (count: number, holes: Hole[] = []) => ({
  messages: Array.from({ length: count }, (_, i) => ({ id: i * 3 + 1 }) as Message).filter(
    ({ id }) => !holes.some((hole) => hole.from <= id && id <= hole.to),
  ),
  holes,
});
const shown = (all: Held, stretch: Stretch) => {
  const { from, to } = bounds(all, stretch);
  return [from, to];
};
const size = (all: Held, stretch: Stretch) => {
  const { from, to } = bounds(all, stretch);
  return to - from;
};

describe("stretch", () => {
  it("follows the newest", () => {
    expect(shown(held(20), NEWEST)).toEqual([0, 20]);
    expect(shown(held(1000), NEWEST)).toEqual([880, 1000]);
  });

  it("walks to the beginning and back, never with too many rows", () => {
    const all = held(1000);
    let stretch = NEWEST;
    for (let step = 0; step < 30; step++) {
      stretch = older(all, stretch);
      expect(size(all, stretch)).toBeLessThanOrEqual(MOST);
    }
    expect(shown(all, stretch)[0]).toBe(0);
    for (let step = 0; step < 30; step++) {
      stretch = newer(all, stretch);
      expect(size(all, stretch)).toBeLessThanOrEqual(MOST);
    }
    expect(shown(all, stretch)[1]).toBe(1000);
    expect(stretch.last).toBeNull();
  });

  it("holds its old end while somebody reads and others talk", () => {
    const reading = kept(held(200), NEWEST);
    const after = held(1000);
    expect(shown(after, reading)[0]).toBe(80);
    expect(size(after, kept(after, reading))).toBe(MOST);
  });

  it("does not mind an empty room", () => {
    const empty = held(0);
    expect(shown(empty, older(empty, NEWEST))).toEqual([0, 0]);
    expect(newer(empty, kept(empty, NEWEST))).toEqual(NEWEST);
  });

  it("never crosses what somebody jumped over, whichever way", () => {
    const all = held(1000, [{ from: 602, to: 1501 }]);
    let stretch = around(all, 301);
    expect(bounds(all, stretch)).toMatchObject({ low: 0, high: 201 });
    for (let step = 0; step < 30; step++) stretch = newer(all, stretch);
    expect(shown(all, stretch)).toEqual([50, 201]);
    expect(stretch.last).toBe(601);
    stretch = NEWEST;
    for (let step = 0; step < 30; step++) stretch = older(all, stretch);
    expect(shown(all, stretch)[0]).toBe(201);
  });

  it("crosses what went by too fast, which has a row of its own", () => {
    const all = held(1000, [{ from: 602, to: 1501, count: 300 }]);
    expect(bounds(all, NEWEST)).toMatchObject({ low: 0, high: 700 });
  });

  it("knows how far back it is whole", () => {
    const all = { ...held(1000, [{ from: 602, to: 1501 }]), start: 1 };
    expect(reachesBackTo({ ...held(20), start: 40 }, NEWEST)).toBe(39);
    expect(reachesBackTo({ ...held(1000), start: 1 }, NEWEST)).toBe(879 * 3 + 1);
    expect(reachesBackTo(all, { first: 1504, last: null })).toBe(1501);
    expect(reachesBackTo(all, around(all, 301))).toBe(49 * 3 + 1);
  });
});
