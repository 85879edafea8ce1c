/** The composer: the letter, what there is to look at again in it, and every way to hand it over. */

import { useRef, useState } from "preact/hooks";
import { logStep } from "../advice/taking.ts";
import { useMe } from "../account/me.ts";
import { readNextAction } from "../api/advice.ts";
import { readApplication } from "../api/applications.ts";
import { draft } from "../api/messages.ts";
import { useReading } from "../api/reading.ts";
import type { Application, Finding, Message, Reached, Recommendation, Span, StepKind } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { inBrowser } from "./characters.ts";
import { useFindings } from "./checking.ts";
import { Checks } from "./Checks.tsx";
import { HandOver } from "./HandOver.tsx";
import { others } from "./kept.ts";
import type { Place } from "./kept.ts";
import { Letter } from "./Letter.tsx";
import { stepOf } from "./step.ts";
import { useText } from "./text.ts";
import { WentOut } from "./WentOut.tsx";

interface Draft {
  application: Application;
  next: Recommendation;
  message: Message;
  /** What to say to a machine; of a call. */
  voicemail: string | null;
}

async function readDraft(id: string, kind: StepKind, contactId: string | null): Promise<Draft> {
  const wanted = { application_id: id, contact_id: contactId };
  const [application, next, message, voicemail] = await Promise.all([
    readApplication(id),
    readNextAction(id) as Promise<Recommendation>,
    draft(kind, wanted),
    kind === "follow_up_call" ? draft(kind, { ...wanted, mode: "voicemail" }) : null,
  ]);
  return { application, next, message, voicemail: voicemail?.body ?? null };
}

interface ComposerProps {
  id: string;
  kind: StepKind;
  contactId: string | null;
}

export function Composer({ id, kind, contactId }: ComposerProps) {
  useTitle(en.kinds[kind]);
  const reading = useReading(`draft ${id} ${kind} ${contactId}`, () => readDraft(id, kind, contactId));
  return (
    <Read reading={reading} title={en.kinds[kind]}>
      {(it) => <Desk place={{ applicationId: id, kind, contactId }} draft={it} />}
    </Read>
  );
}

/** Of our draft alone: what it could not say, because nobody has told us. */
function isLack({ rule }: Finding): boolean {
  return rule === "missing_value";
}

function Desk({ place, draft: { application, next, message, voicemail } }: { place: Place; draft: Draft }) {
  const { applicationId, kind, contactId } = place;
  const { preferences } = useMe();
  const step = stepOf(next, kind, contactId);
  const text = useText(place, { subject: message.subject ?? "", body: message.body });
  const body = useRef<HTMLTextAreaElement>(null);
  const [fellows] = useState(() => others(place));
  const limit = application.preferences?.linkedin_note_limit ?? preferences.linkedin_note_limit;
  const found = useFindings(
    {
      kind,
      application_id: applicationId,
      contact_id: contactId,
      subject: text.subject,
      body: text.body,
      others: fellows,
    },
    message.findings,
  );
  const lacks = text.changed ? [] : message.findings.filter(isLack);
  const findings = found && [...found.filter((one) => !isLack(one)), ...lacks];

  function log(reached?: Reached) {
    return logStep(applicationId, step, {
      reached,
      logged: () => {
        text.sent();
        go({ screen: "today" });
      },
      takenBack: text.handOver,
    });
  }

  function show(span: Span) {
    body.current?.focus();
    body.current?.setSelectionRange(...inBrowser(text.body, span));
  }

  function startAgain() {
    const bringBack = text.startAgain();
    tell(en.write.wentBack, async () => bringBack());
  }

  return (
    <>
      <Head
        title={step.headline ?? en.kinds[kind]}
        lede={en.write.lede[message.channel]}
        crumb={{ to: href({ screen: "application", id: applicationId }), words: application.company }}
      />
      <div class="split stay desk">
        <div class="card panel">
          <Letter message={message} text={text} limit={limit} place={place} field={body} onStartAgain={startAgain} />
          {voicemail && <Voicemail text={voicemail} />}
          <HandOver message={message} text={text} field={body} />
          <WentOut kind={kind} asking={text.handed} onLog={log} onNotYet={text.notYet} />
        </div>
        <Checks body={text.body} findings={findings} onShow={show} />
      </div>
      <PrintedSheet message={message} subject={text.subject} body={text.body} />
    </>
  );
}

function Voicemail({ text }: { text: string }) {
  return (
    <details class="fold">
      <summary>{en.write.voicemail}</summary>
      <p class="reveal note lines">{text}</p>
    </details>
  );
}

/** What is printed of all this: the text alone, a note within the outline of an A6 card. */
function PrintedSheet({ message, subject, body }: { message: Message; subject: string; body: string }) {
  return (
    <div class={message.channel === "post" ? "sheet lines card-size" : "sheet lines"} aria-hidden="true">
      {subject && `${subject}\n\n`}
      {body}
    </div>
  );
}
