/** What can be done with a recommended step: write it, say that it is done or not wanted, or that an answer came. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Action, Contact, Reached, Status, StepKind } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { kindIcons } from "../ui/kind-icons.ts";
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
  const kind = action.kind as StepKind;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) box.current?.querySelector<HTMLElement>("button, input, select")?.focus();
  }, [asking]);

  const log = (reached?: Reached) => void saving.run(() => logStep(applicationId, action, { reached }));
  const done = () => (kind === "follow_up_call" ? toggle("call") : log());
  const toggle = (what: Asking) => setAsking(asking === what ? null : what);
  const stop = () => setAsking(null);

  return (
    <>
      <div class="actions">
        <a class="btn primary" href={href({ screen: "write", id: applicationId, kind, contactId: action.contact_id })}>
          <Icon name={kindIcons[kind]} />
          {en.step.write[kind]}
        </a>
        <button class="btn quiet" type="button" aria-disabled={saving.busy} onClick={done}>
          {en.step.done[kind]}
        </button>
        <button class="btn text" type="button" aria-expanded={asking === "reply"} onClick={() => toggle("reply")}>
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

export function HowItEnded({ onReached, onCancel }: { onReached: (reached: Reached) => void; onCancel: () => void }) {
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
