/** The typed client: paths, parameters and answers are checked against the API's own description. */

import createClient from "openapi-fetch";
import { refused } from "./problem.ts";
import type { paths } from "./schema.d.ts";
import { signedInFetch } from "./signed-in-fetch.ts";

export const client = createClient<paths, "application/json">({ baseUrl: location.origin, fetch: signedInFetch });

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
