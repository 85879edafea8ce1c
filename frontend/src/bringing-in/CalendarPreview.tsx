/** What a calendar file would change, event by event. */

import type { CalendarEvent, CalendarImport } from "../api/types.ts";
import { en, names } from "../text.ts";
import { clock, moment, onDay, thereToo } from "../time/words.ts";
import type { Reader } from "../time/words.ts";

const TONES = { created: "now", updated: "wait", cancelled: "", skipped: "" };

export function CalendarPreview({ would, reader }: { would: CalendarImport; reader: Reader }) {
  const nothing = would.events.length === 0;
  const nothingNew = !nothing && would.created + would.updated + would.cancelled === 0;
  return (
    <>
      {nothing && <p class="sub">{en.bringIn.nothing}</p>}
      {nothingNew && <p class="sub">{en.bringIn.nothingNew}</p>}
      <ul class="events">
        {would.events.map((event, index) => (
          <EventRow key={`${event.uid} ${index}`} event={event} reader={reader} />
        ))}
      </ul>
      {[...new Set(would.problems.map(({ detail }) => detail))].map((detail) => (
        <p key={detail} class="foot">
          {detail}
        </p>
      ))}
    </>
  );
}

function EventRow({ event, reader }: { event: CalendarEvent; reader: Reader }) {
  const people = [event.organizer, ...event.attendees].flatMap((person) => (person ? [person.name ?? person.email] : []));
  const known = [...new Set(people.filter((name): name is string => Boolean(name)))];
  return (
    <li>
      <div>
        <b>{event.summary ?? en.candidacy.interview}</b>
        {event.starts_at && <p>{eventTime(event, event.starts_at, reader)}</p>}
        {event.company && event.role && <p>{en.bringIn.under(event.role, event.company)}</p>}
        {known.length > 0 && <p class="soft">{en.bringIn.with(names(known))}</p>}
      </div>
      <span class={`chip ${TONES[event.outcome]}`}>{outcomeOf(event)}</span>
    </li>
  );
}

/** What is skipped is known already, or could not be used. */
function outcomeOf({ outcome, interview_id }: CalendarEvent): string {
  return outcome === "skipped" && !interview_id ? en.bringIn.leftOut : en.bringIn.outcomes[outcome];
}

function eventTime(event: CalendarEvent, starts: string, reader: Reader): string {
  if (event.all_day) return onDay(starts, reader);
  const until = event.ends_at ? ` – ${clock(event.ends_at, reader.zone)}` : "";
  const there = thereToo(starts, event.timezone, reader);
  return `${moment(starts, reader)}${until}${there ? ` (${there})` : ""}`;
}
