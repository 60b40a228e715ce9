/**
 * Somebody named in a text: `@` and a username, not within a word or an address. A username may hold dots and dashes;
 * at its end they belong to the sentence.
 */
const MENTION = /(?<![\p{L}\p{N}_@./-])@([A-Za-z0-9][A-Za-z0-9._-]{0,30}[A-Za-z0-9_])(?![A-Za-z0-9@])/gu;

export type Part = { readonly text: string } | { readonly mention: string };

/** A text, cut where somebody is named. */
export function parts(text: string): readonly Part[] {
  const found: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ mention: match[1] as string });
    end = match.index + match[0].length;
  }
  if (end < text.length || found.length === 0) found.push({ text: text.slice(end) });
  return found;
}

export function mentions(text: string, username: string): boolean {
  const name = username.toLowerCase();
  for (const match of text.matchAll(MENTION)) if (match[1]?.toLowerCase() === name) return true;
  return false;
}

/** The name that is being written where the caret is: from its `@` on, and what there is of it. */
export function mentionBefore(text: string, caret: number): { from: number; begun: string } | undefined {
  const found = /(?<![\p{L}\p{N}_@./-])@([A-Za-z0-9][A-Za-z0-9._-]{0,31})?$/u.exec(text.slice(0, caret));
  return found === null ? undefined : { from: found.index, begun: found[1] ?? "" };
}
