/** Bringing an interview in. */

import { capital, counted } from "./counting.ts";

export const bringingIn = {
  bringIn: {
    title: "Import",
    lede: "Bring in an interview or a message: from your calendar, from your mail, or in your own words.",
    firstTitle: "Tell us about one interview.",
    firstLede: "Past or to come. From it we work out what to do next, by when, and why.",
    fileTitle: "Drop an invitation or an email",
    fileHint: "A file that ends in .ics or .eml. Your calendar and your mail program can save them.",
    choose: "Choose a file",
    dropping: "Let go to read it",
    reading: "Reading the file …",
    notCalendar: "This is no calendar file. Choose one that ends in .ics, or an email that ends in .eml.",
    tooLarge: "This file is larger than 10 MB. Save less of it, and try again.",
    preview: "This is what the file says",
    nothing: "There is nothing in this file that we could use.",
    leftOut: "Left out",
    outcomes: { created: "New", updated: "Changed", cancelled: "Cancelled", skipped: "Known already" },
    file: (number: number) => `File ${number === 1 ? "it" : `all ${number}`}`,
    nothingNew: "Nothing would change.",
    another: "Choose another file",
    under: (role: string, company: string) => `Filed under ${role}, ${company}`,
    with: (people: string) => `With ${people}`,
    filed: (created: number, updated: number, cancelled: number) =>
      [
        created ? `${capital(counted(created, "interview", "interviews"))} added.` : "",
        updated ? `${capital(counted(updated, "interview", "interviews"))} changed.` : "",
        cancelled ? `${capital(counted(cancelled, "interview", "interviews"))} cancelled.` : "",
      ]
        .filter(Boolean)
        .join(" ") || "Nothing changed.",
    formTitle: "Fill in three fields",
    company: "Company",
    role: "Role",
    whenEnded: "It ended at",
    whenStarts: "It starts at",
    tense: "The interview",
    isOver: "is over",
    isAhead: "is still ahead",
    more: "More, if you like",
    length: "How long, in minutes",
    lengthWrong: "Write a number of minutes from 5 to 1440.",
    zone: "On the clock of",
    person: "Who interviewed you",
    personAhead: "Who will interview you",
    personEmail: "Their email",
    personNameMissing: "Write the name that belongs to this address.",
    promised: "They promised an answer by",
    topics: "What you talked about",
    topicsHint: "One thing a line. It makes every message yours.",
    whenMissing: "Say the day and the time.",
    notOver: "This is still ahead. Choose “is still ahead”, or an earlier time.",
    notAhead: "This has passed. Choose “is over”, or a later time.",
    save: "Show me what to do",
    added: "Saved.",
  },

  mail: {
    title: "This is what the message says",
    noSubject: "No subject",
    who: (direction: "sent" | "received", sender: string, contact: string | null) =>
      direction === "received" ? `${sender} wrote to you` : contact ? `You wrote to ${contact}` : "You wrote this",
    where: "Which application it belongs to",
    choose: "Choose one",
    what: "What you sent",
    log: "Log it",
    invitationFiled: "The invitation is filed.",
  },
};
