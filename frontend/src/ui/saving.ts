/** Saving a form: one at a time, with the refusal kept for the fields that it names. */

import { useState } from "preact/hooks";
import { asRefused } from "../api/problem.ts";
import type { Refused } from "../api/problem.ts";
import { somethingChanged } from "../api/reading.ts";
import { en } from "../text.ts";

/** What is wrong with a field, by the field's name. */
export type Wrong = Readonly<Record<string, string>>;

export interface Saving {
  busy: boolean;
  /** One sentence for the whole form, or nothing. */
  sentence: string | null;
  /** What to write instead in the field that the API calls by this pointer. */
  at: (pointer: string) => string | undefined;
  run: (save: () => Promise<unknown>) => Promise<boolean>;
}

/** `what` is at stake: a text that was typed, or a press of a button. */
export function useSaving(what: "text" | "press" = "text"): Saving {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Refused | null>(null);

  async function run(save: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setWhy(null);
    try {
      await save();
      somethingChanged();
      return true;
    } catch (thrown) {
      setWhy(asRefused(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, sentence: why && sentenceFor(why, what), at: (pointer) => why?.fields.get(pointer), run };
}

function sentenceFor(why: Refused, what: "text" | "press"): string {
  if (why.offline) return what === "text" ? en.problem.offlineSave : en.problem.offlinePress;
  if (why.status === 429) return en.problem.tooOften;
  const unsaved = what === "text" ? en.problem.unsaved : en.problem.unchanged;
  if (why.status >= 500) return unsaved;
  return why.fields.size && what === "text" ? en.problem.lookAgain : why.message || unsaved;
}
