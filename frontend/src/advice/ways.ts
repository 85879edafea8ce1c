/** The other ways, one row for people who are told the same: pure, so that it can be tested alone. */

import type { Alternative, Reason, StepKind, Verdict } from "../api/types.ts";
import { en, names } from "../text.ts";
import { clock, dayOf, onDay, soon } from "../time/words.ts";
import type { Reader } from "../time/words.ts";

export interface Person {
  id: string;
  name: string;
}

export interface Way {
  kind: StepKind;
  verdict: Verdict;
  /** Those known by name. */
  people: Person[];
  /** For how many it is, known by name or not. */
  size: number;
  /** The first of them; null for nobody in particular. */
  contactId: string | null;
  chip: string;
  reason: Reason;
}

/** The rules that hold a step back until the thank-you is out. */
const AFTER_THANKS = new Set(["thanks-come-first", "linkedin-after-thanks", "note-is-a-bonus", "thanks-by-post"]);

/** The day a way opens, and only today the hour. */
function day(at: string, reader: Reader): string {
  const today = dayOf(reader.now, reader.zone) === dayOf(at, reader.zone);
  return today ? clock(at, reader.zone) : onDay(at, reader);
}

function chipOf(way: Alternative, reader: Reader): string {
  const rule = way.reasons[0]?.rule ?? "";
  switch (way.verdict) {
    case "allowed":
      return way.not_after ? en.ways.until(soon(way.not_after, reader)) : en.ways.openNow;
    case "not_yet":
      if (way.not_before) return en.ways.notYetFrom(day(way.not_before, reader));
      return AFTER_THANKS.has(rule) ? en.ways.afterThanks : en.ways.notYet;
    case "no_longer":
      return en.ways.noLonger;
    case "never":
      return en.ways.never;
  }
}

/** Rows of the alternatives, those with the same kind and chip as one; `nameOf` knows some contacts by name. */
export function waysOf(alternatives: Alternative[], nameOf: (id: string) => string | undefined, reader: Reader): Way[] {
  const rows = new Map<string, Way>();
  for (const alternative of alternatives) {
    const reason = alternative.reasons[0];
    if (!reason) continue;
    const chip = chipOf(alternative, reader);
    const key = `${alternative.kind} ${alternative.verdict} ${chip}`;
    const { kind, verdict, contact_id: id } = alternative;
    const row = rows.get(key) ?? { kind, verdict, people: [], size: 0, contactId: id, chip, reason };
    const name = id ? nameOf(id) : undefined;
    if (id && name) row.people.push({ id, name });
    row.size += 1;
    rows.set(key, row);
  }
  return [...rows.values()].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
}

const ORDER: Verdict[] = ["allowed", "not_yet", "no_longer", "never"];

/** Whether the user can still take it, now or later. */
export function isOpen(way: Way): boolean {
  return way.verdict === "allowed" || way.verdict === "not_yet";
}

/** Why it stands where it does: about the person, or for several people what the rule says. */
export function wayReason(way: Way): string {
  return way.people.length > 1 ? way.reason.statement : way.reason.because;
}

/** "Thank-you email · Tomás Leal". */
export function wayTitle(way: Way): string {
  const title = en.kinds[way.kind];
  return way.people.length ? `${title} · ${names(way.people.map(({ name }) => name))}` : title;
}

