/** An interview as it is being written down, and what the API gets of it. Pure. */

import type { InterviewNew } from "../api/types.ts";
import { en } from "../text.ts";
import { instantAt, isZone } from "../time/zones.ts";
import type { Wrong } from "../ui/saving.ts";

export interface Draft {
  company: string;
  role: string;
  tense: "over" | "ahead";
  /** On the clock of `zone`: when it ended, or when it starts; as an input of type datetime-local has it. */
  when: string;
  minutes: string;
  zone: string;
  person: string;
  email: string;
  promised: string;
  topics: string;
}

export function emptyDraft(zone: string): Draft {
  const blank = { company: "", role: "", when: "", person: "", email: "", promised: "", topics: "" };
  return { ...blank, tense: "over", minutes: "60", zone };
}

const MINUTE = 60_000;

/** When it started and ended; null while day and time are missing. */
export function span(draft: Draft): { starts: Date; ends: Date } | null {
  const [day, time] = draft.when.split("T");
  if (!day || !time || !isZone(draft.zone)) return null;
  const at = instantAt(day, time.slice(0, 5), draft.zone);
  const length = Number(draft.minutes) * MINUTE;
  if (draft.tense === "over") return { starts: new Date(at.getTime() - length), ends: at };
  return { starts: at, ends: new Date(at.getTime() + length) };
}

/** What needs another look before anything is sent. */
export function lookOver(draft: Draft, now: Date): Wrong {
  const wrong: Record<string, string> = {};
  if (!draft.company.trim()) wrong["company"] = en.sign.missing;
  if (!draft.role.trim()) wrong["role"] = en.sign.missing;
  if (!isZone(draft.zone)) wrong["zone"] = en.sign.zoneUnknown;
  const minutes = Number(draft.minutes);
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440) wrong["minutes"] = en.bringIn.lengthWrong;
  if (draft.email.trim() && !draft.person.trim()) wrong["person"] = en.bringIn.personNameMissing;
  const found = span(draft);
  if (!found) {
    if (!wrong["zone"]) wrong["when"] = en.bringIn.whenMissing;
  } else if (draft.tense === "over" && found.ends > now) wrong["when"] = en.bringIn.notOver;
  else if (draft.tense === "ahead" && found.ends <= now) wrong["when"] = en.bringIn.notAhead;
  return wrong;
}

/** The body for the API, or null while something is missing. */
export function interviewOf(draft: Draft): InterviewNew | null {
  const found = span(draft);
  if (!found) return null;
  const [person, email] = [draft.person.trim(), draft.email.trim()];
  const topics = lines(draft.topics);
  return {
    company: draft.company.trim(),
    role: draft.role.trim(),
    starts_at: found.starts.toISOString(),
    ends_at: found.ends.toISOString(),
    timezone: draft.zone,
    ...(person && { interviewers: [{ name: person, ...(email && { email }) }] }),
    ...(draft.promised && { reply_expected_by: draft.promised }),
    ...(topics.length && { discussion_points: topics }),
  };
}

/** Lines of a text that say something. */
export function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
