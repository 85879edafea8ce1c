/** Drafts, what there is to look at again in them, and the file for mail programs. Nothing is sent. */

import { client, must } from "./client.ts";
import { refused } from "./problem.ts";
import type { Language, Message, MessageToCheck, MessageToHandOver, Render } from "./types.ts";

/** The draft of a template: `language` is that of a built-in one; one's own says itself which it is in. */
export function draft(from: { template: string; language: Language }, body: Render): Promise<Message> {
  const params = { path: { template_id: from.template }, query: { language: from.language } };
  return must(client.POST("/api/v1/templates/{template_id}/render", { params, body }));
}

export function check(body: MessageToCheck) {
  return must(client.POST("/api/v1/messages/check", { body }));
}

/** The file and its name. */
export async function mailFile(body: MessageToHandOver): Promise<File> {
  const { data, error, response } = await client.POST("/api/v1/messages/eml", { body, parseAs: "blob" });
  if (!data) throw refused(response, error);
  const name = response.headers.get("Content-Disposition")?.split("''")[1] ?? "draft.eml";
  return new File([data as unknown as Blob], decodeURIComponent(name), { type: "message/rfc822" });
}
