const LEAST = 2;
const MOST = 32;
/** As the server reads it: `@` and what a username may consist of, not within such a name. */
const RUN = /(?<![A-Za-z0-9._-])@([A-Za-z0-9._-]+)/g;

export type Part = { readonly text: string } | { readonly mention: string };

/** A text, cut where somebody is named; where several names can be meant, mine goes before the longest. */
export function parts(text: string, username: string): readonly Part[] {
  const found: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const names = readings(match[1] ?? "");
    const name = names.find((one) => isSame(one, username)) ?? names.at(-1);
    if (name === undefined) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ mention: name });
    end = match.index + 1 + name.length;
  }
  if (end < text.length || found.length === 0) found.push({ text: text.slice(end) });
  return found;
}

export function mentions(text: string, username: string): boolean {
  for (const match of text.matchAll(RUN))
    if (readings(match[1] ?? "").some((name) => isSame(name, username))) return true;
  return false;
}

/** The name that is being written where the caret is: from its `@` on, and what there is of it. */
export function mentionBefore(text: string, caret: number): { from: number; begun: string } | undefined {
  const found = /(?<![A-Za-z0-9._-])@([A-Za-z0-9._-]{0,32})$/.exec(text.slice(0, caret));
  return found === null ? undefined : { from: found.index, begun: found[1] ?? "" };
}

export function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** A dot or dash at the end may be the name's or the sentence's. */
function readings(run: string): readonly string[] {
  const found: string[] = [];
  for (let name = run; name.length >= LEAST; name = name.slice(0, -1)) {
    if (name.length <= MOST) found.push(name);
    if (/[A-Za-z0-9]$/.test(name)) break;
  }
  return found;
}
