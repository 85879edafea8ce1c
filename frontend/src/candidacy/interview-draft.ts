/** An interview as it is being changed, and what the API gets of it. Pure. */

import type { Format, Interview } from "../api/types.ts";
import { lines } from "../bringing-in/draft.ts";
import { en } from "../text.ts";
import { instantAt, isZone, wallClock } from "../time/zones.ts";
import type { Wrong } from "../ui/saving.ts";

export interface InterviewDraft {
  round: string;
  format: Format;
  /** On the clock of `zone`, as inputs of type datetime-local have them. */
  starts: string;
  ends: string;
  zone: string;
  location: string;
  interviewerIds: string[];
  person: string;
  email: string;
  promised: string;
  topics: string;
  toAdd: string;
}

export function draftOf(interview: Interview | null, zone: string): InterviewDraft {
  const onClock = (at: string | undefined) => {
    if (!at || !interview) return "";
    const clock = wallClock(new Date(at), interview.timezone);
    return `${clock.day}T${clock.time}`;
  };
  return {
    round: interview?.round ?? "",
    format: interview?.format ?? "video",
    starts: onClock(interview?.starts_at),
    ends: onClock(interview?.ends_at),
    zone: interview?.timezone ?? zone,
    location: interview?.location ?? "",
    interviewerIds: interview?.interviewer_ids ?? [],
    person: "",
    email: "",
    promised: interview?.reply_expected_by ?? "",
    topics: (interview?.discussion_points ?? []).join("\n"),
    toAdd: (interview?.points_to_add ?? []).join("\n"),
  };
}

function instantOf(onClock: string, zone: string): Date | null {
  const [day, time] = onClock.split("T");
  return day && time && isZone(zone) ? instantAt(day, time.slice(0, 5), zone) : null;
}

/** What needs another look before anything is sent. */
export function lookOver(draft: InterviewDraft): Wrong {
  const wrong: Record<string, string> = {};
  if (!isZone(draft.zone)) return { zone: en.sign.zoneUnknown };
  const [starts, ends] = [instantOf(draft.starts, draft.zone), instantOf(draft.ends, draft.zone)];
  if (!starts) wrong["starts"] = en.bringIn.whenMissing;
  if (!ends) wrong["ends"] = en.bringIn.whenMissing;
  if (starts && ends && ends <= starts) wrong["ends"] = en.edit.endsEarly;
  if (draft.email.trim() && !draft.person.trim()) wrong["person"] = en.bringIn.personNameMissing;
  return wrong;
}

/** The fields of the API, people left to the caller; null while a time is missing. */
export function fieldsOf(draft: InterviewDraft) {
  const [starts, ends] = [instantOf(draft.starts, draft.zone), instantOf(draft.ends, draft.zone)];
  if (!starts || !ends) return null;
  return {
    round: draft.round.trim() || null,
    format: draft.format,
    starts_at: starts.toISOString(),
    ends_at: ends.toISOString(),
    timezone: draft.zone,
    location: draft.location.trim() || null,
    reply_expected_by: draft.promised || null,
    discussion_points: lines(draft.topics),
    points_to_add: lines(draft.toAdd),
  };
}
