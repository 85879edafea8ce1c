/** What can be done with a recommended step: it is done, it is not wanted, or an answer came first. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Action, Contact, Reached, Status, StepKind } from "../api/types.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { useSaving } from "../ui/saving.ts";
import { PutOff } from "./PutOff.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { logStep } from "./taking.ts";

interface StepActionsProps {
  applicationId: string;
  status: Status;
  action: Action;
  contacts: Contact[];
  reader: Reader;
}

type Asking = "call" | "later" | "reply" | null;

export function StepActions({ applicationId, status, action, contacts, reader }: StepActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const saving = useSaving("press");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) box.current?.querySelector<HTMLElement>("button, input, select")?.focus();
  }, [asking]);

  const log = (reached?: Reached) => void saving.run(() => logStep(applicationId, action, reached));
  const done = () => (action.kind === "follow_up_call" ? toggle("call") : log());
  const toggle = (what: Asking) => setAsking(asking === what ? null : what);
  const stop = () => setAsking(null);

  return (
    <>
      <div class="actions">
        <button class="btn primary" type="button" aria-disabled={saving.busy} onClick={done}>
          {en.step.done[action.kind as StepKind]}
        </button>
        <button class="btn quiet" type="button" aria-expanded={asking === "reply"} onClick={() => toggle("reply")}>
          {en.step.theyReplied}
        </button>
        <button class="btn text" type="button" aria-expanded={asking === "later"} onClick={() => toggle("later")}>
          {en.step.notForMe}
        </button>
      </div>
      <div ref={box}>
        {asking === "call" && <HowItEnded onReached={log} onCancel={stop} />}
        {asking === "later" && (
          <PutOff applicationId={applicationId} action={action} reader={reader} saving={saving} onCancel={stop} />
        )}
        {asking === "reply" && (
          <ReplyForm
            applicationId={applicationId}
            status={status}
            contacts={contacts}
            onDone={stop}
            onCancel={stop}
          />
        )}
      </div>
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
    </>
  );
}

const REACHED: Reached[] = ["spoke", "voicemail", "no_trace"];

function HowItEnded({ onReached, onCancel }: { onReached: (reached: Reached) => void; onCancel: () => void }) {
  const question = useId();
  return (
    <div class="ask">
      <p id={question}>{en.call.question}</p>
      <div class="actions" role="group" aria-labelledby={question}>
        {REACHED.map((reached) => (
          <button key={reached} class="btn quiet" type="button" onClick={() => onReached(reached)}>
            {en.reached[reached]}
          </button>
        ))}
        <button class="btn text" type="button" onClick={onCancel}>
          {en.call.cancel}
        </button>
      </div>
    </div>
  );
}
