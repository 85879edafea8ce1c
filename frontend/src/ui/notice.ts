/** The one quiet bar at the foot of the page: what was just done, and the way back. */

import { asRefused } from "../api/problem.ts";
import { somethingChanged } from "../api/reading.ts";
import { en } from "../text.ts";
import { Shared } from "./shared.ts";

export interface Notice {
  text: string;
  undo: (() => Promise<unknown>) | null;
  /** The address it was told at, or for: on any other screen it is old news. */
  at: string;
}

export const notice = new Shared<Notice | null>(null);

export function tell(text: string, undo: Notice["undo"] = null): void {
  notice.value = { text, undo, at: location.hash };
}

export function dismissNotice(): void {
  notice.value = null;
}

/** Let go of what was told on another screen. */
export function dismissOldNotice(): void {
  if (notice.value && notice.value.at !== location.hash) dismissNotice();
}

/** Take back what the notice tells of. */
export async function undoNoticed(): Promise<void> {
  const undo = notice.value?.undo;
  if (!undo) return;
  await press(undo, en.notice.undone);
}

/** Do something small at the press of a button, and say how it went. */
export async function press(act: () => Promise<unknown>, done: string): Promise<void> {
  try {
    await act();
    tell(done);
  } catch (thrown) {
    tell(asRefused(thrown).offline ? en.problem.offlinePress : en.problem.unchanged);
  }
  somethingChanged();
}
