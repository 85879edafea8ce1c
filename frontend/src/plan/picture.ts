/** The plan picture as numbers: what the geometry makes and the SVG draws. */

import type { Entry, Lane } from "./entries.ts";

export const HEAD = 84;
export const LEFT = 84;
export const ROW = 46;
export const BAR = 30;
export const LANES: Lane[] = ["them", "email", "note", "linkedin", "call"];

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
