/** The text on the desk: our draft until it is edited or handed over, and from then on what this browser keeps. */

import { useState } from "preact/hooks";
import { forget, keep, read } from "./kept.ts";
import type { KeptText, Place, Text } from "./kept.ts";

export interface Desk extends Text {
  /** It is no longer our draft. */
  changed: boolean;
  /** It may have gone out by now: the user has it in another program. */
  handed: boolean;
  change: (part: Partial<Text>) => void;
  handOver: () => void;
  notYet: () => void;
  sent: () => void;
  /** Back to our draft; what it gives back brings the edited text back. */
  startAgain: () => () => void;
}

export function useText(place: Place, fresh: Text): Desk {
  const [kept, setKept] = useState(() => {
    const found = read(place);
    return found?.stage === "sent" ? null : found;
  });
  const { subject, body }: Text = kept ?? fresh;

  function put(next: KeptText | null): void {
    setKept(next);
    if (next) keep(place, next);
    else forget(place);
  }

  function isOurs(text: Text): boolean {
    return text.subject === fresh.subject && text.body === fresh.body;
  }

  function edit(text: Text): void {
    put(isOurs(text) ? null : { ...text, stage: "edited" });
  }

  return {
    subject,
    body,
    changed: !isOurs({ subject, body }),
    handed: kept?.stage === "handed",
    change: (part) => edit({ subject, body, ...part }),
    handOver: () => put({ subject, body, stage: "handed" }),
    notYet: () => edit({ subject, body }),
    sent: () => keep(place, { subject, body, stage: "sent" }),
    startAgain: () => {
      put(null);
      return () => put(kept);
    },
  };
}
