/**
 * The typed client: paths, parameters and answers are checked against the API's own description.
 *
 * The types are openapi-fetch's. What runs is the part of it that the pages use, a tenth of its size.
 */

import type { Client } from "openapi-fetch";
import { refused } from "./problem.ts";
import type { paths } from "./schema.d.ts";
import { signedInFetch } from "./signed-in-fetch.ts";

interface Question {
  params?: { path?: Record<string, string>; query?: Record<string, unknown> };
  body?: unknown;
  bodySerializer?: (body: unknown) => BodyInit;
  headers?: Record<string, string>;
  parseAs?: "json" | "blob";
}

const METHODS = ["GET", "POST", "PATCH", "DELETE"] as const;

function sender(method: string) {
  return async (path: string, { params, body, bodySerializer = JSON.stringify, headers, parseAs }: Question = {}) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.path?.[name] ?? ""));
    const url = new URL(filled, location.origin);
    for (const [name, value] of Object.entries(params?.query ?? {})) {
      if (value != null) url.searchParams.set(name, String(value));
    }
    const sent = body === undefined ? null : bodySerializer(body);
    const typed = body === undefined ? headers : { "Content-Type": "application/json", ...headers };
    const response = await signedInFetch(new Request(url, { method, headers: typed, body: sent }));
    if (parseAs === "blob" && response.ok) return { data: await response.blob(), response };
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.includes("json");
    const read: unknown = text && isJson ? JSON.parse(text) : undefined;
    return response.ok ? { data: read, response } : { error: read, response };
  };
}

type Calls = Pick<Client<paths, "application/json">, (typeof METHODS)[number]>;

export const client = Object.fromEntries(METHODS.map((method) => [method, sender(method)])) as unknown as Calls;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body; anything but a success throws `Refused`. */
export async function must<T>(answering: Promise<Answer<T>>): Promise<T> {
  const answer = await answering;
  if (!answer.response.ok) throw refused(answer.response, answer.error);
  return answer.data as T;
}

/** A fresh key for a POST that creates, so that the network may repeat it without harm. */
export function onceKey(): { "Idempotency-Key": string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { "Idempotency-Key": Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") };
}
