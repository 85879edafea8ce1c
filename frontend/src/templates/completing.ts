/** Which names fit what is being typed after two braces, and what taking one puts there. Pure. */

import type { Variable } from "../api/types.ts";

export interface Typing {
  /** Where the name begins. */
  start: number;
  typed: string;
}

const OPEN = /\{\{-?\s*([\w.]*)$/;
const CLOSED = /^\s*-?\}\}/;
const REST = /^[\w.]*/;

/** The name that the caret stands in or after; null anywhere else. */
export function typingAt(text: string, caret: number): Typing | null {
  const found = OPEN.exec(text.slice(0, caret));
  return found ? { start: caret - (found[1] ?? "").length, typed: found[1] ?? "" } : null;
}

/** How many names are offered: what is typed narrows them down, and a list under the field has them all. */
const MOST = 6;

/** Those that begin so, then those with it somewhere inside. */
export function fitting(variables: Variable[], typed: string): Variable[] {
  const wanted = typed.toLowerCase();
  const starts = variables.filter(({ name }) => name.startsWith(wanted));
  return [...starts, ...variables.filter((one) => one.name.includes(wanted) && !starts.includes(one))].slice(0, MOST);
}

/** From where to where, and what to put there instead: the rest of the name goes, the braces are closed. */
export function completion(text: string, caret: number, { start }: Typing, name: string): { start: number; end: number; put: string } {
  const rest = REST.exec(text.slice(caret))?.[0] ?? "";
  const end = caret + rest.length;
  const blank = text[start - 1] === " " ? "" : " ";
  return { start, end, put: `${blank}${name}${CLOSED.test(text.slice(end)) ? "" : " }}"}` };
}

/** Where a line and a column, counted from 1 in code points, are for the browser. */
export function caretAt(text: string, line: number, column: number): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const inside = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  return Math.min(before + inside, text.length);
}
