/** The text on the desk: our draft until it is edited or handed over, and from then on what this browser keeps. */

import { useState } from "preact/hooks";
import { forget, keep, read } from "./kept.ts";
import type { KeptText, Place, Text } from "./kept.ts";
import type { Source } from "./source.ts";

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

/** `fresh` is what `source` makes. */
export function useText(place: Place, fresh: Text, source: Source): Desk {
  const [kept, setKept] = useState(() => {
    const found = read(place);
    return found?.stage === "sent" ? null : found;
  });
  const { subject, body, voicemail }: Text = { ...fresh, ...kept };
  const text = { subject, body, voicemail };

  function put(next: KeptText | null): void {
    setKept(next);
    if (next) keep(place, next);
    else forget(place);
  }

  function isOurs(one: Text): boolean {
    return one.subject === fresh.subject && one.body === fresh.body && one.voicemail === fresh.voicemail;
  }

  function edit(one: Text): void {
    put(isOurs(one) ? null : { ...one, source, stage: "edited" });
  }

  return {
    ...text,
    changed: !isOurs(text),
    handed: kept?.stage === "handed",
    change: (part) => edit({ ...text, ...part }),
    handOver: () => put({ ...text, source, stage: "handed" }),
    notYet: () => edit(text),
    sent: () => keep(place, { ...text, source, stage: "sent" }),
    startAgain: () => {
      put(null);
      return () => put(kept);
    },
  };
}
