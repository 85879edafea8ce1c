/** The advice endpoints until the contract in openapi/ has them. */

import type { AgendaItem, Plan, Recommendation, Rule } from "./types.ts";

interface Get<Answer, Parameters = object> {
  get: { parameters: Parameters; responses: { 200: { content: { "application/json": Answer } } } };
}

type OfApplication = { path: { application_id: string } };

export interface AdvicePaths {
  "/api/v1/agenda": Get<
    { items: AgendaItem[]; next_cursor: string | null },
    { query: { until: string; cursor?: string; limit?: number } }
  >;
  "/api/v1/applications/{application_id}/next-action": Get<Recommendation, OfApplication>;
  "/api/v1/applications/{application_id}/plan": Get<Plan, OfApplication>;
  "/api/v1/policy": Get<{ version: string; rules: Rule[] }>;
}
