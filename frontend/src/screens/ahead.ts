/** The days ahead: interviews, promised days, and the ends of waits. Pure, in the order of the days. */

import type { ActionKind, AgendaItem, Interview } from "../api/types.ts";
import { en } from "../text.ts";
import { addDays } from "../time/days.ts";
import { clock, dayOf } from "../time/words.ts";
import type { Reader } from "../time/words.ts";

export interface DayAhead {
  day: string;
  applicationId: string;
  what: string;
  more: string | null;
}

const MOST = 6;
const HORIZON = 21;
const ENQUIRIES: ActionKind[] = ["check_in_email", "follow_up_call"];

export function daysAhead(agenda: AgendaItem[], interviews: Interview[], reader: Reader): DayAhead[] {
  const today = dayOf(reader.now, reader.zone);
  const last = addDays(today, HORIZON);
  const companies = new Map(agenda.map(({ application }) => [application.id, application.company]));
  const entries = [
    ...interviews.flatMap((interview) => interviewAhead(interview, companies, reader)),
    ...interviews.flatMap((interview) => promiseAhead(interview, companies)),
    ...agenda.flatMap((item) => waitEnds(item, interviews, reader)),
  ];
  return entries
    .filter(({ day }) => day >= today && day <= last)
    .sort((one, other) => one.day.localeCompare(other.day))
    .slice(0, MOST);
}

export function isAhead(interview: Interview, now: Date): boolean {
  return interview.status !== "cancelled" && new Date(interview.ends_at) > now;
}

function interviewAhead(interview: Interview, companies: Map<string, string>, reader: Reader): DayAhead[] {
  const company = companies.get(interview.application_id);
  if (!company || !isAhead(interview, reader.now)) return [];
  return [
    {
      day: dayOf(interview.starts_at, reader.zone),
      applicationId: interview.application_id,
      what: en.ahead.interview(company, clock(interview.starts_at, reader.zone)),
      more: en.ahead.thanksOpen(clock(interview.ends_at, reader.zone)),
    },
  ];
}

function promiseAhead(interview: Interview, companies: Map<string, string>): DayAhead[] {
  const company = companies.get(interview.application_id);
  const day = interview.reply_expected_by;
  if (!company || !day || interview.status === "cancelled") return [];
  return [{ day, applicationId: interview.application_id, what: en.ahead.promised(company), more: en.ahead.leaveIt }];
}

/** What opens when a wait ends; after an interview that is shown already, that is the thank-you. */
function waitEnds({ application, recommendation }: AgendaItem, interviews: Interview[], reader: Reader): DayAhead[] {
  const { until, next_kind: next } = recommendation.action;
  if (!until || !next) return [];
  const endsInterview = interviews.some((i) => i.application_id === application.id && i.ends_at === until);
  if (endsInterview) return [];
  return [
    {
      day: dayOf(until, reader.zone),
      applicationId: application.id,
      what: en.ahead.opens(application.company, en.ahead.steps[next]),
      more: ENQUIRIES.includes(next) ? en.ahead.silent : null,
    },
  ];
}
