/** Applications and the people in them. */

import { client, must, onceKey } from "./client.ts";
import type { ApplicationPatch, ContactNew, ContactPatch, Status } from "./types.ts";

export function readApplications(query: { q?: string; status?: Status; cursor?: string; limit?: number }) {
  return must(client.GET("/api/v1/applications", { params: { query } }));
}

export function readApplication(id: string) {
  return must(client.GET("/api/v1/applications/{application_id}", { params: { path: { application_id: id } } }));
}

export function changeApplication(id: string, patch: ApplicationPatch) {
  const params = { path: { application_id: id } };
  return must(client.PATCH("/api/v1/applications/{application_id}", { params, body: patch }));
}

export function deleteApplication(id: string) {
  return must(client.DELETE("/api/v1/applications/{application_id}", { params: { path: { application_id: id } } }));
}

export async function readContacts(applicationId: string) {
  const params = { path: { application_id: applicationId }, query: { limit: 200 } };
  return (await must(client.GET("/api/v1/applications/{application_id}/contacts", { params }))).items;
}

export function addContact(applicationId: string, contact: ContactNew) {
  const params = { path: { application_id: applicationId } };
  return must(
    client.POST("/api/v1/applications/{application_id}/contacts", { params, body: contact, headers: onceKey() }),
  );
}

export function changeContact(id: string, patch: ContactPatch) {
  return must(client.PATCH("/api/v1/contacts/{contact_id}", { params: { path: { contact_id: id } }, body: patch }));
}

export function deleteContact(id: string) {
  return must(client.DELETE("/api/v1/contacts/{contact_id}", { params: { path: { contact_id: id } } }));
}
