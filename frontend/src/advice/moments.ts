/** When a step is worth taking, in words and on the window strip. Pure: Action and Reader in, words and numbers out. */

import type { Action } from "../api/types.ts";
import { en } from "../text.ts";
import { clock, momentInside, onDay, soon, thereToo } from "../time/words.ts";
import type { Reader } from "../time/words.ts";

/** A best moment nearer than this is now. */
const NOW_ENOUGH = 15 * 60_000;

export interface When {
  sentence: string;
  /** What softens it: a better hour, or the hour on their clock. */
  soft: string | null;
}

export interface Strip {
  /** How far along now is, in percent. */
  now: number;
  opened: { label: string; moment: string };
  closes: { label: string; moment: string };
  time: string;
}

/** The words on the card's chip; the colour is chosen by `chipTone`. */
export function chipOf(action: Action, reader: Reader): string {
  const window = action.window;
  if (action.late) return en.step.chip.late;
  if (window && isAhead(window.opens_at, reader)) return en.step.chip.fromWhen(soon(window.opens_at, reader));
  if (action.strength === "may") {
    return window?.closes_at
      ? `${en.step.chip.optional} · ${en.ways.until(soon(window.closes_at, reader)).toLowerCase()}`
      : en.step.chip.optional;
  }
  if (window?.closes_at) return en.step.chip.before(soon(window.closes_at, reader));
  if (window && isAhead(window.best_at, reader)) return en.step.chip.fromWhen(soon(window.best_at, reader));
  return en.step.chip.openNow;
}

/** When to take the step, in a sentence. */
export function whenOf(action: Action, theirZone: string | null, reader: Reader): When {
  const window = action.window;
  if (!window) return { sentence: en.step.whenNow, soft: null };
  const bestLater = isAhead(window.best_at, reader);
  if (!window.closes_at) {
    const call = action.kind === "follow_up_call";
    if (!bestLater) return { sentence: call ? en.step.whenCall : en.step.whenNow, soft: null };
    return { sentence: en.step.whenFrom(momentInside(window.best_at, reader)), soft: there(window.best_at, theirZone, reader) };
  }
  const closes = momentInside(window.closes_at, reader);
  const soft = bestLater ? en.step.bestAround(soon(window.best_at, reader)) : null;
  return {
    sentence: action.late ? en.step.whenLate(closes) : en.step.whenBefore(closes),
    soft: [there(window.closes_at, theirZone, reader), soft].filter(Boolean).join(" ") || null,
  };
}

/** The strip from the event to the end of the good moment; only where both ends are known and now lies between. */
export function stripOf(action: Action, reader: Reader): Strip | null {
  const window = action.window;
  if (!window?.closes_at) return null;
  const [opens, closes, now] = [Date.parse(window.opens_at), Date.parse(window.closes_at), reader.now.getTime()];
  if (opens > now || closes <= now || closes <= opens) return null;
  const afterInterview = action.kind === "thank_you_email";
  const closesLabel = action.late ? en.step.strip.closesLate : en.step.strip.closes;
  return {
    now: Math.round(((now - opens) / (closes - opens)) * 1000) / 10,
    opened: { label: afterInterview ? en.step.strip.interview : en.step.strip.opened, moment: dayAndTime(opens, reader) },
    closes: { label: closesLabel, moment: dayAndTime(closes, reader) },
    time: clock(reader.now, reader.zone),
  };
}

function dayAndTime(at: number, reader: Reader): string {
  const instant = new Date(at);
  return `${onDay(instant, reader)} ${clock(instant, reader.zone)}`;
}

function isAhead(at: string, reader: Reader): boolean {
  return Date.parse(at) - reader.now.getTime() > NOW_ENOUGH;
}

function there(at: string, zone: string | null, reader: Reader): string | null {
  const told = thereToo(at, zone, reader);
  return told && en.time.whenThere(told);
}
