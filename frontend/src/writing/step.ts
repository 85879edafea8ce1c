/** Which step a text belongs to: the recommended one, or another that the user chose to take. Pure. */

import type { Action, Recommendation, StepKind } from "../api/types.ts";

export interface WrittenStep {
  kind: StepKind;
  contact_id: string | null;
  interview_id: string | null;
  carries: StepKind[];
  /** Of the recommended step. */
  headline: string | null;
}

type Advice = Pick<Recommendation, "action" | "alternatives">;

export function stepOf({ action, alternatives }: Advice, kind: StepKind, contactId: string | null): WrittenStep {
  const isIt = (one: Pick<Action, "kind" | "contact_id">) => one.kind === kind && one.contact_id === contactId;
  const step = { kind, contact_id: contactId };
  if (isIt(action)) {
    const { interview_id, carries, headline } = action;
    return { ...step, interview_id, carries, headline };
  }
  return { ...step, interview_id: alternatives.find(isIt)?.interview_id ?? null, carries: [], headline: null };
}
