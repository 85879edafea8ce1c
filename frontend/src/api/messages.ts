/** Drafts, what there is to look at again in them, and the file for mail programs. Nothing is sent. */

import { client, must } from "./client.ts";
import { refused } from "./problem.ts";
import type { Message, MessageToCheck, MessageToHandOver, Render, StepKind } from "./types.ts";

export function draft(kind: StepKind, body: Render): Promise<Message> {
  return must(client.POST("/api/v1/templates/{template_id}/render", { params: { path: { template_id: kind } }, body }));
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
