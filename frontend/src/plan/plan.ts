/** The geometry of the plan picture: entries, dates and a width in, numbers out. No words, no DOM. */

import { addDays, daysBetween, isWeekend, weekday } from "../time/days.ts";
import { wallClock } from "../time/zones.ts";
import type { Entry, Lane } from "./entries.ts";

export const HEAD = 84;
const LEFT = 84;
const ROW = 46;
const BAR = 30;
const CHARACTER = 7.1;
const PAD = 12;
const FEWEST_DAYS = 16;
const MOST_DAYS = 42;
const LANES: Lane[] = ["them", "email", "note", "linkedin", "call"];

export interface Day {
  day: string;
  x: number;
  width: number;
  weekend: boolean;
  today: boolean;
  /** Whether there is room for its name and number. */
  named: boolean;
}

export interface LaneBand {
  lane: Lane;
  y: number;
  height: number;
}

export interface Mark {
  entry: Entry;
  x: number;
  y: number;
}

export interface Bar {
  entry: Entry;
  lane: Lane;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Whether it stands for the other enquiry, not for a planned step. */
  sibling: boolean;
}

export interface Label {
  x: number;
  y: number;
  anchor: "start" | "end";
  /** Whether it stands on its bar. */
  inside: boolean;
  text: string;
}

export interface Picture {
  width: number;
  height: number;
  days: Day[];
  /** Where a month's name goes. */
  months: { day: string; x: number }[];
  weekends: { day: string; x: number; width: number }[];
  lanes: LaneBand[];
  bars: (Bar & { label: Label })[];
  marks: (Mark & { label: Label | null })[];
  /** Of pairs of which one is enough. */
  brackets: { x: number; top: number; bottom: number }[];
  today: number;
  /** Whether the plan goes on after the last day drawn. */
  cut: boolean;
}

export interface Words {
  bar: (entry: Entry, sibling: boolean) => string;
  mark: (entry: Entry) => string;
}

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

// -- rows: within a lane, what would overlap goes one row down ---------------------------------------------------

interface Scale {
  x: (at: Date) => number;
  /** Labels of the past keep to the left of it. */
  today: number;
  dayWidth: number;
  width: number;
  words: Words;
}

type Rowed<T> = T & { row: number };

interface Placed {
  bars: Rowed<Omit<Bar, "y"> & { label: Omit<Label, "y"> }>[];
  marks: Rowed<Omit<Mark, "y"> & { label: Omit<Label, "y"> | null }>[];
  rows: Record<Lane, number>;
}

function place(entries: Entry[], scale: Scale): Placed {
  const taken = new Map<Lane, [number, number][][]>();
  const rowFor = (lane: Lane, from: number, to: number): number => {
    const rows = taken.get(lane) ?? [];
    taken.set(lane, rows);
    let row = rows.findIndex((spans) => spans.every(([start, end]) => to + 8 < start || from - 8 > end));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push([from, to]);
    return row;
  };
  const placed: Placed = { bars: [], marks: [], rows: { them: 1, email: 1, note: 1, linkedin: 1, call: 1 } };
  for (const entry of entries) {
    if (!entry.from) continue;
    if (isBar(entry)) for (const bar of barsOf(entry, scale)) {
      placed.bars.push({ ...bar, row: rowFor(bar.lane, Math.min(bar.x, labelStart(bar.label)), barEnd(bar)) });
    }
    else {
      const mark = markOf(entry, entry.from, scale);
      if (mark) {
        const [start, end] = mark.label ? [labelStart(mark.label), labelEnd(mark.label)] : [mark.x, mark.x];
        placed.marks.push({ ...mark, row: rowFor(entry.lane, Math.min(start, mark.x - 8), Math.max(end, mark.x + 8)) });
      }
    }
  }
  for (const lane of LANES) placed.rows[lane] = Math.max(1, taken.get(lane)?.length ?? 0);
  return placed;
}

function isBar(entry: Entry): boolean {
  return entry.state === "now" || entry.state === "open" || entry.state === "later";
}

function labelWidth(text: string): number {
  return text.length * CHARACTER;
}

function labelStart(label: Omit<Label, "y">): number {
  return label.anchor === "end" ? label.x - labelWidth(label.text) : label.x;
}

function labelEnd(label: Omit<Label, "y">): number {
  return label.anchor === "end" ? label.x : label.x + labelWidth(label.text);
}

/** Where a bar ends, with its label. */
function barEnd(bar: { x: number; width: number; label: Omit<Label, "y"> }): number {
  return Math.max(bar.x + bar.width, labelEnd(bar.label));
}

function barsOf(entry: Entry, scale: Scale): Omit<Placed["bars"][number], "row">[] {
  const bars = [barOf(entry, entry.lane, false, scale)];
  if (entry.orElse) bars.push(barOf(entry, entry.orElse === "follow_up_call" ? "call" : "email", true, scale));
  return bars;
}

/** A step without an end is drawn three days long: long enough to read, short enough not to press. */
function barOf(entry: Entry, lane: Lane, sibling: boolean, scale: Scale): Omit<Placed["bars"][number], "row"> {
  const from = entry.from ?? new Date(0);
  const start = Math.max(scale.x(from), LEFT + 2);
  const end = entry.to ? scale.x(entry.to) : Math.max(start, scale.x(from)) + 3 * scale.dayWidth;
  const width = Math.min(Math.max(end - start, 18), scale.width - start);
  const text = scale.words.bar(entry, sibling);
  return { entry, lane, sibling, x: start, width, height: BAR, label: barLabel(text, start, width, scale.width) };
}

function barLabel(text: string, start: number, width: number, whole: number): Omit<Label, "y"> {
  const needed = labelWidth(text);
  if (needed + 2 * PAD <= width) return { x: start + PAD, anchor: "start", inside: true, text };
  if (start + width + 10 + needed <= whole) return { x: start + width + 10, anchor: "start", inside: false, text };
  return { x: start - 10, anchor: "end", inside: false, text };
}

function markOf(entry: Entry, from: Date, scale: Scale): Omit<Placed["marks"][number], "row"> | null {
  const x = scale.x(from);
  if (x < LEFT || x > scale.width) return null;
  const text = scale.words.mark(entry);
  if (!text) return { entry, x, label: null };
  const fitsOnTheRight = x + 16 + labelWidth(text) <= scale.width;
  const onTheRight = fitsOnTheRight && (x > scale.today || x - 14 - labelWidth(text) < LEFT);
  if (!onTheRight) return { entry, x, label: { x: x - 14, anchor: "end", inside: false, text } };
  const crossesToday = x < scale.today && x + 16 + labelWidth(text) > scale.today;
  return { entry, x, label: { x: crossesToday ? scale.today + 10 : x + 16, anchor: "start", inside: false, text } };
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
