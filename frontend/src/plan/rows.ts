/** Where bars, marks and their labels go along the days, and in which row of their lane. Pure. */

import type { Entry, Lane } from "./entries.ts";
import { BAR, LANES, LEFT } from "./picture.ts";
import type { Bar, Label, Mark, Words } from "./picture.ts";

const CHARACTER = 7.1;
const PAD = 12;

export interface Scale {
  x: (at: Date) => number;
  /** Labels of the past keep to the left of it. */
  today: number;
  dayWidth: number;
  width: number;
  words: Words;
}

type Rowed<T> = T & { row: number };

export interface Placed {
  bars: Rowed<Omit<Bar, "y"> & { label: Omit<Label, "y"> }>[];
  marks: Rowed<Omit<Mark, "y"> & { label: Omit<Label, "y"> | null }>[];
  rows: Record<Lane, number>;
}

/** Bars, marks and labels in rows: within a lane, what would overlap goes one row down. */
export function place(entries: Entry[], scale: Scale): Placed {
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
export function barEnd(bar: { x: number; width: number; label: Omit<Label, "y"> }): number {
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
