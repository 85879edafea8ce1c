/** A second look at the letter, and for a call at what a machine hears. */

import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Message } from "../api/types.ts";
import { en } from "../text.ts";
import { showSpan } from "./characters.ts";
import type { Draft } from "./drafts.ts";
import { others } from "./kept.ts";
import type { Place } from "./kept.ts";
import { isLack, SecondLook } from "./SecondLook.tsx";
import type { Desk } from "./text.ts";

type Field = RefObject<HTMLTextAreaElement | null>;

interface SecondLooksProps {
  place: Place;
  draft: Draft;
  text: Desk;
  body: Field;
  spoken: Field;
}

export function SecondLooks({ place, draft: { source, message, voicemail }, text, body, spoken }: SecondLooksProps) {
  const { applicationId, kind, contactId } = place;
  const [fellows] = useState(() => others(place));
  const about = { kind, application_id: applicationId, contact_id: contactId };
  const of = ({ findings }: Message) => ({
    first: { findings, wordingRead: source.language === "en" },
    lacks: text.changed ? [] : findings.filter(isLack),
  });
  return (
    <aside class="checks" aria-labelledby="checks">
      <h2 class="h2" id="checks">
        {en.checks.title}
      </h2>
      <SecondLook
        {...of(message)}
        question={{ ...about, subject: text.subject, body: text.body, others: fellows }}
        onShow={(span) => showSpan(body.current, span)}
      />
      {voicemail && (
        <section class="aside-section" aria-labelledby="machine">
          <h3 class="h2" id="machine">
            {en.checks.machine}
          </h3>
          <SecondLook
            {...of(voicemail)}
            question={{ ...about, mode: "voicemail", body: text.voicemail }}
            onShow={(span) => showSpan(spoken.current, span)}
          />
        </section>
      )}
    </aside>
  );
}
