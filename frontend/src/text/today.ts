/** Today, and the list of applications. */

import type { ActionKind } from "../api/types.ts";
import { count, counted } from "./counting.ts";
import { terms } from "./terms.ts";

export const today = {
  today: {
    title: "Today",
    greeting: (hour: number, name: string) =>
      `Good ${hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening"}${name ? `, ${name}` : ""}`,
    lede: (day: string, worth: number, optional: number) => {
      const parts = [
        worth ? `${counted(worth, "thing is", "things are")} worth doing` : "",
        optional ? `${counted(optional, "thing is", "things are")} optional` : "",
      ].filter(Boolean);
      const said = parts.join(", ");
      const rest = worth + optional === 1 ? "The rest can wait." : "Everything else is better left alone.";
      return said ? `${day}. ${said.charAt(0).toUpperCase()}${said.slice(1)}. ${rest}` : `${day}. You are up to date.`;
    },
    worth: "Worth doing today",
    optional: "Optional, if you like",
    waiting: "Waiting is right",
    ahead: "The days ahead",
    clearTitle: "Nothing to do today",
    clear: "Everyone has what they need from you.",
    nextMoment: (what: string, when: string) => `The next useful moment is ${when}: ${what}.`,
    aheadNote: "You don’t need to keep these dates in your head. They will be here when they come.",
    readPlans: "See your applications",
  },

  ahead: {
    interview: (company: string, time: string) => `${company} interview, ${time}`,
    thanksOpen: (time: string) => `Thank-you opens at ${time}`,
    promised: (company: string) => `${company}: the day they named`,
    leaveIt: "Leave it to them",
    opens: (company: string, what: string) => `${company}: ${what}`,
    silent: "Only if you have heard nothing",
    steps: {
      answer: "answer opens",
      rejection_thanks_email: "thanks open",
      thank_you_email: "thank-you opens",
      check_in_email: "a short email opens",
      follow_up_call: "a call opens",
      additional_information_email: "extra information opens",
      handwritten_note: "a handwritten note opens",
      linkedin_request: "LinkedIn opens",
      wait: "we look again",
      no_further_action: "let it rest",
    } satisfies Record<ActionKind, string>,
  },

  waiting: {
    quietUntil: (day: string) => `Quiet until ${day}`,
    interview: (day: string) => `Interview ${day}`,
    interviewAhead: "The plan starts when the interview ends.",
    rest: "Let it rest",
    chip: "Not yet",
    title: "Waiting is right",
    until: (moment: string, next: string | null) =>
      next && next !== terms.kinds.no_further_action
        ? `Quiet until ${moment}. Then: ${next.charAt(0).toLowerCase()}${next.slice(1)}, if nothing else happens.`
        : `Quiet until ${moment}. After that, let it rest.`,
  },

  applications: {
    title: "Applications",
    lede: (shown: number, more: boolean) =>
      shown === 0 ? "No application fits." : `${more ? "The first " : ""}${count(shown, "application", "applications")}.`,
    filter: "Find",
    filterHint: "Company or role",
    status: "Where it stands",
    anyStatus: "Any",
    more: "Show more",
    none: "No applications yet",
    noneHint: "The first interview you tell us about makes one.",
    add: "Add an interview",
    next: (headline: string) => `Next: ${headline}`,
    looksAgain: (when: string) => `Waiting is right. We look again ${when}.`,
    nothingAhead: "Nothing is planned.",
  },
};
