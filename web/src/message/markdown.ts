import { Marked, type Token } from "marked";

/**
 * The Markdown of a chat message. What is not in here is shown as it was typed: HTML, link definitions, tables, images,
 * underlined headings and code by indentation, none of which people mean when they type it in a chat.
 */
const chat = new Marked({ gfm: true, breaks: true });
const asTyped = () => undefined;
chat.use({
  tokenizer: {
    html: asTyped,
    tag: asTyped,
    def: asTyped,
    lheading: asTyped,
    code: asTyped,
    table: asTyped,
    heading: asTyped,
  },
});

/** Deeper than this nobody quotes; the parser would recurse as deep as the text says. */
const DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){12}/m;

export function parse(text: string): Token[] {
  if (DEEP.test(text)) return [{ type: "text", raw: text, text }];
  try {
    return chat.lexer(text);
  } catch {
    return [{ type: "text", raw: text, text }];
  }
}

const PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** The address, if it is one that a message may link to. */
export function linkable(href: string): string | undefined {
  try {
    const url = new URL(href);
    return PROTOCOLS.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
