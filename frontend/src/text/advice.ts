/** The recommendation card, what can be done with it, and the rules behind it. */

import type { Action, ActionKind, Reason, TouchKind } from "../api/types.ts";
import { capital, counted } from "./counting.ts";

export const advice = {
  step: {
    why: "Why",
    when: "When",
    ifNot: "If not",
    strip: { interview: "Interview", opened: "Opened", now: "Now", closes: "Best before", closesLate: "Until" },
    chip: {
      before: (when: string) => `Best before ${when}`,
      untilWhen: (when: string) => `Until ${when}`,
      late: "Later is still kind",
      optional: "Optional",
      openNow: "Open now",
      fromWhen: (when: string) => `Best from ${when}`,
    },
    whenNow: "Now is a good moment.",
    whenBefore: (moment: string) => `Any time before ${moment}.`,
    whenLate: (moment: string) => `Now, or any time until ${moment}.`,
    whenFrom: (moment: string) => `Best from ${moment}, when they are at work.`,
    whenCall: "Now, while they are at work.",
    bestAround: (moment: string) => `Best around ${moment}.`,
    carries: (what: string) => `This one message also carries ${what}.`,
    carried: {
      additional_information_email: "what you wanted to add",
      thank_you_email: "your thanks for the interview",
    } as Partial<Record<ActionKind, string>>,
    write: {
      answer: "Write the answer",
      rejection_thanks_email: "Write the email",
      thank_you_email: "Write the email",
      check_in_email: "Write a short email",
      follow_up_call: "Prepare the call",
      additional_information_email: "Write the email",
      handwritten_note: "Write the note",
      linkedin_request: "Write the invitation",
    },
    done: {
      answer: "I already answered",
      rejection_thanks_email: "I already sent it",
      thank_you_email: "I already sent it",
      check_in_email: "I already sent it",
      follow_up_call: "I already called",
      additional_information_email: "I already sent it",
      handwritten_note: "I already posted it",
      linkedin_request: "I already invited them",
    },
    notForMe: "Not for me",
    theyReplied: "They replied",
    logged: {
      answer: "Logged: you answered.",
      rejection_thanks_email: "Logged: you thanked them.",
      thank_you_email: "Logged: your thank-you went out.",
      check_in_email: "Logged: you asked how things stand.",
      follow_up_call: "Logged: you called.",
      additional_information_email: "Logged: your information went out.",
      handwritten_note: "Logged: your note is in the post.",
      linkedin_request: "Logged: your invitation went out.",
      other_outbound: "Logged.",
      reply_received: "Logged: they replied.",
      auto_reply_received: "Logged. An automatic reply changes nothing.",
    } satisfies Record<TouchKind, string>,
    ways: "Other ways, and when they open",
    reasoning: "Why this, and why now",
    waitReasoning: "Why waiting is right",
    restReasoning: "Why this is enough",
    rulesLooked: (rules: number) => `${capital(counted(rules, "rule speaks", "rules speak"))} for this.`,
    missing: "What would make this better",
    add: "Add it",
    addNamed: (why: string) => `Add it: ${why}`,
    leftOut: "What else we looked at",
  },

  ifNot: (action: Pick<Action, "kind" | "late" | "strength">): string => {
    switch (action.kind) {
      case "thank_you_email":
        return action.late
          ? "Nothing is spoiled. A check-in can carry your thanks later."
          : "Later is still kind. After that we suggest a shorter note.";
      case "handwritten_note":
        return action.strength === "should" ? "Later is still kind." : "Nothing is lost. A note is a bonus.";
      case "answer":
        return "They are waiting for you, so sooner is kinder. Later still counts.";
      case "check_in_email":
      case "follow_up_call":
        return "Nothing is lost. You can ask on another day, or leave it.";
      case "additional_information_email":
        return "Nothing is lost. A check-in may carry it later.";
      case "rejection_thanks_email":
        return "Nothing is lost. The door stays open without it.";
      default:
        return "Nothing is lost. You can leave this out.";
    }
  },

  ways: {
    named: (name: string, kind: string) => `${name}: ${kind}`,
    openNow: "Open now",
    until: (when: string) => `Open until ${when}`,
    notYet: "Not yet",
    notYetFrom: (when: string) => `Not yet · from ${when}`,
    afterThanks: "After the thank-you",
    noLonger: "No longer",
    never: "Not here",
  },

  deferral: {
    question: "When shall we bring it up again?",
    tomorrow: "Tomorrow",
    threeDays: "In 3 days",
    pick: "On a day you pick",
    pickLabel: "Day",
    pickButton: "Bring it up then",
    pickPast: "Pick a day after today.",
    never: "Never",
    cancel: "Leave it as it is",
    putOff: (day: string) => `Put off until ${day}.`,
    dropped: "Left out. We will not bring it up again.",
  },

  call: { question: "How did the call end?", cancel: "Leave it as it is" },

  reply: {
    title: "What came from them?",
    what: "What they said",
    news: "A reply, no decision yet",
    no: "They said no",
    offer: "They made an offer",
    automatic: "An automatic reply",
    who: "From whom",
    somebody: "Somebody there",
    promised: "They will answer by",
    promisedHint: "Only if they named a day.",
    needsAnswer: "They asked me something that I still have to answer",
    note: "Note",
    save: "Log the reply",
    cancel: "Leave it as it is",
    loggedNo: "Logged. That is a pity. You can still leave a good last word.",
    loggedOffer: "Logged: they made an offer.",
  },

  guide: {
    title: "How we decide",
    lede: "Every suggestion comes from these rules, and says which. Nothing is guessed, and nothing is sent without you.",
    bases: {
      article: "From the guide",
      reading: "Our reading of the guide",
      courtesy: "Good practice beyond it",
      preference: "Your own choices",
    } satisfies Record<Reason["basis"], string>,
  },
};
