/** The recommendation card: who, the step, its moment, why, what to press, other ways, and the reasoning. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Contact, Recommendation, Status } from "../api/types.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { chipOf, stripOf } from "./moments.ts";
import { Reasoning } from "./Reasoning.tsx";
import { StepActions } from "./StepActions.tsx";
import { StepFacts } from "./StepFacts.tsx";
import { WaysList } from "./WaysList.tsx";
import { WindowStrip } from "./WindowStrip.tsx";

interface StepCardProps {
  recommendation: Recommendation;
  application: { id: string; status: Status };
  contacts: Contact[];
  /** The recipient's own zone, or that of the interview. */
  theirZone: string | null;
  reader: Reader;
  small?: boolean;
  /** Who it is about, beside the chip. */
  children?: ComponentChildren;
  heading?: "h2" | "h3";
}

export function StepCard(props: StepCardProps) {
  const { recommendation, application, contacts, theirZone, reader, small = false, children, heading: Heading = "h3" } = props;
  const { action } = recommendation;
  const title = useId();
  const strip = stripOf(action, reader);
  const carried = action.carries.map((kind) => en.step.carried[kind] ?? en.kinds[kind]).join(" and ");
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)?.name;
  return (
    <article class={small ? "card rec small" : "card rec"} aria-labelledby={title}>
      <header>
        {children}
        <span class={action.late ? "chip" : "chip now"}>{chipOf(action, reader)}</span>
      </header>
      <div class="body">
        <Heading class="step" id={title}>
          {action.headline}
        </Heading>
        {strip && <WindowStrip strip={strip} />}
        <StepFacts recommendation={recommendation} theirZone={theirZone} reader={reader} />
        <StepActions
          applicationId={application.id}
          status={application.status}
          action={action}
          contacts={contacts}
          reader={reader}
        />
        {carried && <p class="foot">{en.step.carries(carried)}</p>}
      </div>
      <WaysList
        applicationId={application.id}
        alternatives={recommendation.alternatives}
        nameOf={nameOf}
        reader={reader}
      />
      <Reasoning
        applicationId={application.id}
        title={en.step.reasoning}
        reasons={recommendation.reasons}
        missing={recommendation.missing}
      />
    </article>
  );
}
