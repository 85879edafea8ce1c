/** The words of the field: kinds, outcomes, roles, sections of the guide. */

import type { ActionKind, ContactRole, Format, Reached, Reason, Status, TouchKind } from "../api/types.ts";

const kinds: Record<ActionKind | TouchKind, string> = {
  answer: "Answer",
  rejection_thanks_email: "Thanks for the decision",
  thank_you_email: "Thank-you email",
  check_in_email: "Check-in email",
  follow_up_call: "Phone call",
  additional_information_email: "Extra information by email",
  handwritten_note: "Handwritten note",
  linkedin_request: "Connect on LinkedIn",
  other_outbound: "Something else you sent",
  reply_received: "A reply from them",
  auto_reply_received: "An automatic reply",
  wait: "Waiting",
  no_further_action: "Let it rest",
};

const sections: Record<string, string> = {
  INTRO: "Beginning",
  WHY: "Why follow up",
  WHEN: "How soon",
  WAY1: "Thank-you emails",
  WAY2: "Calls",
  WAY3: "LinkedIn",
  WAY4: "Handwritten notes",
  WAY5: "Extra information",
  DO: "What helps",
  DONT: "What to avoid",
  FAQ1: "When they named a day",
  FAQ2: "Making it personal",
  FAQ3: "How often",
  FAQ4: "One way at a time",
  FAQ5: "What you forgot to say",
  FAQ6: "How long to wait",
  FAQ7: "After a no",
  FAQ8: "Notes by post",
  FAQ9: "When nobody answers",
  FAQ10: "Staying in touch",
  END: "In the end",
};

export const terms = {
  kinds,
  sections,
  reached: { spoke: "We spoke", voicemail: "I left a message", no_trace: "Nobody answered" } satisfies Record<Reached, string>,

  statuses: {
    active: "In progress",
    offered: "Offer made",
    accepted: "Accepted",
    rejected: "Closed kindly",
    withdrawn: "You withdrew",
    closed: "Closed",
  } satisfies Record<Status, string>,

  statusChoices: {
    active: "In progress",
    offered: "They made an offer",
    accepted: "I accepted",
    rejected: "They said no",
    withdrawn: "I withdrew",
    closed: "Closed for another reason",
  } satisfies Record<Status, string>,

  formats: { phone: "By phone", video: "By video", onsite: "At their place", other: "Something else" } satisfies Record<Format, string>,

  roles: {
    interviewer: "Interviewer",
    hiring_manager: "Hiring manager",
    recruiter: "Recruiter",
    other: "Somebody else",
  } satisfies Record<ContactRole, string>,

  cite: {
    article: (section: string | null) => (section ? `Guide: ${sections[section] ?? section}` : "Guide"),
    reading: (section: string | null) => (section ? `Our reading: ${sections[section] ?? section}` : "Our reading"),
    courtesy: "Courtesy",
    preference: "Your choice",
  } satisfies Record<Reason["basis"], string | ((section: string | null) => string)>,
};
