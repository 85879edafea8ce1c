/**
 * Who is signed in, in this browser.
 *
 * The tokens live in IndexedDB, so that a reload or a second tab stays signed in, and so that a tab whose turn it is
 * reads what the tab before it wrote: localStorage reaches other tabs a moment late, and a refresh token that is used
 * twice ends the sign-in. A script that ran in this page could read them; the Content-Security-Policy lets only our own
 * files run, and nothing on the page is set as HTML. A cookie would trade this for requests forged by other sites, and
 * would tie the pages to the API's own origin.
 */

import { createStore, del, get, set } from "idb-keyval";
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

const KEY = "session";
const BEEN_HERE = "been here";
const kept = createStore("afterview", "kept");
const otherTabs = new BroadcastChannel("afterview.session");

/** Whether somebody is signed in; screens follow it. */
export const signedIn = new Shared(false);

/** Whether somebody has signed out of this browser before; whoever has not is met as a newcomer. */
export const beenHere = new Shared(false);

// Signing in or out in another tab counts here too.
otherTabs.onmessage = ({ data }: MessageEvent<boolean>) => {
  signedIn.value = data;
  beenHere.value = true;
};

/** Find out who is signed in; nobody, where the browser keeps nothing for us. */
export async function openSession(): Promise<void> {
  signedIn.value = (await currentSession().catch(() => null)) !== null;
  beenHere.value = (await get<boolean>(BEEN_HERE, kept).catch(() => false)) ?? false;
}

export async function currentSession(): Promise<Session | null> {
  return (await get<Session>(KEY, kept)) ?? null;
}

export async function keepSession(pair: TokenPair): Promise<void> {
  const accessUntil = Date.now() + pair.expires_in * 1000;
  await set(KEY, { access: pair.access_token, refresh: pair.refresh_token, accessUntil } satisfies Session, kept);
  tell(true);
}

export async function forgetSession(): Promise<void> {
  await del(KEY, kept);
  await set(BEEN_HERE, true, kept);
  beenHere.value = true;
  tell(false);
}

function tell(isIn: boolean): void {
  signedIn.value = isIn;
  otherTabs.postMessage(isIn);
}

/** One after another, in all tabs: whatever changes the session by what it was. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("afterview.session", work) as Promise<T>;
}
