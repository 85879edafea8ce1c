/** Why, when, and what if not: always in that order. */

import type { Recommendation } from "../api/types.ts";
import { capital, en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { whenOf } from "./moments.ts";

/** For these the principle says more than its application, which the strip and the reasoning show anyway. */
const PRINCIPLE_FIRST = new Set<string>(["thank_you_email", "linkedin_request", "handwritten_note"]);

interface StepFactsProps {
  recommendation: Recommendation;
  theirZone: string | null;
  reader: Reader;
}

export function StepFacts({ recommendation, theirZone, reader }: StepFactsProps) {
  const { action, reasons } = recommendation;
  const why = PRINCIPLE_FIRST.has(action.kind) ? reasons[0]?.statement : reasons[0]?.because;
  const when = whenOf(action, theirZone, reader);
  return (
    <dl class="facts">
      <div>
        <dt>{en.step.why}</dt>
        <dd>{why}</dd>
      </div>
      <div>
        <dt>{en.step.when}</dt>
        <dd>
          {capital(when.sentence)} {when.soft && <span class="soft">{when.soft}</span>}
        </dd>
      </div>
      <div>
        <dt>{en.step.ifNot}</dt>
        <dd>{en.ifNot(action)}</dd>
      </div>
    </dl>
  );
}
