import { readContacts } from "../api/applications.ts";
import { useReading } from "../api/reading.ts";
import type { AgendaItem, Interview } from "../api/types.ts";
import { StepCard } from "../advice/StepCard.tsx";
import { href } from "../routing/routes.ts";
import type { Reader } from "../time/words.ts";
import { Who } from "../ui/Who.tsx";

interface AgendaCardProps {
  item: AgendaItem;
  interview: Interview | undefined;
  reader: Reader;
  small: boolean;
}

/** One application's recommendation, with whom it is about. */
export function AgendaCard({ item, interview, reader, small }: AgendaCardProps) {
  const { application, recommendation } = item;
  const people = useReading(`contacts ${application.id}`, () => readContacts(application.id));
  const contacts = people.state === "ready" ? people.value : [];
  const recipient = contacts.find(({ id }) => id === recommendation.action.contact_id);
  return (
    <StepCard
      recommendation={recommendation}
      application={application}
      contacts={contacts}
      theirZone={recipient?.timezone ?? interview?.timezone ?? null}
      reader={reader}
      small={small}
    >
      <Who company={application.company} to={href({ screen: "application", id: application.id })}>
        {[application.role, interview?.round].filter(Boolean).join(" · ")}
      </Who>
    </StepCard>
  );
}
