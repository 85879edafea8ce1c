/** The page of one application: the next step, the plan, what has been said, and the people. */

import { useReader } from "../account/me.ts";
import { useReading } from "../api/reading.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { dayOf, longDay, onDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { Head } from "../ui/Head.tsx";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { Who } from "../ui/Who.tsx";
import { PlanPanel } from "../plan/PlanPanel.tsx";
import { isHeld, readCandidacy, roundOf } from "./candidacy.ts";
import type { Candidacy } from "./candidacy.ts";
import { InterviewsAside } from "./InterviewsAside.tsx";
import { LogPanel } from "./LogPanel.tsx";
import { NextCard } from "./NextCard.tsx";
import { PeopleAside } from "./PeopleAside.tsx";

export function CandidacyScreen({ id }: { id: string }) {
  const reader = useReader();
  const reading = useReading(`candidacy ${id}`, () => readCandidacy(id));
  const application = reading.state === "ready" ? reading.value.application : null;
  useTitle(application && `${application.role}, ${application.company}`);
  return (
    <Read reading={reading} title={en.nav.applications}>
      {(candidacy) => <Page candidacy={candidacy} reader={reader} />}
    </Read>
  );
}

function Page({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const { application } = candidacy;
  const since = en.candidacy.since(onDay(application.created_at, reader));
  return (
    <>
      <Head
        title={application.role}
        lede={lede(candidacy, reader)}
        crumb={{ to: href({ screen: "applications" }), words: en.candidacy.back }}
      >
        <Who company={application.company}>
          {[en.statuses[application.status], application.source && en.candidacy.via(application.source), since]
            .filter(Boolean)
            .join(" · ")}
        </Who>
      </Head>
      <div class="split candidacy">
        <NextCard candidacy={candidacy} reader={reader} />
        <InterviewsAside candidacy={candidacy} reader={reader} />
      </div>
      <PlanPanel candidacy={candidacy} reader={reader} />
      <div class="split candidacy">
        <LogPanel candidacy={candidacy} reader={reader} />
        <PeopleAside candidacy={candidacy} />
      </div>
    </>
  );
}

/** Where things stand, in a sentence or two. */
function lede({ interviews, application }: Candidacy, reader: Reader): string {
  const held = interviews.filter((interview) => isHeld(interview, reader.now)).at(-1);
  const ahead = interviews.find((i) => i.status !== "cancelled" && !isHeld(i, reader.now));
  const said: string[] = [];
  if (held) said.push(en.candidacy.lastHeld(roundOf(held), onDay(held.ends_at, reader)));
  if (ahead) said.push(en.candidacy.nextHeld(roundOf(ahead), onDay(ahead.starts_at, reader)));
  if (!held && !ahead) said.push(en.candidacy.noInterview);
  const promised = held?.reply_expected_by;
  if (promised && application.status === "active") {
    const passed = promised < dayOf(reader.now, held.timezone);
    said.push(passed ? en.candidacy.promisePassed(longDay(promised)) : en.candidacy.promise(longDay(promised)));
  }
  return said.join(" ");
}
