/** What was sent and received, and the advice that was overruled. */

import { client, must, onceKey } from "./client.ts";
import type { DeferralNew, TouchNew } from "./types.ts";

export async function readTouches(applicationId: string) {
  const params = { path: { application_id: applicationId }, query: { limit: 200 } };
  return (await must(client.GET("/api/v1/applications/{application_id}/touches", { params }))).items;
}

export function logTouch(applicationId: string, touch: TouchNew) {
  const params = { path: { application_id: applicationId } };
  return must(client.POST("/api/v1/applications/{application_id}/touches", { params, body: touch, headers: onceKey() }));
}

export function deleteTouch(id: string) {
  return must(client.DELETE("/api/v1/touches/{touch_id}", { params: { path: { touch_id: id } } }));
}

export async function readDeferrals(applicationId: string) {
  const params = { path: { application_id: applicationId }, query: { limit: 200 } };
  return (await must(client.GET("/api/v1/applications/{application_id}/deferrals", { params }))).items;
}

export function defer(applicationId: string, deferral: DeferralNew) {
  const params = { path: { application_id: applicationId } };
  return must(
    client.POST("/api/v1/applications/{application_id}/deferrals", { params, body: deferral, headers: onceKey() }),
  );
}

export function deleteDeferral(id: string) {
  return must(client.DELETE("/api/v1/deferrals/{deferral_id}", { params: { path: { deferral_id: id } } }));
}
