import { Reasoning } from "../advice/Reasoning.tsx";
import { StepCard } from "../advice/StepCard.tsx";
import { WaysList } from "../advice/WaysList.tsx";
import { WaitActions } from "../advice/WaitActions.tsx";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { nameIn } from "./candidacy.ts";
import type { Candidacy } from "./candidacy.ts";

/** The next step of this application, or why there is none today. */
export function NextCard({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const { application, contacts, interviews, next } = candidacy;
  const { action } = next;
  if (action.window === null) return <Quiet candidacy={candidacy} reader={reader} />;
  const interview = interviews.find(({ id }) => id === action.interview_id);
  const recipient = contacts.find(({ id }) => id === action.contact_id);
  return (
    <StepCard
      recommendation={next}
      application={application}
      contacts={contacts}
      theirZone={recipient?.timezone ?? interview?.timezone ?? null}
      reader={reader}
      heading="h2"
    />
  );
}

function Quiet({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const { application, contacts, next } = candidacy;
  const { action, reasons } = next;
  const waits = action.kind === "wait";
  return (
    <article class="card rec" aria-labelledby="quiet">
      <header>
        <span class={waits ? "chip wait" : "chip"}>{waits ? en.waiting.chip : en.waiting.rest}</span>
      </header>
      <div class="body">
        <h2 class="step" id="quiet">
          {waits ? en.waiting.title : action.headline}
        </h2>
        <dl class="facts">
          <div>
            <dt>{en.step.why}</dt>
            <dd>{reasons[0]?.because}</dd>
          </div>
          {action.until && (
            <div>
              <dt>{en.step.when}</dt>
              <dd>{en.waiting.until(moment(action.until, reader), action.next_kind ? en.kinds[action.next_kind] : null)}</dd>
            </div>
          )}
        </dl>
        <WaitActions applicationId={application.id} status={application.status} contacts={contacts} />
      </div>
      <WaysList
        applicationId={application.id}
        alternatives={next.alternatives}
        nameOf={(id) => nameIn(contacts, id) || undefined}
        reader={reader}
      />
      <Reasoning
        applicationId={application.id}
        title={waits ? en.step.waitReasoning : en.step.restReasoning}
        reasons={reasons}
        missing={next.missing}
      />
    </article>
  );
}
