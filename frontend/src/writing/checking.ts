/** What there is to look at again, a moment after the last keystroke. It never stands in the way. */

import { useEffect, useState } from "preact/hooks";
import { check } from "../api/messages.ts";
import type { Finding, MessageToCheck } from "../api/types.ts";

/** Milliseconds after typing stops. */
const PAUSE = 250;

/** What was found in the last text that was looked at; null when that did not work. */
export function useFindings(question: MessageToCheck, first: Finding[]): Finding[] | null {
  const [findings, setFindings] = useState<Finding[] | null>(first);
  const asked = JSON.stringify(question);
  useEffect(() => {
    let wanted = true;
    const tell = (found: Finding[] | null) => wanted && setFindings(found);
    const look = () => void check(JSON.parse(asked) as MessageToCheck).then((answer) => tell(answer.findings), () => tell(null));
    const timer = setTimeout(look, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return findings;
}
