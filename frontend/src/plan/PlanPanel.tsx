/** The plan of an application: as a picture where there is room, and as a list everywhere. */

import { useMemo } from "preact/hooks";
import type { Candidacy } from "../candidacy/candidacy.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { entriesOf } from "./entries.ts";
import type { Entry, State } from "./entries.ts";
import { PlanPath } from "./PlanPath.tsx";
import { PlanPicture } from "./PlanPicture.tsx";

/** What a picture is worth drawing for; a plan that is over is told better in words. */
const AHEAD: State[] = ["now", "open", "later"];

export function PlanPanel({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const { plan, contacts } = candidacy;
  const entries = useMemo(() => planEntries(candidacy), [candidacy]);
  const spent = plan.ends_with.spent;
  const anythingAhead = entries.some(({ state }) => AHEAD.includes(state));
  return (
    <section class="card panel plan" aria-labelledby="plan">
      <h2 id="plan">{en.plan.title}</h2>
      {anythingAhead && (
        <>
          <p class="sub legend">{en.plan.legend}</p>
          <PlanPicture entries={entries} company={candidacy.application.company} reader={reader} />
        </>
      )}
      <details class="words" open={!anythingAhead}>
        <summary>{en.plan.words}</summary>
        <PlanPath entries={entries} contacts={contacts} reader={reader} />
      </details>
      <p class="foot">
        {anythingAhead && en.plan.assumes} {spent.length > 0 && en.plan.spent(spent.join("; "))}
      </p>
    </section>
  );
}

function planEntries({ plan, interviews, touches, next }: Candidacy): Entry[] {
  const alsoPossible = next.alternatives
    .filter(({ verdict }) => verdict === "allowed" || verdict === "not_yet")
    .map(({ kind }) => kind);
  return entriesOf({ plan, interviews, touches, alsoPossible, now: new Date(plan.generated_at) });
}

