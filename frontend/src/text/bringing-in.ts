/** Bringing an interview in. */

import { capital, counted } from "./counting.ts";

export const bringingIn = {
  bringIn: {
    title: "Import",
    lede: "Bring in what is known already: from your calendar, your mail or a spreadsheet, or in your own words.",
    firstTitle: "Tell us about one interview.",
    firstLede: "Past or to come. From it we work out what to do next, by when, and why.",
    fileTitle: "Drop a file",
    fileHint: "An invitation (.ics), an email (.eml), a table from another tracker (.csv), or an account that you saved here (.json).",
    choose: "Choose a file",
    dropping: "Let go to read it",
    reading: "Reading the file …",
    notCalendar: "This is no calendar file. Choose one that ends in .ics, .eml, .csv or .json.",
    othersWait: (files: number) => `We read one file at a time. ${capital(counted(files, "other is", "others are"))} still to come.`,
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
    waiting: (messages: number) => `${capital(counted(messages, "message waits", "messages wait"))} for a look`,
    waitingLede: "You forwarded them. Nothing is logged before you say so; after thirty days they go.",
    from: (sender: string) => `From ${sender}`,
    somebody: "somebody",
    look: "Look at it",
    lookAt: (subject: string) => `Look at it: ${subject}`,
    later: "Not now",
    dismiss: "Leave it out",
    dismissNamed: (subject: string) => `Leave it out: ${subject}`,
    dismissed: "It is left out. You can still drop it here as a file.",
  },

  table: {
    title: "This is what the table says",
    would: (created: number, updated: number, skipped: number) =>
      [
        created ? `${capital(counted(created, "row is", "rows are"))} new.` : "",
        updated ? `${capital(counted(updated, "row changes", "rows change"))} what is here.` : "",
        skipped ? `${capital(counted(skipped, "row is", "rows are"))} known already.` : "",
      ]
        .filter(Boolean)
        .join(" ") || "There is no row in this table.",
    wrong: (things: number) => `${capital(counted(things, "thing needs", "things need"))} putting right first.`,
    allOrNothing: "Nothing is imported until every row is right. Change it in the file and choose it again, or choose other columns below.",
    more: (others: number) => `And ${counted(others, "more", "more")}.`,
    moreRows: (others: number) => `And ${counted(others, "more row", "more rows")}.`,
    columns: "Which column is what",
    noColumn: "No column",
    interview: (at: string) => `Interview ${at}`,
    file: (rows: number) => `Import ${counted(rows, "row", "rows")}`,
    busy: "Importing …",
    filed: (created: number, updated: number) =>
      [
        created ? `${capital(counted(created, "row", "rows"))} added.` : "",
        updated ? `${capital(counted(updated, "row", "rows"))} changed.` : "",
      ]
        .filter(Boolean)
        .join(" ") || "Nothing changed.",
    fields: {
      company: "Company",
      role: "Role",
      status: "Where it stands",
      status_changed_at: "Since when",
      source: "Where you found it",
      starts_at: "Interview starts",
      ends_at: "Interview ends",
      timezone: "Time zone",
      round: "Round",
      format: "Phone, video or on site",
      location: "Place",
      interviewers: "Interviewers",
      reply_expected_by: "Answer promised by",
      notes: "Notes",
    } satisfies Record<string, string>,
  },

  document: {
    title: "This is what the account holds",
    kinds: {
      applications: "Applications",
      contacts: "People",
      interviews: "Interviews",
      touches: "Log",
      deferrals: "Put off",
      templates: "Templates",
    },
    counted: (kind: string, { created, updated, unchanged }: { created: number; updated: number; unchanged: number }) =>
      `${kind}: ${created} new, ${updated} changed, ${unchanged} as they are here`,
    profile: "Your profile and preferences change too.",
    stays: "What is newer here stays as it is. Nothing is deleted.",
    notOurs: "This file was not saved by Afterview, so we cannot tell what is in it.",
    takeIn: "Take it in",
    takenIn: "It is all here now.",
  },

  takeAlong: {
    title: "Take your data along",
    lede: "Everything as one file, which can be dropped under Import again, or as tables for a spreadsheet.",
    account: "Everything (.json)",
    applications: "Applications (.csv)",
    interviews: "Interviews (.csv)",
  },
};
