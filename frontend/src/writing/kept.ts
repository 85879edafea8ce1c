/**
 * Texts that are not logged yet, so that a reload loses nothing, and those that went out, so that two people on one
 * panel do not get the same letter. They stay in this browser and go when somebody signs out of it.
 */

import type { StepKind } from "../api/types.ts";
import { forgetKept, keepAs, keptNames, readKept } from "./browser-store.ts";
import type { Source } from "./source.ts";

export interface Text {
  subject: string;
  body: string;
  /** What to say to a machine; of a call. */
  voicemail: string;
}

export interface KeptText extends Text {
  /** It has been edited, handed over without a word on whether it went out, or logged. */
  stage: "edited" | "handed" | "sent";
  /** What it was made from. */
  source: Source;
}

export interface Place {
  applicationId: string;
  kind: StepKind;
  contactId: string | null;
}

function together({ applicationId, kind }: Place): string {
  return `text ${applicationId} ${kind} `;
}

function nameOf(place: Place): string {
  return together(place) + (place.contactId ?? "");
}

/** What is kept; nothing, where the browser keeps nothing for us. */
export function read(place: Place): KeptText | null {
  return readKept<KeptText>(nameOf(place));
}

export function keep(place: Place, text: KeptText): void {
  keepAs(nameOf(place), text);
}

export function forget(place: Place): void {
  forgetKept(nameOf(place));
}

/** The texts of the same kind to the others of that application. */
export function others(place: Place): string[] {
  return keptNames()
    .filter((name) => name.startsWith(together(place)) && name !== nameOf(place))
    .map((name) => readKept<KeptText>(name)?.body ?? "")
    .filter((body) => body.trim());
}
