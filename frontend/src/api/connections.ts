/** What Afterview is connected with: calendars, letters, applicant-tracking tools, and other programs. */

import { client, must, onceKey } from "./client.ts";
import type { Delivery, EventName, Feed, FeedCreated, Installation, Integration, IntegrationEvent, IntegrationNew, IntegrationPatch, Webhook, WebhookWithSecret } from "./types.ts";

const ALL = { params: { query: { limit: 200 } } };
const LATEST = { limit: 10 };

export function readInstallation(): Promise<Installation> {
  return must(client.GET("/api/v1/installation"));
}

export async function readFeeds(): Promise<Feed[]> {
  return (await must(client.GET("/api/v1/calendar-feeds", ALL))).items;
}

export function addFeed(name: string): Promise<FeedCreated> {
  return must(client.POST("/api/v1/calendar-feeds", { body: { name }, headers: onceKey() }));
}

export function deleteFeed(id: string) {
  return must(client.DELETE("/api/v1/calendar-feeds/{feed_id}", { params: { path: { feed_id: id } } }));
}

export async function readWebhooks(): Promise<Webhook[]> {
  return (await must(client.GET("/api/v1/webhooks", ALL))).items;
}

export function addWebhook(url: string, events: EventName[]): Promise<WebhookWithSecret> {
  return must(client.POST("/api/v1/webhooks", { body: { url, events, active: true }, headers: onceKey() }));
}

function webhookAt(id: string) {
  return { path: { webhook_id: id } };
}

export function switchWebhook(id: string, active: boolean): Promise<Webhook> {
  return must(client.PATCH("/api/v1/webhooks/{webhook_id}", { params: webhookAt(id), body: { active } }));
}

export function rotateSecret(id: string): Promise<WebhookWithSecret> {
  return must(client.POST("/api/v1/webhooks/{webhook_id}/rotate", { params: webhookAt(id), headers: onceKey() }));
}

export function testWebhook(id: string): Promise<Delivery> {
  return must(client.POST("/api/v1/webhooks/{webhook_id}/test", { params: webhookAt(id), headers: onceKey() }));
}

export function deleteWebhook(id: string) {
  return must(client.DELETE("/api/v1/webhooks/{webhook_id}", { params: webhookAt(id) }));
}

export async function readDeliveries(id: string): Promise<Delivery[]> {
  const params = { ...webhookAt(id), query: LATEST };
  return (await must(client.GET("/api/v1/webhooks/{webhook_id}/deliveries", { params }))).items;
}

export function retryDelivery({ webhook_id, id }: Delivery): Promise<Delivery> {
  const params = { path: { webhook_id, delivery_id: id } };
  return must(client.POST("/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/retry", { params, headers: onceKey() }));
}

export async function readIntegrations(): Promise<Integration[]> {
  return (await must(client.GET("/api/v1/integrations", ALL))).items;
}

function integrationAt(id: string) {
  return { path: { integration_id: id } };
}

export function addIntegration(integration: IntegrationNew): Promise<Integration> {
  return must(client.POST("/api/v1/integrations", { body: integration, headers: onceKey() }));
}

export function changeIntegration(id: string, patch: IntegrationPatch): Promise<Integration> {
  return must(client.PATCH("/api/v1/integrations/{integration_id}", { params: integrationAt(id), body: patch }));
}

export function syncIntegration(id: string): Promise<Integration> {
  return must(client.POST("/api/v1/integrations/{integration_id}/sync", { params: integrationAt(id), headers: onceKey() }));
}

export function deleteIntegration(id: string) {
  return must(client.DELETE("/api/v1/integrations/{integration_id}", { params: integrationAt(id) }));
}

export async function readIntegrationEvents(id: string): Promise<IntegrationEvent[]> {
  const params = { ...integrationAt(id), query: LATEST };
  return (await must(client.GET("/api/v1/integrations/{integration_id}/events", { params }))).items;
}
