/** Making an account, coming in, going out; the profile; keys. */

import { client, must, onceKey } from "./client.ts";
import { forgetAnswers } from "./reading.ts";
import { alone, currentSession, forgetSession, keepSession, signedIn } from "./session.ts";
import type { ApiKeyCreated, ApiKeyNew, Me, MePatch, Registration } from "./types.ts";

// Nothing of one account may be seen in the next, also when another tab signed out.
signedIn.follow((isIn) => {
  if (!isIn) forgetAnswers();
});

export async function signUp(registration: Registration): Promise<void> {
  await must(client.POST("/api/v1/auth/register", { body: registration, headers: onceKey() }));
  await signIn(registration.email, registration.password);
}

export async function signIn(username: string, password: string): Promise<void> {
  const pair = await must(
    client.POST("/api/v1/auth/token", {
      body: { username, password, grant_type: "password" },
      bodySerializer: (body) => new URLSearchParams(body as Record<string, string>),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    }),
  );
  await keepSession(pair);
}

/** Ends the sign-in here at once, and at the API as soon as it can be reached. */
export async function signOut(): Promise<void> {
  const session = await alone(async () => {
    const last = await currentSession();
    await forgetSession();
    return last;
  });
  if (!session) return;
  await client.POST("/api/v1/auth/logout", { body: { refresh_token: session.refresh } }).catch(() => undefined);
}

export async function readMe(): Promise<Me> {
  return (await must(client.GET("/api/v1/me"))) as Me;
}

export function changeMe(patch: MePatch) {
  return must(client.PATCH("/api/v1/me", { body: patch }));
}

export async function deleteMe(): Promise<void> {
  await must(client.DELETE("/api/v1/me"));
  await forgetSession();
}

export async function readApiKeys() {
  return (await must(client.GET("/api/v1/api-keys", { params: { query: { limit: 200 } } }))).items;
}

export function createApiKey(key: ApiKeyNew): Promise<ApiKeyCreated> {
  return must(client.POST("/api/v1/api-keys", { body: key, headers: onceKey() }));
}

export function deleteApiKey(id: string) {
  return must(client.DELETE("/api/v1/api-keys/{key_id}", { params: { path: { key_id: id } } }));
}
