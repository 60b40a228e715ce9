import { describe, expect, it } from "vitest";
import { stillMeant } from "./useMentioning";

const bob = { id: 1, username: "bob", displayName: "Robert" };
const ali = { id: 2, username: "ali", displayName: "" };
const ann = { id: 3, username: "ann", displayName: "" };

describe("stillMeant", () => {
  it("keeps of an earlier answer whom the longer name still means", () => {
    expect(stillMeant({ of: "a", people: [ali, ann] }, "aL")).toEqual([ali]);
    expect(stillMeant({ of: "ro", people: [bob] }, "rob")).toEqual([bob]);
  });

  it("offers nobody of another name", () => {
    expect(stillMeant({ of: "bob", people: [bob] }, "car")).toEqual([]);
    expect(stillMeant({ of: "al", people: [ali] }, "a")).toEqual([]);
  });
});
