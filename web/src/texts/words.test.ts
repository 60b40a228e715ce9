import { expect, test } from "vitest";
import { duration } from "./words";

test.each([
  [0, "0 s"],
  [59, "59 s"],
  [60, "1 min"],
  [61, "1 min 1 s"],
  [900, "15 min"],
  [3_600, "1 h"],
  [3_661, "1 h 1 min 1 s"],
])("%i seconds are said as %s", (seconds, said) => {
  expect(duration(seconds)).toBe(said);
});
