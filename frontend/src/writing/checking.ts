/** What there is to look at again, a moment after the last keystroke. It never stands in the way. */

import { useEffect, useState } from "preact/hooks";
import { check } from "../api/messages.ts";
import type { Finding, MessageToCheck } from "../api/types.ts";

/** Milliseconds after typing stops. */
const PAUSE = 250;

export interface Looked {
  findings: Finding[];
  /** False for a language whose wording nobody reads. */
  wordingRead: boolean;
}

/** What was found in the last text that was looked at; null when that did not work. */
export function useLook(question: MessageToCheck, first: Looked): Looked | null {
  const [looked, setLooked] = useState<Looked | null>(first);
  const asked = JSON.stringify(question);
  useEffect(() => {
    let wanted = true;
    const tell = (now: Looked | null) => wanted && setLooked(now);
    const look = () =>
      void check(JSON.parse(asked) as MessageToCheck).then(
        ({ findings, wording_read }) => tell({ findings, wordingRead: wording_read }),
        () => tell(null),
      );
    const timer = setTimeout(look, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return looked;
}
