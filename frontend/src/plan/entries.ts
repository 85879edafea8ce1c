/**
 * The plan as one list: what was, what is due, and what follows. The picture and the words are both drawn from it.
 * Pure: the API's plan, interviews and log in, entries out, in the order in which they happen.
 */

import type { Channel, Interview, Plan, PlannedStep, StepKind, Touch } from "../api/types.ts";

export type Lane = "them" | "email" | "note" | "linkedin" | "call";
/** them: they did or will do it; done, missed, left out: closed; now, open: yours to take; later: not yet; rest: the end. */
export type State = "them" | "done" | "missed" | "left-out" | "now" | "open" | "later" | "rest";

export type Event =
  | { what: "step"; kind: StepKind }
  | { what: "interview"; interview: Interview }
  | { what: "reply"; touch: Touch }
  | { what: "promise"; day: string }
  | { what: "rest" };

export interface Entry {
  lane: Lane;
  state: State;
  event: Event;
  contactIds: string[];
  /** When it happened or opens; null for what was never taken. */
  from: Date | null;
  /** When its moment ends; null when it has no end, or is a moment itself. */
  to: Date | null;
  /** The other enquiry that would do as well, if there is one: one or the other. */
  orElse: StepKind | null;
}

export interface PlanSources {
  plan: Plan;
  interviews: Interview[];
  touches: Touch[];
  /** Of the recommendation: enquiries that are open or will be, besides the planned one. */
  alsoPossible: StepKind[];
  now: Date;
}

const LANES: Record<Channel, Lane> = { email: "email", phone: "call", linkedin: "linkedin", post: "note", none: "them" };
const ENQUIRIES: readonly StepKind[] = ["check_in_email", "follow_up_call"];

/** Every entry of the plan, the past first; what was missed or left out stands before what is due. */
export function entriesOf(sources: PlanSources): Entry[] {
  const { plan, now } = sources;
  const past = [...interviewEntries(sources, false), ...replyEntries(sources.touches), ...steps(plan, ["done"], now)];
  const passedOver = steps(plan, ["missed", "dismissed"], now);
  const ahead = [
    ...interviewEntries(sources, true),
    ...promiseEntries(sources),
    ...withSibling(together(steps(plan, ["now", "upcoming"], now)), sources.alsoPossible),
  ];
  const rest = entry("them", "rest", { what: "rest" }, new Date(plan.ends_at));
  return [...past.sort(byTime), ...passedOver, ...ahead.sort(byTime), rest];
}

function entry(lane: Lane, state: State, event: Event, from: Date | null, more: Partial<Entry> = {}): Entry {
  return { lane, state, event, from, to: null, contactIds: [], orElse: null, ...more };
}

function byTime(one: Entry, other: Entry): number {
  return (one.from?.getTime() ?? 0) - (other.from?.getTime() ?? 0);
}

function interviewEntries({ interviews, now }: PlanSources, ahead: boolean): Entry[] {
  return interviews
    .filter((interview) => interview.status !== "cancelled" && new Date(interview.ends_at) > now === ahead)
    .map((interview) =>
      entry("them", "them", { what: "interview", interview }, new Date(ahead ? interview.starts_at : interview.ends_at), {
        contactIds: interview.interviewer_ids,
      }),
    );
}

function replyEntries(touches: Touch[]): Entry[] {
  return touches
    .filter((touch) => touch.kind === "reply_received")
    .map((touch) =>
      entry("them", "them", { what: "reply", touch }, new Date(touch.occurred_at), {
        contactIds: touch.contact_id ? [touch.contact_id] : [],
      }),
    );
}

/** The promised days that are still to come; a day counts until it is over, so it stands at its evening. */
function promiseEntries({ interviews, touches, now }: PlanSources): Entry[] {
  const promised = [...interviews, ...touches].map((source) => source.reply_expected_by);
  const days = new Set(promised.filter((day): day is string => day !== null && day !== undefined));
  return [...days]
    .map((day) => ({ day, at: new Date(`${day}T16:00:00Z`) }))
    .filter(({ at }) => at > now)
    .map(({ day, at }) => entry("them", "them", { what: "promise", day }, at));
}

const STATES: Record<PlannedStep["status"], State> = {
  done: "done",
  missed: "missed",
  dismissed: "left-out",
  now: "now",
  upcoming: "later",
};

function steps(plan: Plan, statuses: PlannedStep["status"][], now: Date): Entry[] {
  return plan.steps.filter((step) => statuses.includes(step.status)).map((step) => stepEntry(step, now));
}

function stepEntry(step: PlannedStep, now: Date): Entry {
  const { action } = step;
  const window = action.window;
  const opens = step.occurred_at ?? window?.opens_at;
  const openAlready = step.status === "upcoming" && window !== null && new Date(window.opens_at) <= now;
  const event: Event = { what: "step", kind: action.kind as StepKind };
  return entry(LANES[action.channel], openAlready ? "open" : STATES[step.status], event, opens ? new Date(opens) : null, {
    to: window?.closes_at ? new Date(window.closes_at) : null,
    contactIds: action.contact_id ? [action.contact_id] : [],
  });
}

/** The same step for several people at the same time is one entry. */
function together(entries: Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const one of entries) {
    const kind = one.event.what === "step" ? one.event.kind : "";
    const key = [kind, hour(one.from), hour(one.to)].join(" ");
    const same = found.get(key);
    if (!same) found.set(key, one);
    else {
      same.contactIds = [...new Set([...same.contactIds, ...one.contactIds])];
      if (one.state === "now") same.state = "now";
    }
  }
  return [...found.values()];
}

function hour(at: Date | null): string {
  return at ? at.toISOString().slice(0, 13) : "";
}

function withSibling(entries: Entry[], alsoPossible: StepKind[]): Entry[] {
  const first = entries.find(({ event }) => event.what === "step" && ENQUIRIES.includes(event.kind));
  if (first?.event.what === "step") {
    const { kind } = first.event;
    first.orElse = alsoPossible.find((other) => other !== kind && ENQUIRIES.includes(other)) ?? null;
  }
  return entries;
}
