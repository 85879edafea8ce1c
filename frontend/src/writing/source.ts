/** Which template a text is made from, and which one somebody took the last time. */

import type { Language, StepKind } from "../api/types.ts";
import { keepAs, readKept } from "./browser-store.ts";

export interface Source {
  /** The kind of step for the one that comes with Afterview, else the id of one's own. */
  template: string;
  /** Of one's own it is what that template says. */
  language: Language;
}

interface Habits {
  language: Language;
  own: Partial<Record<StepKind, string>>;
}

const HABITS = "drafts";

function habits(): Habits {
  return readKept<Habits>(HABITS) ?? { language: "en", own: {} };
}

/** What to begin with: what was taken the last time for such a step, in the language of the last time. */
export function usualSource(kind: StepKind): Source {
  const { language, own } = habits();
  return { template: own[kind] ?? kind, language };
}

export function remember(kind: StepKind, { template, language }: Source): void {
  const before = habits();
  const { [kind]: _, ...rest } = before.own;
  if (template === kind) keepAs(HABITS, { language, own: rest });
  else keepAs(HABITS, { ...before, own: { ...rest, [kind]: template } });
}
