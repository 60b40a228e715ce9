import { texts } from "../texts";

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export const timeOf = (at: number): string => time.format(at);
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
