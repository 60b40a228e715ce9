import { describe, expect, it } from "vitest";
import { standing } from "./useFound";

const found = { of: "ali", status: "answered", found: ["alice"] } as const;

describe("what was found", () => {
  it("stays while something longer is asked for, but says nothing of it", () => {
    expect(standing<readonly string[]>("alic", found, [])).toEqual({ status: "pending", found: ["alice"] });
  });

  it("is gone once something else is typed, of which nothing is known", () => {
    expect(standing<readonly string[]>("bob", found, [])).toEqual({ status: "pending", found: [] });
    expect(standing<readonly string[]>("al", found, [])).toEqual({ status: "pending", found: [] });
  });

  it("is the answer to what was asked for, or the failure of it", () => {
    expect(standing<readonly string[]>("ali", found, []).status).toBe("answered");
    const failed = { of: "ali", status: "failed", found: [] } as const;
    expect(standing<readonly string[]>("ali", failed, []).status).toBe("failed");
  });

  it("is nothing where nothing is asked for", () => {
    expect(standing<readonly string[]>("", found, [])).toEqual({ status: "answered", found: [] });
  });
});
