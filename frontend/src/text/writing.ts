/** The composer: the letter, what there is to look at again in it, and handing it over. */

import type { Language, Message } from "../api/types.ts";
import { capital, counted } from "./counting.ts";

type Way = Message["channel"];

export const writing = {
  /** A language that the API has templates in and that has no name here does not pass the type check. */
  languages: { en: "English", de: "German" } satisfies Record<Language, string>,

  write: {
    lede: {
      email: "Change what you like. It goes out from your own mail program, when you send it there.",
      linkedin: "Change what you like, then paste it on LinkedIn. Nothing is sent from here.",
      phone: "What to say, in order. Change what you like.",
      post: "Change what you like, then copy it by hand.",
    } satisfies Record<Way, string>,
    to: "To",
    nobody: "nobody by name yet",
    noAddress: {
      email: "Their email address is not known here yet.",
      linkedin: "Their LinkedIn profile is not known here yet.",
      phone: "Their number is not known here yet.",
      post: "Their postal address is not known here yet.",
    } satisfies Record<Way, string>,
    add: "Add it",
    subject: "Subject",
    body: { email: "Your letter", linkedin: "Your invitation", phone: "What to say", post: "Your note" } satisfies Record<Way, string>,
    counted: (length: number, limit: number) => `${length} of ${limit} characters`,
    voicemail: "If a machine answers",
    voicemailBody: "What to say to a machine",
    draft: "Draft",
    ours: (language: string) => `Ours, in ${language}`,
    yours: (name: string) => `Yours: ${name}`,
    templates: "Templates",
    otherDraft: "This is the other draft. Your own text is not lost.",
    again: "Back to our draft",
    wentBack: "This is our draft again.",
  },

  checks: {
    title: "A second look",
    good: "Good",
    nothing: "Nothing to look at again.",
    nothingUnworded: "Nothing to look at again, as far as we can read it.",
    unworded:
      "We read wording in English only. Here we looked at the length, at gaps, at whether this is the moment for it, and at whether a colleague gets the same.",
    machine: "For a machine",
    lookAgain: "Look again",
    idea: "If you like",
    show: (quote: string) => `Show it in the text: ${quote}`,
    empty: "There is nothing to look at yet.",
    unread: "We could not look at this just now. You can send it all the same.",
    summary: (again: number) => `${capital(counted(again, "thing", "things"))} to look at again.`,
  },

  handOver: {
    title: "Hand it over",
    mail: "Open in your mail app",
    gmail: "Open in Gmail",
    outlook: "Open in Outlook",
    file: "Save as a mail file",
    tooLong: "This is too long for a link. The file opens in your mail program as a draft, with all of it.",
    copy: "Copy",
    copied: "Copied.",
    profile: "Copy it and open their profile",
    call: (number: string) => `Call ${number}`,
    print: "Print",
    question: "Did it go out?",
    yes: "Yes",
    notYet: "Not yet",
  },
};
