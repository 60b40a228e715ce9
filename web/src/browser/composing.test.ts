import { describe, expect, it } from "vitest";
import { isComposing } from "./composing";

const key = (composing: boolean, keyCode: number) => ({ nativeEvent: { isComposing: composing, keyCode } });

describe("isComposing", () => {
  it("leaves the Enter that ends a word of an input method alone, in every browser", () => {
    expect(isComposing(key(true, 13))).toBe(true);
    expect(isComposing(key(false, 229))).toBe(true);
    expect(isComposing(key(false, 13))).toBe(false);
  });
});
