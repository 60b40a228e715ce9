import { texts } from "../../texts";

/** More of others' posts at once are told as a number. */
const TOLD = 3;

/** What a screen reader is told at once: why posts of mine were refused, and what others have said. */
export function announcement(refusals: readonly string[], posts: readonly string[]): string {
  const heard = posts.length > TOLD ? [texts.room.announcedMany(posts.length)] : posts;
  return [...new Set(refusals), ...heard].join(" ");
}

/** The same words once more are another text, or they would not be read again. */
export const anew = (before: string, words: string) => (before === words ? `${words}\u00a0` : words);
