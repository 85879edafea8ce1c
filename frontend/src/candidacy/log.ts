/** What has been said, as one list: touches, interviews, what was put off, and how it ended. Pure, newest first. */

import type { Contact } from "../api/types.ts";
import { en, names } from "../text.ts";
import { onDay, plainDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import type { IconName } from "../ui/Icon.tsx";
import { kindIcons } from "../ui/kind-icons.ts";
import { isHeld, nameIn, namesIn, roundOf } from "./candidacy.ts";
import type { Candidacy } from "./candidacy.ts";

export interface LogEntry {
  id: string;
  at: string;
  from: "them" | "you";
  icon: IconName;
  title: string;
  more: string;
  /** What the undo button takes away; an interview is changed on its own page. */
  undo: "touch" | "deferral" | null;
}

export function logOf(candidacy: Candidacy, reader: Reader): LogEntry[] {
  const { contacts, interviews, touches, deferrals, application } = candidacy;
  const entries: LogEntry[] = [
    ...touches.map((touch) => touchEntry(touch, contacts)),
    ...interviews.filter((interview) => isHeld(interview, reader.now)).map((i) => interviewEntry(i, contacts)),
    ...deferrals.map((deferral) => deferralEntry(deferral, reader)),
  ];
  if (application.status_changed_at && application.status !== "active") {
    entries.push({
      id: "status",
      at: application.status_changed_at,
      from: "them",
      icon: "leaf",
      title: en.statusChoices[application.status],
      more: "",
      undo: null,
    });
  }
  return entries.sort((one, other) => other.at.localeCompare(one.at));
}

function touchEntry(touch: Candidacy["touches"][number], contacts: Contact[]): LogEntry {
  const received = touch.kind === "reply_received" || touch.kind === "auto_reply_received";
  const more = [
    touch.reached && touch.reached !== "spoke" ? `${en.reached[touch.reached]}.` : "",
    touch.note ?? "",
    touch.reply_expected_by ? en.log.promised(plainDay(touch.reply_expected_by)) : "",
    touch.needs_answer ? en.log.needsAnswer : "",
  ];
  return {
    id: touch.id,
    at: touch.occurred_at,
    from: received ? "them" : "you",
    icon: kindIcons[touch.kind],
    title: en.log.sent[touch.kind](nameIn(contacts, touch.contact_id)),
    more: more.filter(Boolean).join(" "),
    undo: "touch",
  };
}

function interviewEntry(interview: Candidacy["interviews"][number], contacts: Contact[]): LogEntry {
  const people = namesIn(contacts, interview.interviewer_ids);
  const more = [
    people.length ? en.plan.with(names(people)) : "",
    interview.discussion_points.length ? en.log.about(interview.discussion_points.join(", ")) : "",
    interview.reply_expected_by ? en.log.promised(plainDay(interview.reply_expected_by)) : "",
  ];
  return {
    id: interview.id,
    at: interview.ends_at,
    from: "them",
    icon: "chat",
    title: roundOf(interview),
    more: more.filter(Boolean).join(" "),
    undo: null,
  };
}

function deferralEntry(deferral: Candidacy["deferrals"][number], reader: Reader): LogEntry {
  const what = en.kinds[deferral.kind].toLowerCase();
  return {
    id: deferral.id,
    at: deferral.created_at,
    from: "you",
    icon: "clock",
    title: deferral.until ? en.log.deferredUntil(what, onDay(deferral.until, reader)) : en.log.deferredForEver(what),
    more: deferral.reason ?? "",
    undo: "deferral",
  };
}
