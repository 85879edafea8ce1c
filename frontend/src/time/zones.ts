/** Instants and wall clocks: the one place that knows what a zone's clock shows. Days are "2026-11-24", times "09:40". */

export interface WallClock {
  day: string;
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What a clock in `zone` shows at that instant. */
export function wallClock(at: Date, zone: string): WallClock {
  const parts = Object.fromEntries(formatFor(zone).formatToParts(at).map((part) => [part.type, part.value]));
  return { day: `${parts["year"]}-${parts["month"]}-${parts["day"]}`, time: `${parts["hour"]}:${parts["minute"]}` };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function offsetAt(at: number, zone: string): number {
  const clock = wallClock(new Date(at), zone);
  return Date.parse(`${clock.day}T${clock.time}:00Z`) - Math.floor(at / MINUTE) * MINUTE;
}

/**
 * The instant at which a clock in `zone` shows this day and time.
 *
 * An hour that the clocks skip is read as if they had not been moved yet; of an hour that comes twice, the first counts.
 */
export function instantAt(day: string, time: string, zone: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const before = asIfUtc - offsetAt(asIfUtc - DAY, zone);
  const after = asIfUtc - offsetAt(asIfUtc + DAY, zone);
  for (const candidate of [before, after]) {
    const clock = wallClock(new Date(candidate), zone);
    if (clock.day === day && clock.time === time) return new Date(candidate);
  }
  return new Date(before);
}

/** Whether clocks in both zones show the same at that instant. */
export function sameClock(one: string, other: string, at: Date): boolean {
  return one === other || offsetAt(at.getTime(), one) === offsetAt(at.getTime(), other);
}

/** The city in a zone's name: "America/New_York" is New York. */
export function place(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** The zone that this browser is set to. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** Every zone this browser can name. */
export function knownZones(): string[] {
  return [...Intl.supportedValuesOf("timeZone"), "UTC"];
}

/** Whether this browser knows a zone of that name. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zone && formatFor(zone));
  } catch {
    return false;
  }
}
