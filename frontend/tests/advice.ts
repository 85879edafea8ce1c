/** Actions, reasons and readers with good defaults, for tests. */

import type { Action, Alternative, Reason } from "../src/api/types.ts";

export const reader = { now: new Date("2026-11-24T09:40:00Z"), zone: "Europe/Lisbon" };

export function reason(rule: string, because = `${rule} says so.`): Reason {
  return { rule, basis: "article", section: "WHEN", statement: `The rule ${rule}.`, because, facts: {} };
}

export function action(given: Partial<Action> = {}): Action {
  return {
    kind: "thank_you_email",
    channel: "email",
    contact_id: "priya",
    interview_id: "i1",
    headline: "Send Priya Raman a thank-you email",
    strength: "should",
    late: false,
    window: { opens_at: "2026-11-23T15:00:00Z", best_at: "2026-11-24T09:40:00Z", closes_at: "2026-11-24T15:00:00Z" },
    until: null,
    next_kind: null,
    carries: [],
    counts_as_follow_up: false,
    template_id: "thank_you_email",
    include: [],
    ...given,
  };
}

export function alternative(given: Partial<Alternative>): Alternative {
  return {
    kind: "linkedin_request",
    contact_id: "priya",
    verdict: "not_yet",
    interview_id: "i1",
    not_before: null,
    not_after: null,
    reasons: [reason("linkedin-after-thanks")],
    ...given,
  };
}
