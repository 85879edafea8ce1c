/** Days and instants in words, as somebody in a given zone would say them. */

import { en } from "../text.ts";
import { dayParts, daysBetween } from "./days.ts";
import { place, sameClock, wallClock } from "./zones.ts";

/** Where and when the reader is: every wording depends on both. */
export interface Reader {
  now: Date;
  zone: string;
}

/** The reader's day at an instant. */
export function dayOf(at: Date | string, zone: string): string {
  return wallClock(new Date(at), zone).day;
}

/** Such as "15:00", on the reader's clock. */
export function clock(at: Date | string, zone: string): string {
  return wallClock(new Date(at), zone).time;
}

/** "today", "tomorrow", "yesterday", "Tue 24 Nov", or with the year where it would be missed. */
export function dayWords(day: string, reader: Reader): string {
  const today = dayOf(reader.now, reader.zone);
  const distance = daysBetween(today, day);
  if (distance === 0) return en.time.today;
  if (distance === 1) return en.time.tomorrow;
  if (distance === -1) return en.time.yesterday;
  return plainDay(day, Math.abs(distance) > 300);
}

/** "Tue 24 Nov", whatever day it is today. */
export function plainDay(day: string, withYear = false): string {
  const parts = dayParts(day);
  return `${parts.weekday} ${parts.number} ${parts.month}${withYear ? ` ${parts.year}` : ""}`;
}

/** "Tuesday 24 November". */
export function longDay(day: string): string {
  const parts = dayParts(day);
  return `${parts.longWeekday} ${parts.number} ${parts.longMonth}`;
}

/** The day alone, as `dayWords` says it, for an instant. */
export function onDay(at: Date | string, reader: Reader): string {
  return dayWords(dayOf(at, reader.zone), reader);
}

/** "today, 15:00" or "Tue 24 Nov, 15:00". */
export function moment(at: Date | string, reader: Reader): string {
  return `${onDay(at, reader)}, ${clock(at, reader.zone)}`;
}

/** "15:00 today" or "Tue 24 Nov, 15:00": for the middle of a sentence. */
export function momentInside(at: Date | string, reader: Reader): string {
  const day = onDay(at, reader);
  return day === en.time.today ? `${clock(at, reader.zone)} ${day}` : `${day}, ${clock(at, reader.zone)}`;
}

/** "15:00" when that is today, else the day and the time: short, for chips. */
export function soon(at: Date | string, reader: Reader): string {
  const instant = new Date(at);
  const isToday = dayOf(instant, reader.zone) === dayOf(reader.now, reader.zone);
  return isToday ? clock(instant, reader.zone) : `${onDay(instant, reader)}, ${clock(instant, reader.zone)}`;
}

/** "20:00 in New York" when a clock there shows something else than the reader's, else nothing. */
export function thereToo(at: Date | string, zone: string | null | undefined, reader: Reader): string | null {
  const instant = new Date(at);
  if (!zone || sameClock(zone, reader.zone, instant)) return null;
  const there = wallClock(instant, zone);
  const sameDay = there.day === dayOf(instant, reader.zone);
  return en.time.inPlace(sameDay ? there.time : `${plainDay(there.day)}, ${there.time}`, place(zone));
}
