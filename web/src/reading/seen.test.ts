import { describe, expect, it } from "vitest";
import { Seen } from "./seen";

describe("Seen", () => {
  it("joins what was scrolled through, in whatever direction", () => {
    const seen = new Seen();
    seen.see(20, 30);
    seen.see(0, 10);
    expect(seen.through(0)).toBe(10);
    seen.see(10, 20);
    expect(seen.through(0)).toBe(30);
    expect(seen.through(25)).toBe(30);
  });

  it("does not count what was jumped over", () => {
    const seen = new Seen();
    seen.see(50, 60);
    expect(seen.through(10)).toBe(10);
    expect(seen.through(60)).toBe(60);
  });
});
