/** The geometry of the plan picture: entries, dates and a width in, numbers out. No words, no DOM. */

import { addDays, daysBetween, isWeekend, weekday } from "../time/days.ts";
import { wallClock } from "../time/zones.ts";
import type { Entry, Lane } from "./entries.ts";
import { BAR, HEAD, LANES, LEFT, ROW } from "./picture.ts";
import type { Bar, Day, Label, LaneBand, Picture, Words } from "./picture.ts";
import { barEnd, place } from "./rows.ts";
import type { Placed } from "./rows.ts";

const FEWEST_DAYS = 16;
const MOST_DAYS = 42;

/** Lay the entries out on that many pixels; a day, an hour and a weekend are those of `zone`. */
export function layout(entries: Entry[], now: Date, zone: string, width: number, words: Words): Picture {
  const today = wallClock(now, zone).day;
  const { first, count, cut } = span(entries, today, zone);
  const dayWidth = (width - LEFT) / count;
  const x = (at: Date): number => {
    const clock = wallClock(at, zone);
    const [hours = 0, minutes = 0] = clock.time.split(":").map(Number);
    return LEFT + (daysBetween(first, clock.day) + (hours * 60 + minutes) / 1440) * dayWidth;
  };
  const days = drawnDays(first, count, dayWidth, today);
  const placed = place(entries, { x, today: x(now), dayWidth, width, words });
  const lanes = bands(placed);
  const y = (lane: Lane, row: number) => (lanes.find((band) => band.lane === lane)?.y ?? HEAD) + row * ROW + ROW / 2;
  const bars = placed.bars.map(({ row, ...bar }) => {
    const middle = y(bar.lane, row);
    return { ...bar, y: middle - BAR / 2, label: { ...bar.label, y: middle + 4.5 } };
  });
  const marks = placed.marks.map(({ row, ...mark }) => {
    const middle = y(mark.entry.lane, row);
    return { ...mark, y: middle, label: mark.label && { ...mark.label, y: middle + 4.5 } };
  });
  const last = lanes.at(-1);
  return {
    width,
    height: (last ? last.y + last.height : HEAD) + 6,
    days,
    months: monthNames(days),
    weekends: weekends(days),
    lanes,
    bars,
    marks,
    brackets: brackets(bars),
    today: x(now),
    cut,
  };
}

function span(entries: Entry[], today: string, zone: string): { first: string; count: number; cut: boolean } {
  const days = entries.flatMap(({ from, to }) => [from, to]).filter((at) => at !== null).map((at) => wallClock(at, zone).day);
  const earliest = days.reduce((least, day) => (day < least ? day : least), today);
  const latest = days.reduce((most, day) => (day > most ? day : most), today);
  const first = [addDays(earliest, -1), addDays(today, -4)].sort().at(-1) ?? today;
  const start = first > addDays(today, -2) ? addDays(today, -2) : first;
  const wanted = daysBetween(start, latest) + 2;
  return { first: start, count: Math.min(Math.max(wanted, FEWEST_DAYS), MOST_DAYS), cut: wanted > MOST_DAYS };
}

function drawnDays(first: string, count: number, width: number, today: string): Day[] {
  const roomForAll = width >= 32;
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index);
    const isToday = day === today;
    const nearToday = Math.abs(daysBetween(today, day)) * width < 34;
    const named = isToday || roomForAll || (weekday(day) === 1 && !nearToday);
    return { day, x: LEFT + index * width, width, weekend: isWeekend(day), today: isToday, named };
  });
}

/** Saturday and Sunday as one band, cut where the picture is. */
function weekends(days: Day[]): { day: string; x: number; width: number }[] {
  const bands: { day: string; x: number; width: number }[] = [];
  for (const [index, { day, x, width, weekend }] of days.entries()) {
    const last = bands.at(-1);
    if (!weekend) continue;
    if (last && days[index - 1]?.weekend) last.width += width;
    else bands.push({ day, x, width });
  }
  return bands;
}

function monthNames(days: Day[]): { day: string; x: number }[] {
  const firsts = days.filter(({ day }, index) => index === 0 || day.endsWith("-01"));
  return firsts
    .filter(({ x }, index) => (firsts[index + 1]?.x ?? Infinity) - x > 96)
    .map(({ day, x }) => ({ day, x: x + 8 }));
}

function bands(placed: Placed): LaneBand[] {
  let y = HEAD;
  return LANES.map((lane) => {
    const height = placed.rows[lane] * ROW;
    const band = { lane, y, height };
    y += height;
    return band;
  });
}

function brackets(bars: (Bar & { label: Label })[]): { x: number; top: number; bottom: number }[] {
  return bars
    .filter((bar) => bar.sibling)
    .flatMap((sibling) => {
      const planned = bars.find((bar) => bar.entry === sibling.entry && !bar.sibling);
      if (!planned) return [];
      const middles = [planned.y + BAR / 2, sibling.y + BAR / 2];
      const x = Math.max(...[planned, sibling].map(barEnd));
      return [{ x, top: Math.min(...middles), bottom: Math.max(...middles) }];
    });
}
