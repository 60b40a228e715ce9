import { expect, it } from "vitest";
import { ServerClock } from "./clocks";

it("knows the server's time by the newest word of it, however old the others are", () => {
  const clock = new ServerClock();
  clock.heard(1_000_000, 10);
  expect(clock.steadyAt(1_005_000)).toBe(5_010);
  clock.heard(900_000, 20);
  clock.heard(Number.NaN, 30);
  expect(clock.steadyAt(1_005_000)).toBe(5_010);
  // Half a second later on this page, two on the server: the first word was long on its way.
  clock.heard(1_002_000, 510);
  expect(clock.steadyAt(1_005_000)).toBe(3_510);
});

it("waits for nothing before it has heard anything", () => {
  expect(new ServerClock().steadyAt(5_000)).toBe(-Infinity);
});
