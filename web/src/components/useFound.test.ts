import { describe, expect, it } from "vitest";
import { standing as standingOf } from "./useFound";

const still = ({ of, found }: { of: string; found: readonly string[] }, wanted: string) =>
  wanted.startsWith(of) ? found.filter((name) => name.startsWith(wanted)) : [];
const standing = (wanted: string, answer: Parameters<typeof standingOf<readonly string[]>>[1]) =>
  standingOf(wanted, answer, [], still);

const found = { of: "ali", status: "answered", found: ["alice", "aline"] } as const;

describe("what was found", () => {
  it("stays while something longer is asked for, as far as it is meant still", () => {
    expect(standing("alic", found)).toEqual({ status: "pending", found: ["alice"] });
    expect(standing("alid", found)).toEqual({ status: "pending", found: [] });
  });

  it("is nothing while something else is asked for", () => {
    expect(standing("bob", found)).toEqual({ status: "pending", found: [] });
  });

  it("is the answer to what was asked for, or the failure of it", () => {
    expect(standing("ali", found).status).toBe("answered");
    const failed = { of: "ali", status: "failed", found: [] } as const;
    expect(standing("ali", failed).status).toBe("failed");
  });

  it("is nothing where nothing is asked for", () => {
    expect(standing("", found)).toEqual({ status: "answered", found: [] });
  });
});
