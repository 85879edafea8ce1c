/** The API's shapes, out of its own description, under the names that the pages use. */

import type { components } from "./schema.d.ts";

type Schemas = components["schemas"];

export type Application = Schemas["Application"];
export type Contact = Schemas["Contact"];
export type Interview = Schemas["Interview"];
export type Touch = Schemas["Touch"];
export type Deferral = Schemas["Deferral"];
export type ApiKey = Schemas["ApiKeyOut"];
export type Preferences = Required<Schemas["Preferences"]>;
/** In an answer the API writes out what is left at its default. */
export type Me = Schemas["Me"] & { preferences: Preferences; digest: Required<Schemas["Digest"]>; working_hours: Required<Schemas["WorkingHours"]> };

export type Status = Schemas["Status"];
export type TouchKind = Schemas["TouchKind"];
export type StepKind = Deferral["kind"];
export type ActionKind = StepKind | "wait" | "no_further_action";
export type Format = Schemas["InterviewFormat"];
export type ContactRole = Schemas["Role"];
export type CalendarImport = Schemas["CalendarImport"];
export type CalendarEvent = Schemas["ImportedEvent"];
export type MailImport = Schemas["MailImport"];
export type Installation = Schemas["Installation"];
export type Feed = Schemas["CalendarFeedOut"];
export type FeedCreated = Schemas["CalendarFeedCreated"];
export type Webhook = Schemas["Webhook"];
export type WebhookWithSecret = Schemas["WebhookWithSecret"];
export type EventName = Webhook["events"][number];
export type Delivery = Schemas["Delivery"];
export type Integration = Schemas["Integration"];
export type IntegrationNew = Schemas["IntegrationNew"];
export type IntegrationPatch = Partial<Omit<IntegrationNew, "vendor">>;
export type IntegrationEvent = Schemas["IntegrationEvent"];
export type TableImport = Schemas["CsvImport"];
export type AccountImport = Schemas["AccountImport"];
export type MailProposal = Schemas["MailProposalOut"];
export type Reached = Schemas["Reached"];
export type Channel = "email" | "phone" | "linkedin" | "post" | "none";
export type Message = Schemas["Message"];
export type Template = Schemas["Template"];
export type Language = NonNullable<Schemas["TemplateNew"]["language"]>;
export type Variable = Schemas["Variable"];
export type Finding = Schemas["Finding"];
export type Span = Schemas["Span"];
export type Verdict = "allowed" | "not_yet" | "no_longer" | "never";

// -- what is sent --

export type Registration = Schemas["Registration"];
export type MePatch = Schemas["ProfilePatch"];
export type ApiKeyNew = Schemas["ApiKeyNew"];
export type ApiKeyCreated = Schemas["ApiKeyCreated"];
export type ApplicationPatch = Schemas["ApplicationPatch"];
export type ContactNew = Schemas["ContactNew"];
export type ContactPatch = Schemas["ContactPatch"];
export type InterviewNew = Schemas["InterviewNew"];
export type InterviewPatch = Schemas["InterviewPatch"];
export type TouchNew = Schemas["TouchNew"];
export type DeferralNew = Schemas["DeferralNew"];
export type Render = Schemas["Render"];
export type TemplateNew = Schemas["TemplateNew"];
export type TemplatePreview = Schemas["Preview"];
export type MessageToCheck = Schemas["MessageToCheck"];
export type MessageToHandOver = Schemas["MessageToHandOver"];

// -- advice --

export interface Window { opens_at: string; best_at: string; closes_at: string | null }
export interface Action {
  kind: ActionKind; channel: Channel; contact_id: string | null; interview_id: string | null; headline: string;
  strength: "should" | "may"; late: boolean; window: Window | null; until: string | null;
  next_kind: ActionKind | null; carries: StepKind[]; counts_as_follow_up: boolean;
  template_id: string | null; include: string[];
}
export interface Reason {
  rule: string; basis: "article" | "reading" | "courtesy" | "preference"; section: string | null;
  statement: string; because: string; facts: Record<string, unknown>;
}
export interface Alternative {
  kind: StepKind; contact_id: string | null; verdict: Verdict; interview_id: string | null;
  not_before: string | null; not_after: string | null; reasons: Reason[];
}
export interface Missing { field: string; why: string }
export interface Recommendation {
  application_id: string | null; evaluated_at: string; action: Action; reasons: Reason[];
  alternatives: Alternative[]; missing: Missing[]; next_review_at: string | null;
}
export interface PlannedStep {
  status: "done" | "now" | "upcoming" | "missed" | "dismissed"; action: Action; occurred_at?: string | null;
  reasons: Reason[];
}
export interface Plan {
  application_id: string | null; generated_at: string; assumes: string; steps: PlannedStep[]; ends_at: string;
  ends_with: { action: Action; reasons: Reason[]; spent: string[] };
}
export interface AgendaItem {
  application: { id: string; company: string; role: string; status: Status };
  recommendation: Recommendation;
}
export interface Rule {
  id: string; statement: string; basis: Reason["basis"]; sections: string[];
}

/** The heading of each field of a table, null for none; what is not named is guessed. */
export type Mapping = Record<string, string | null>;
