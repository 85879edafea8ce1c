/** A template on the bench: what is saved until it is changed, and from then on what this browser keeps. */

import { useState } from "preact/hooks";
import { forgetKept, keepAs, readKept } from "../writing/browser-store.ts";
import type { TemplateDraft } from "./template-draft.ts";

export interface Unsaved {
  draft: TemplateDraft;
  /** It was changed before this visit, and not saved. */
  broughtBack: boolean;
  change: (part: Partial<TemplateDraft>) => void;
  /** Back to what is saved; what it gives back brings the changes back. */
  startOver: () => () => void;
  done: () => void;
}

export function useUnsaved(place: string, saved: TemplateDraft): Unsaved {
  const [kept, setKept] = useState(() => readKept<TemplateDraft>(place));
  const [broughtBack, setBroughtBack] = useState(kept !== null);
  const draft = kept ?? saved;

  function put(next: TemplateDraft | null): void {
    setKept(next);
    if (next) keepAs(place, next);
    else forgetKept(place);
  }

  return {
    draft,
    broughtBack,
    change: (part) => {
      const next = { ...draft, ...part };
      put(JSON.stringify(next) === JSON.stringify(saved) ? null : next);
    },
    startOver: () => {
      put(null);
      setBroughtBack(false);
      return () => put(kept);
    },
    done: () => forgetKept(place),
  };
}
