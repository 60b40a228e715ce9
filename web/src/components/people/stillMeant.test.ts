import { describe, expect, it } from "vitest";
import { stillMeant } from "./stillMeant";

const bob = { id: 1, username: "bob", displayName: "Robert" };
const ali = { id: 2, username: "ali", displayName: "" };
const ann = { id: 3, username: "ann", displayName: "" };

describe("stillMeant", () => {
  it("keeps of an earlier answer whom the longer name still means", () => {
    expect(stillMeant({ of: "a", found: [ali, ann] }, "aL")).toEqual([ali]);
    expect(stillMeant({ of: "ro", found: [bob] }, "rob")).toEqual([bob]);
  });

  it("offers nobody of another name", () => {
    expect(stillMeant({ of: "bob", found: [bob] }, "car")).toEqual([]);
    expect(stillMeant({ of: "al", found: [ali] }, "a")).toEqual([]);
  });
});
