import { expect, it } from "vitest";
import { sayable } from "./said";

it("a wait is said where it begins and where it is another, not while it is counted down", () => {
  const begun = sayable(undefined, { until: 8_000, text: "8 s" });
  expect(begun.text).toBe("8 s");
  expect(sayable(begun, { until: 8_000, text: "7 s" })).toBe(begun);
  expect(sayable(begun, { until: 7_990, text: "6 s" })).toBe(begun);
  expect(sayable(begun, { until: 16_000, text: "12 s" }).text).toBe("12 s");
});
