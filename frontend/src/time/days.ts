/** Calendar days, as "2026-11-24", without clocks or zones. */

const DAY = 24 * 60 * 60 * 1000;

function atNoon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The day that many days later; negative for earlier. */
export function addDays(day: string, count: number): string {
  return new Date(atNoon(day) + count * DAY).toISOString().slice(0, 10);
}

/** How many days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to) - atNoon(from)) / DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(atNoon(day)).getUTCDay();
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(weekday(day));
}

/** Parts of a day in English: "Tue", "Tuesday", 24, "Nov", "November", 2026. */
export function dayParts(day: string) {
  const at = new Date(atNoon(day));
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(at);
  return {
    weekday: name({ weekday: "short" }),
    longWeekday: name({ weekday: "long" }),
    number: at.getUTCDate(),
    month: name({ month: "short" }),
    longMonth: name({ month: "long" }),
    year: at.getUTCFullYear(),
  };
}
