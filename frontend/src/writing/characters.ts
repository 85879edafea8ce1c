/** The API counts code points, the browser half of some of them. */

import type { Span } from "../api/types.ts";

const LONGEST_QUOTE = 80;

export function length(text: string): number {
  return [...text].length;
}

/** The same stretch for `setSelectionRange`. */
export function inBrowser(text: string, { start, end }: Span): [number, number] {
  const characters = [...text];
  return [characters.slice(0, start).join("").length, characters.slice(0, end).join("").length];
}

/** A stretch of the text in quotation marks, shortened. */
export function quoted(text: string, { start, end }: Span): string {
  const stretch = [...text].slice(start, end);
  const shown = stretch.slice(0, LONGEST_QUOTE).join("").replace(/\s+/g, " ").trim();
  return shown && `“${shown}${stretch.length > LONGEST_QUOTE ? "…" : ""}”`;
}

/** Take the reader to a stretch of the text in that field, also where the field is folded away. */
export function showSpan(field: HTMLTextAreaElement | null, span: Span): void {
  const fold = field?.closest("details");
  if (fold) fold.open = true;
  field?.focus();
  field?.setSelectionRange(...inBrowser(field.value, span));
}
