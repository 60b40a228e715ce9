import { describe, expect, it } from "vitest";
import { mentionBefore, mentions, parts } from "./mention";

const named = (text: string, me = "me") =>
  parts(text, me).flatMap((part) => ("mention" in part ? [part.mention] : []));

describe("mentions", () => {
  it("are found where somebody is named", () => {
    expect(named("@ada, (@bob) and @c-d.e! **@eve**")).toEqual(["ada", "bob", "c-d.e", "eve"]);
    expect(named("See @ada.")).toEqual(["ada"]);
    expect(named("@ada's, @ada-")).toEqual(["ada", "ada"]);
    expect(named("@ada-", "ada-")).toEqual(["ada-"]);
  });

  it("are not found in addresses", () => {
    expect(named("ada@example.org .@ada @a @ ada")).toEqual([]);
  });

  it("leave the text as it was", () => {
    for (const text of ["@ada and @bob", "", "no one", "x @ada"])
      expect(
        parts(text, "me")
          .map((part) => ("text" in part ? part.text : `@${part.mention}`))
          .join(""),
      ).toBe(text);
  });

  it("name me in whatever case, and nobody whose name begins as mine", () => {
    expect(mentions("hello @Ada", "ada")).toBe(true);
    expect(mentions("hello @ada.", "ada")).toBe(true);
    expect(mentions("hello @adam", "ada")).toBe(false);
  });

  it("are completed where the caret is", () => {
    expect(mentionBefore("hello @ad, you", 9)).toEqual({ from: 6, begun: "ad" });
    expect(mentionBefore("@", 1)).toEqual({ from: 0, begun: "" });
    expect(mentionBefore("me@ad", 5)).toBeUndefined();
    expect(mentionBefore("@ad you", 7)).toBeUndefined();
  });
});
