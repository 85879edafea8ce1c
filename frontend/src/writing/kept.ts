/**
 * Texts that are not logged yet, so that a reload loses nothing, and those that went out, so that two people on one
 * panel do not get the same letter. They stay in this browser and go when somebody signs out of it.
 */

import type { StepKind } from "../api/types.ts";

export interface Text {
  subject: string;
  body: string;
}

export interface KeptText extends Text {
  /** It has been edited, handed over without a word on whether it went out, or logged. */
  stage: "edited" | "handed" | "sent";
}

export interface Place {
  applicationId: string;
  kind: StepKind;
  contactId: string | null;
}

const PREFIX = "afterview text ";

function together({ applicationId, kind }: Place): string {
  return `${PREFIX}${applicationId} ${kind} `;
}

function keyOf(place: Place): string {
  return together(place) + (place.contactId ?? "");
}

/** What is kept; nothing, where the browser keeps nothing for us. */
export function read(place: Place): KeptText | null {
  return at(keyOf(place));
}

export function keep(place: Place, text: KeptText): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(text));
  } catch {
    // full, or switched off: the text is still on the screen
  }
}

export function forget(place: Place): void {
  for (const key of keys()) if (key === keyOf(place)) localStorage.removeItem(key);
}

/** The texts of the same kind to the others of that application. */
export function others(place: Place): string[] {
  return keys()
    .filter((key) => key.startsWith(together(place)) && key !== keyOf(place))
    .map((key) => at(key)?.body ?? "")
    .filter((body) => body.trim());
}

export function forgetAll(): void {
  for (const key of keys()) localStorage.removeItem(key);
}

function at(key: string): KeptText | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as KeptText | null;
  } catch {
    return null;
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
