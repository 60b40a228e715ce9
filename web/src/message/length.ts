/** Code points: what the server counts. */
export const LONGEST = 8_000;

export function codePoints(text: string): number {
  let count = 0;
  for (const _point of text) count++;
  return count;
}
