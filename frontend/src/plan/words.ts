/** The plan's entries in words: for the list, and as labels on the picture. Pure. */

import type { Contact } from "../api/types.ts";
import { namesIn, roundOf } from "../candidacy/candidacy.ts";
import { capital, en, names } from "../text.ts";
import { dayOf, moment, momentInside, onDay, plainDay, soon } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import type { Entry } from "./entries.ts";
import type { Words } from "./picture.ts";

export interface EntryWords {
  when: string;
  what: string;
  more: string;
}

/** An entry as the list tells it. */
export function entryWords(entry: Entry, contacts: Contact[], reader: Reader): EntryWords {
  const { event } = entry;
  const people = names(namesIn(contacts, entry.contactIds));
  switch (event.what) {
    case "interview":
      return {
        when: capital(moment(event.interview.starts_at, reader)),
        what: roundOf(event.interview),
        more: people && en.plan.with(people),
      };
    case "reply":
      return {
        when: capital(moment(event.touch.occurred_at, reader)),
        what: en.log.sent.reply_received(people),
        more: event.touch.note ?? "",
      };
    case "promise":
      return { when: plainDay(event.day), what: en.plan.dayNamed, more: en.plan.leaveIt };
    case "rest":
      return {
        when: entry.from && entry.from > reader.now ? en.plan.restFrom(onDay(entry.from, reader)) : en.plan.now,
        what: en.plan.rest,
        more: en.plan.restWords,
      };
    case "step":
      return {
        when: stepWhen(entry, reader),
        what: en.kinds[event.kind],
        more: [people && en.plan.toPeople(people), entry.orElse && en.plan.orElse(en.kinds[entry.orElse])]
          .filter(Boolean)
          .join(" "),
      };
  }
}

function stepWhen(entry: Entry, reader: Reader): string {
  switch (entry.state) {
    case "done":
      return entry.from ? capital(moment(entry.from, reader)) : "";
    case "missed":
      return en.plan.missed;
    case "left-out":
      return en.plan.dismissed;
    case "now":
      return entry.to ? en.plan.nowBy(momentInside(entry.to, reader)) : en.plan.now;
    case "open":
      return entry.to ? en.plan.openUntil(moment(entry.to, reader)) : en.plan.open;
    default:
      return entry.from ? en.plan.notYetFrom(onDay(entry.from, reader)) : "";
  }
}

/** Short labels for the picture. */
export function pictureWords(reader: Reader): Words {
  return { bar: (entry, sibling) => barLabel(entry, sibling, reader), mark };
}

function barLabel(entry: Entry, sibling: boolean, reader: Reader): string {
  if (entry.event.what !== "step") return "";
  const kind = sibling && entry.orElse ? entry.orElse : entry.event.kind;
  const people = entry.contactIds.length;
  const what = people > 1 ? en.plan.toSeveral(en.plan.short[kind], people) : en.plan.short[kind];
  if (entry.state !== "later") return entry.to ? en.plan.labelBy(what, soon(entry.to, reader)) : what;
  return entry.from ? en.plan.labelFrom(what, dayNumber(dayOf(entry.from, reader.zone))) : what;
}

/** "1 Dec": the weekday stands on the axis. */
function dayNumber(day: string): string {
  return plainDay(day).replace(/^\S+ /, "");
}

function mark({ event, state }: Entry): string {
  switch (event.what) {
    case "interview":
      return event.interview.round ?? en.plan.interview;
    case "promise":
      return en.plan.newsBy(plainDay(event.day));
    case "reply":
      return en.plan.short.reply_received;
    case "rest":
      return en.plan.rest;
    case "step":
      return state === "done" ? en.plan.short[event.kind] : "";
  }
}
