import { describe, expect, it } from "vitest";
import { secondsLeft, untilNextSecond } from "./useCountdown";

describe("a countdown", () => {
  it("says whole seconds, the last one until it is over", () => {
    expect(secondsLeft(5_000, 0)).toBe(5);
    expect(secondsLeft(5_000, 1)).toBe(5);
    expect(secondsLeft(5_000, 4_999)).toBe(1);
    expect(secondsLeft(5_000, 5_000)).toBe(0);
    expect(secondsLeft(5_000, 9_000)).toBe(0);
    expect(secondsLeft(undefined, 9_000)).toBe(0);
  });

  it("goes on when a second fewer is left, and no more when none is", () => {
    expect(untilNextSecond(5_000, 0)).toBe(1_000);
    expect(untilNextSecond(5_000, 300)).toBe(700);
    expect(untilNextSecond(5_000, 4_900)).toBe(100);
    expect(untilNextSecond(5_000, 5_000)).toBeUndefined();
    expect(untilNextSecond(-Infinity, 5_000)).toBeUndefined();
  });
});
