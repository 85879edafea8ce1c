/** The composer: the letter, what there is to look at again in it, and every way to hand it over. */

import { useRef, useState } from "preact/hooks";
import { logStep } from "../advice/taking.ts";
import { useMe } from "../account/me.ts";
import { useSteadyReading } from "../api/reading.ts";
import type { Message, Reached, StepKind } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { chooseDraft } from "./choosing.ts";
import { DraftChoice } from "./DraftChoice.tsx";
import { readDesktop } from "./drafts.ts";
import type { Desktop } from "./drafts.ts";
import { HandOver } from "./HandOver.tsx";
import { read } from "./kept.ts";
import type { Place } from "./kept.ts";
import { Letter } from "./Letter.tsx";
import { SecondLooks } from "./SecondLooks.tsx";
import { usualSource } from "./source.ts";
import type { Source } from "./source.ts";
import { stepOf } from "./step.ts";
import { useText } from "./text.ts";
import { Voicemail } from "./Voicemail.tsx";
import { WentOut } from "./WentOut.tsx";

interface ComposerProps {
  id: string;
  kind: StepKind;
  contactId: string | null;
}

export function Composer({ id, kind, contactId }: ComposerProps) {
  useTitle(en.kinds[kind]);
  const place = { applicationId: id, kind, contactId };
  const [source, setSource] = useState(() => read(place)?.source ?? usualSource(kind));
  const question = `draft ${id} ${kind} ${contactId} ${source.template} ${source.language}`;
  const reading = useSteadyReading(question, () => readDesktop(place, source));
  return (
    <Read reading={reading} title={en.kinds[kind]}>
      {(it) => <Desk place={place} desktop={it} onSource={setSource} />}
    </Read>
  );
}

interface DeskProps {
  place: Place;
  desktop: Desktop;
  onSource: (source: Source) => void;
}

function Desk({ place, desktop, onSource }: DeskProps) {
  const { application, next, own, source, message, voicemail } = desktop;
  const { applicationId, kind, contactId } = place;
  const { preferences } = useMe();
  const step = stepOf(next, kind, contactId);
  const fresh = { subject: message.subject ?? "", body: message.body, voicemail: voicemail?.body ?? "" };
  const text = useText(place, fresh, source);
  const body = useRef<HTMLTextAreaElement>(null);
  const spoken = useRef<HTMLTextAreaElement>(null);
  const limit = application.preferences?.linkedin_note_limit ?? preferences.linkedin_note_limit;

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

  function startAgain() {
    const bringBack = text.startAgain();
    tell(en.write.wentBack, async () => bringBack());
  }

  const choose = (to: Source) => chooseDraft({ place, text, from: source, to, onSource });
  return (
    <>
      <Head
        title={step.headline ?? en.kinds[kind]}
        lede={en.write.lede[message.channel]}
        crumb={{ to: href({ screen: "application", id: applicationId }), words: application.company }}
      />
      <div class="split stay desk">
        <div class="card panel">
          <Letter message={message} text={text} limit={limit} place={place} field={body} onStartAgain={startAgain}>
            <DraftChoice kind={kind} source={source} own={own} onChoose={choose} />
          </Letter>
          {voicemail && <Voicemail text={text} field={spoken} />}
          <HandOver message={message} text={text} field={body} />
          <WentOut kind={kind} asking={text.handed} onLog={log} onNotYet={text.notYet} />
        </div>
        <SecondLooks place={place} draft={desktop} text={text} body={body} spoken={spoken} />
      </div>
      <PrintedSheet message={message} subject={text.subject} body={text.body} />
    </>
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
