/** Everything that the page of one application shows, read together. */

import { readNextAction, readPlan } from "../api/advice.ts";
import { readApplication, readContacts } from "../api/applications.ts";
import { readInterviews } from "../api/interviews.ts";
import { readDeferrals, readTouches } from "../api/log.ts";
import type { Application, Contact, Deferral, Interview, Plan, Recommendation, Touch } from "../api/types.ts";
import { en } from "../text.ts";

export interface Candidacy {
  application: Application;
  contacts: Contact[];
  interviews: Interview[];
  touches: Touch[];
  deferrals: Deferral[];
  next: Recommendation;
  plan: Plan;
}

export async function readCandidacy(id: string): Promise<Candidacy> {
  const [application, contacts, interviews, touches, deferrals, next, plan] = await Promise.all([
    readApplication(id),
    readContacts(id),
    readInterviews({ application_id: id }),
    readTouches(id),
    readDeferrals(id),
    readNextAction(id),
    readPlan(id),
  ]);
  interviews.sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  return { application, contacts, interviews, touches, deferrals, next, plan };
}

export function nameIn(contacts: Contact[], id: string | null): string {
  return contacts.find((contact) => contact.id === id)?.name ?? "";
}

export function namesIn(contacts: Contact[], ids: string[]): string[] {
  return ids.map((id) => nameIn(contacts, id)).filter(Boolean);
}

/** What to call an interview: its round, else just that. */
export function roundOf(interview: Interview): string {
  return interview.round ?? en.candidacy.interview;
}

export function isHeld(interview: Interview, now: Date): boolean {
  return interview.status !== "cancelled" && new Date(interview.ends_at) <= now;
}
