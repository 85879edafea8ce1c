/** The one quiet bar at the foot of the page: what was just done, and the way back. */

import { asRefused } from "../api/problem.ts";
import { somethingChanged } from "../api/reading.ts";
import { en } from "../text.ts";
import { Shared } from "./shared.ts";

export interface Notice {
  text: string;
  undo: (() => Promise<unknown>) | null;
}

export const notice = new Shared<Notice | null>(null);

export function tell(text: string, undo: Notice["undo"] = null): void {
  notice.value = { text, undo };
}

export function dismissNotice(): void {
  notice.value = null;
}

/** Take back what the notice tells of. */
export async function undoNoticed(): Promise<void> {
  const undo = notice.value?.undo;
  if (!undo) return;
  try {
    await undo();
    tell(en.notice.undone);
  } catch (thrown) {
    tell(asRefused(thrown).offline ? en.problem.offlinePress : en.problem.unchanged);
  }
  somethingChanged();
}
