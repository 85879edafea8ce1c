/** What messages are written from: the templates that come with Afterview, one's own, and the names that they know. */

import { client, must, onceKey } from "./client.ts";
import type { Language, StepKind, Template, TemplateNew, TemplatePreview } from "./types.ts";

/** The built-in ones in that language, else in English, then one's own in every language, or in that one. */
export async function readTemplates(query: { kind?: StepKind; language?: Language }): Promise<Template[]> {
  return (await must(client.GET("/api/v1/templates", { params: { query: { ...query, limit: 200 } } }))).items;
}

export function readTemplate(id: string, language?: Language) {
  return must(client.GET("/api/v1/templates/{template_id}", { params: { path: { template_id: id }, query: { language } } }));
}

export function createTemplate(template: TemplateNew) {
  return must(client.POST("/api/v1/templates", { body: template, headers: onceKey() }));
}

export function changeTemplate(id: string, template: TemplateNew) {
  return must(client.PATCH("/api/v1/templates/{template_id}", { params: { path: { template_id: id } }, body: template }));
}

export function deleteTemplate(id: string) {
  return must(client.DELETE("/api/v1/templates/{template_id}", { params: { path: { template_id: id } } }));
}

export async function readVariables() {
  return (await must(client.GET("/api/v1/templates/variables"))).items;
}

/** What a source makes of an application, or of an example. Nothing is stored. */
export function preview(body: TemplatePreview) {
  return must(client.POST("/api/v1/templates/preview", { body }));
}
