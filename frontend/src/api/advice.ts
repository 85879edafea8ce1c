/** Advice: what is worth doing, the plan, and the rules behind both. */

import { client, must } from "./client.ts";

export function readAgenda(query: { until: string; cursor?: string; limit?: number }) {
  return must(client.GET("/api/v1/agenda", { params: { query } }));
}

export function readNextAction(applicationId: string) {
  const params = { path: { application_id: applicationId } };
  return must(client.GET("/api/v1/applications/{application_id}/next-action", { params }));
}

export function readPlan(applicationId: string) {
  const params = { path: { application_id: applicationId } };
  return must(client.GET("/api/v1/applications/{application_id}/plan", { params }));
}

export function readPolicy() {
  return must(client.GET("/api/v1/policy"));
}
