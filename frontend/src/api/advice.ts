/** Advice: what is worth doing, the plan, and the rules behind both. */

import { client, must } from "./client.ts";
import type { AgendaItem, Plan } from "./types.ts";

const PAGE = 100;
const MOST = 5;

/** What is due by then, most urgent first; beyond a few hundred applications the least urgent are left out. */
export async function readAgenda(until: string): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST; page += 1) {
    const query: { until: string; limit: number; cursor?: string } = { until, limit: PAGE, ...(cursor && { cursor }) };
    const answer = await must(client.GET("/api/v1/agenda", { params: { query } }));
    items.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return items;
}

export function readNextAction(applicationId: string) {
  const params = { path: { application_id: applicationId } };
  return must(client.GET("/api/v1/applications/{application_id}/next-action", { params }));
}

/** The same address answers with a calendar when that is asked for; here it is JSON. */
export function readPlan(applicationId: string): Promise<Plan> {
  const params = { path: { application_id: applicationId } };
  return must(client.GET("/api/v1/applications/{application_id}/plan", { params })) as Promise<Plan>;
}

export function readPolicy() {
  return must(client.GET("/api/v1/policy"));
}
