import { describe, expect, it } from "vitest";
import { isOnlyEmoji } from "./emoji";
import { linkable, parse } from "./markdown";

const kinds = (text: string): string[] => {
  const seen: string[] = [];
  const walk = (tokens: ReturnType<typeof parse>) => {
    for (const token of tokens) {
      seen.push(token.type);
      const { tokens: inner, items } = token as { tokens?: typeof tokens; items?: typeof tokens };
      walk(inner ?? []);
      walk(items ?? []);
    }
  };
  walk(parse(text));
  return seen;
};

describe("parse", () => {
  it("knows what people type in a chat", () => {
    expect(kinds("**a** *b* `c` ~~d~~")).toEqual(expect.arrayContaining(["strong", "em", "codespan", "del"]));
    expect(kinds("- a\n- b")).toContain("list");
    expect(kinds("> a")).toContain("blockquote");
    expect(kinds("```\na\n```")).toContain("code");
    expect(kinds("see https://example.org")).toContain("link");
  });

  it.each([
    "<script>alert(1)</script>",
    "a <b>bold</b> move",
    "<!-- hidden -->",
    "[gone]: https://example.org",
    "a title\n=====",
    "    indented",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "# heading",
  ])("shows as typed: %s", (text) => {
    const strange = kinds(text).filter(
      (kind) => !["paragraph", "text", "br", "space", "link"].includes(kind),
    );
    expect(strange).toEqual([]);
    const shown = parse(text)
      .map((token) => token.raw)
      .join("");
    expect(shown.trim()).toBe(text.trim());
  });

  it.each([
    [">".repeat(8000)],
    ["> ".repeat(4000)],
    ["[".repeat(8000)],
    ["*a ".repeat(2666)],
    ["_".repeat(8000)],
    ["`".repeat(7999)],
    ["- ".repeat(4000)],
    ["1. ".repeat(2666)],
    ["![](".repeat(2000)],
    ["<".repeat(8000)],
    ["~~a ".repeat(2000)],
    ["[a](".repeat(2000)],
    ["**a*".repeat(2000)],
    ["\\".repeat(8000)],
    ["a@b.".repeat(2000)],
    ["www.".repeat(2000)],
    [" ".repeat(7999) + "x"],
    ["\n".repeat(7999) + "x"],
  ])("is quick whatever comes (%#)", (text) => {
    // What grows too fast would take longer than a test may.
    expect(parse(text)).not.toEqual([]);
  });
});

describe("linkable", () => {
  it("lets through what a message may link to", () => {
    expect(linkable("https://example.org/a?b")).toBe("https://example.org/a?b");
    expect(linkable("mailto:ann@example.org")).toBe("mailto:ann@example.org");
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/rooms/1",
    "vbscript:x",
    "file:///etc",
    "",
  ])("refuses %s", (href) => {
    expect(linkable(href)).toBeUndefined();
  });
});

describe("isOnlyEmoji", () => {
  it("is for one to three of them", () => {
    expect(["👍", "🎉 🎉", "👩‍👩‍👧‍👦", "❤️"].map(isOnlyEmoji)).toEqual([true, true, true, true]);
    expect(["", "ok 👍", "7", "👍👍👍👍", "#"].map(isOnlyEmoji)).toEqual([false, false, false, false, false]);
  });
});
