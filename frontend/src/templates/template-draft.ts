/** A template as it is being written, and what the API gets of it. Pure. */

import type { Language, StepKind, Template, TemplateNew, TemplatePreview } from "../api/types.ts";
import { en } from "../text.ts";
import type { Wrong } from "../ui/saving.ts";

export interface TemplateDraft {
  name: string;
  kind: StepKind;
  language: Language;
  subject: string;
  body: string;
}

export const EMPTY: TemplateDraft = { name: "", kind: "thank_you_email", language: "en", subject: "", body: "" };

const WITHOUT_SUBJECT: StepKind[] = ["follow_up_call", "handwritten_note", "linkedin_request"];

export function hasSubject(kind: StepKind): boolean {
  return !WITHOUT_SUBJECT.includes(kind);
}

/** To be changed; a copy of a built-in one gets a name of its own. */
export function draftOf({ built_in, name, kind, language, subject, body }: Template): TemplateDraft {
  const called = built_in ? en.template.copyOf(en.kinds[kind]) : name;
  return { name: called, kind, language: language as Language, subject: subject ?? "", body };
}

export function templateOf({ name, ...rest }: TemplateDraft): TemplateNew {
  return { name: name.trim(), ...sourceOf(rest) };
}

export function previewOf({ name: _, ...rest }: TemplateDraft, applicationId: string): TemplatePreview {
  return { ...sourceOf(rest), application_id: applicationId || null };
}

function sourceOf({ kind, language, subject, body }: Omit<TemplateDraft, "name">) {
  return { kind, language, subject: hasSubject(kind) && subject.trim() ? subject : null, body };
}

/** What needs another look before anything is sent. */
export function lookOver({ name, body }: TemplateDraft): Wrong {
  const wrong: Record<string, string> = {};
  if (!name.trim()) wrong["name"] = en.sign.missing;
  if (!body.trim()) wrong["body"] = en.sign.missing;
  return wrong;
}
