/** What the buttons of a card do: log it, put it off, note a reply. Each says so, and can be undone. */

import { changeApplication } from "../api/applications.ts";
import { defer, deleteDeferral, deleteTouch, logTouch } from "../api/log.ts";
import type { Action, Reached, Status, StepKind } from "../api/types.ts";
import { en } from "../text.ts";
import { tell } from "../ui/notice.ts";

/** What of an action is logged when it is taken. */
export type Step = Pick<Action, "kind" | "contact_id" | "interview_id" | "carries">;

/** What else happens when a step is logged, before that is told, and when it is taken back. */
export interface Logging {
  reached?: Reached | undefined;
  logged?: () => void;
  takenBack?: () => void;
}

/** Log a step as taken now. */
export async function logStep(applicationId: string, step: Step, { reached, logged, takenBack }: Logging = {}): Promise<void> {
  const kind = step.kind as StepKind;
  const touch = await logTouch(applicationId, {
    kind,
    contact_id: step.contact_id,
    interview_id: step.interview_id,
    carries: step.carries,
    ...(reached && { reached }),
  });
  logged?.();
  tell(en.step.logged[kind], async () => {
    await deleteTouch(touch.id);
    takenBack?.();
  });
}

/** Put the step off until an instant, or for ever. */
export async function putOff(applicationId: string, action: Action, until: Date | null, day: string): Promise<void> {
  const deferral = await defer(applicationId, {
    kind: action.kind as StepKind,
    contact_id: action.contact_id,
    until: until?.toISOString() ?? null,
  });
  tell(until ? en.deferral.putOff(day) : en.deferral.dropped, () => deleteDeferral(deferral.id));
}

export type Answer = "news" | "no" | "offer" | "automatic";

export const ANSWERS: [Answer, string][] = [
  ["news", en.reply.news],
  ["no", en.reply.no],
  ["offer", en.reply.offer],
  ["automatic", en.reply.automatic],
];

export interface Reply {
  answer: Answer;
  contactId: string | null;
  promised: string | null;
  needsAnswer: boolean;
  note: string | null;
}

const NEW_STATUS: Partial<Record<Answer, Status>> = { no: "rejected", offer: "offered" };

/** Log what came from them; a no or an offer also changes where the application stands. */
export async function logReply(applicationId: string, statusNow: Status, reply: Reply): Promise<void> {
  const isNews = reply.answer === "news";
  const touch = await logTouch(applicationId, {
    kind: reply.answer === "automatic" ? "auto_reply_received" : "reply_received",
    contact_id: reply.contactId,
    note: reply.note,
    ...(isNews && { reply_expected_by: reply.promised, needs_answer: reply.needsAnswer }),
  });
  await heedReply(applicationId, statusNow, reply.answer, touch.id);
}

/** What follows from a reply that is logged: where the application stands now, and the notice with the way back. */
export async function heedReply(applicationId: string, statusNow: Status, answer: Answer, touchId: string): Promise<void> {
  const status = NEW_STATUS[answer];
  if (status) await changeApplication(applicationId, { status });
  tell(saidBack(answer), async () => {
    if (status) await changeApplication(applicationId, { status: statusNow });
    await deleteTouch(touchId);
  });
}

function saidBack(answer: Answer): string {
  if (answer === "no") return en.reply.loggedNo;
  if (answer === "offer") return en.reply.loggedOffer;
  return en.step.logged[answer === "automatic" ? "auto_reply_received" : "reply_received"];
}
