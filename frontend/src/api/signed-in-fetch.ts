/** fetch with the access token on it, renewed before it runs out or when the API no longer takes it. */

import { alone, currentSession, forgetSession, keepSession } from "./session.ts";
import type { TokenPair } from "./session.ts";

const SPARE = 30_000;

let renewing: Promise<string | null> | null = null;

function renew(spent: string): Promise<string | null> {
  renewing ??= alone(async () => {
    const session = await currentSession();
    if (!session) return null;
    if (session.access !== spent) return session.access; // another tab was quicker
    const response = await fetch("/api/v1/auth/refresh", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: session.refresh }),
    });
    if (!response.ok) {
      if (response.status === 401) await forgetSession();
      return null;
    }
    const pair = (await response.json()) as TokenPair;
    await keepSession(pair);
    return pair.access_token;
  }).finally(() => {
    renewing = null;
  });
  return renewing;
}

function withToken(request: Request, token: string): Request {
  const copy = request.clone();
  copy.headers.set("Authorization", `Bearer ${token}`);
  return copy;
}

/** Send a request as whoever is signed in; a request that goes out without anybody is sent as it is. */
export async function signedInFetch(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return fetch(request);
  const fresh = session.accessUntil - SPARE > Date.now();
  const token = fresh ? session.access : await renew(session.access);
  const response = await fetch(token ? withToken(request, token) : request);
  if (response.status !== 401 || !token) return response;
  const renewed = await renew(token);
  return renewed ? fetch(withToken(request, renewed)) : response;
}
