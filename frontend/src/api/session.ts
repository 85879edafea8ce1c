/**
 * Who is signed in, in this browser.
 *
 * The tokens live in localStorage, so that a reload or a second tab stays signed in. A script that ran in this page
 * could read them; the Content-Security-Policy lets only our own files run, nothing on the page is set as HTML, and
 * a stolen refresh token ends the whole sign-in as soon as either side uses it twice. A cookie would trade this for
 * requests forged by other sites, and would tie the pages to the API's own origin.
 */

import { Shared } from "../ui/shared.ts";

export interface TokenPair {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

interface Session {
  access: string;
  refresh: string;
  /** Milliseconds since 1970. */
  accessUntil: number;
}

const KEY = "afterview.session";

function stored(): Session | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept && typeof kept === "object" ? (kept as Session) : null;
  } catch {
    return null;
  }
}

/** Whether somebody is signed in; screens follow it. */
export const signedIn = new Shared(stored() !== null);

export function currentSession(): Session | null {
  return stored();
}

export function keepSession(pair: TokenPair): void {
  const accessUntil = Date.now() + pair.expires_in * 1000;
  localStorage.setItem(KEY, JSON.stringify({ access: pair.access_token, refresh: pair.refresh_token, accessUntil }));
  signedIn.value = true;
}

export function forgetSession(): void {
  localStorage.removeItem(KEY);
  signedIn.value = false;
}

// Signing in or out in another tab counts here too.
window.addEventListener("storage", (event) => {
  if (event.key === KEY) signedIn.value = stored() !== null;
});
