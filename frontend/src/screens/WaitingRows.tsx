import type { AgendaItem, Interview } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { onDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { Who } from "../ui/Who.tsx";
import { isAhead } from "./ahead.ts";

interface WaitingRowsProps {
  items: AgendaItem[];
  interviews: Interview[];
  reader: Reader;
}

/** Where waiting is right: until when, and why that is so. */
export function WaitingRows({ items, interviews, reader }: WaitingRowsProps) {
  return (
    <section class="section" aria-labelledby="waiting">
      <h2 id="waiting">{en.today.waiting}</h2>
      <ul class="rows">
        {items.map((item) => (
          <WaitingRow
            key={item.application.id}
            item={item}
            next={interviews.find((i) => i.application_id === item.application.id && isAhead(i, reader.now))}
            reader={reader}
          />
        ))}
      </ul>
    </section>
  );
}

function WaitingRow({ item, next, reader }: { item: AgendaItem; next: Interview | undefined; reader: Reader }) {
  const { application, recommendation } = item;
  const until = recommendation.action.until;
  return (
    <li>
      <Who company={application.company} to={href({ screen: "application", id: application.id })}>
        {application.role}
      </Who>
      {next ? (
        <span class="chip them">{en.waiting.interview(onDay(next.starts_at, reader))}</span>
      ) : (
        until && <span class="chip wait">{en.waiting.quietUntil(onDay(until, reader))}</span>
      )}
      <p>{next ? en.waiting.interviewAhead : recommendation.reasons[0]?.because}</p>
    </li>
  );
}
