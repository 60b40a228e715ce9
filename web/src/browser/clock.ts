import { texts } from "../texts";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

const ago = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "3 days ago", "yesterday", "in 2 hours": to be read, not to be counted with. */
export function longAgoOf(at: number, now = Date.now()): string {
  const [unit, length] =
    UNITS.find(([, length]) => Math.abs(now - at) >= length) ?? (["minute", 60_000] as const);
  const count = Math.trunc((at - now) / length);
  return count === 0 ? texts.day.now : ago.format(count, unit);
}

export const timeOf = (at: number): string => time.format(at);
export const momentOf = (at: number): string => moment.format(at);
/** Without "AM" or "PM", where there is little room and the whole time stands nearby. */
export const shortTimeOf = (at: number): string =>
  time
    .formatToParts(at)
    .filter((part) => part.type !== "dayPeriod")
    .map((part) => part.value)
    .join("")
    .trim();
export const fullTimeOf = (at: number): string => full.format(at);

export function dayOf(at: number, now = new Date()): string {
  const date = new Date(at);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const days = Math.round(
    (midnight - new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()) / 86_400_000,
  );
  if (days === 0) return texts.day.today;
  if (days === 1) return texts.day.yesterday;
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(at);
}
