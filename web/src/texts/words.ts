/** How counts and times are said. */

export const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`;

const UNITS = [
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

export function duration(seconds: number): string {
  let left = seconds;
  const parts = UNITS.flatMap(([unit, name]) => {
    const count = Math.floor(left / unit);
    left %= unit;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return parts.join(" ") || "0 s";
}
