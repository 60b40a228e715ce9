import { describe, expect, it } from "vitest";
import { meant } from "./meant";

const ann = { id: 1, username: "ann", displayName: "" };
const anna = { id: 2, username: "anna", displayName: "" };

describe("who is meant", () => {
  it("is the first who was found by what is written", () => {
    expect(meant({ of: "an", found: [anna, ann] }, "an")).toBe(anna);
    expect(meant({ of: "an", found: [] }, "an")).toBeUndefined();
  });

  it("is nobody of an earlier answer, for the next may begin with somebody else", () => {
    expect(meant({ of: "a", found: [anna, ann] }, "an")).toBeUndefined();
  });

  it("is who is called just so, whoever else was found, and however long ago", () => {
    expect(meant({ of: "ann", found: [anna, ann] }, "ann")).toBe(ann);
    expect(meant({ of: "a", found: [anna, ann] }, "Ann")).toBe(ann);
  });
});
