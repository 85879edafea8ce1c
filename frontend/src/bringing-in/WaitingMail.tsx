/** Messages that were forwarded to us and wait for a look: what each says, and only at a press what it changes. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { dismissProposal, ofProposal, readProposals } from "../api/mail.ts";
import { useReading } from "../api/reading.ts";
import type { MailImport, MailProposal } from "../api/types.ts";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { press } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { FoundMessage } from "./FoundMessage.tsx";

/** Nothing at all as long as nothing waits. */
export function WaitingMail() {
  const reader = useReader();
  const reading = useReading("mail proposals", readProposals);
  if (reading.state !== "ready" || reading.value.length === 0) return null;
  return (
    <section class="section card panel" aria-labelledby="waiting-mail">
      <h2 id="waiting-mail">{en.mail.waiting(reading.value.length)}</h2>
      <p class="sub">{en.mail.waitingLede}</p>
      <ul class="events">
        {reading.value.map((proposal) => (
          <Row key={proposal.id} proposal={proposal} reader={reader} />
        ))}
      </ul>
    </section>
  );
}

function Row({ proposal: { id, subject, sender, sent_at, arrived_at }, reader }: { proposal: MailProposal; reader: Reader }) {
  const [first, setFirst] = useState<MailImport | null>(null);
  const saving = useSaving("press");
  const row = useRef<HTMLDivElement>(null);
  const title = subject ?? en.mail.noSubject;
  useEffect(() => {
    if (first) row.current?.focus();
  }, [first]);

  if (first) {
    return (
      <li>
        <div ref={row} tabIndex={-1} class="focus-target">
          <FoundMessage ask={ofProposal(id)} first={first} close={en.mail.later} onClose={() => setFirst(null)} />
        </div>
      </li>
    );
  }
  return (
    <li>
      <div>
        <b>{title}</b>
        <p class="soft">
          {en.mail.from(sender.name ?? sender.email ?? en.mail.somebody)}, {moment(sent_at ?? arrived_at, reader)}
        </p>
        <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
      </div>
      <div class="actions">
        <button
          class="btn quiet"
          type="button"
          aria-label={en.mail.lookAt(title)}
          aria-disabled={saving.busy}
          onClick={() => void saving.run(async () => setFirst(await ofProposal(id)({ dryRun: true })))}
        >
          {en.mail.look}
        </button>
        <button
          class="btn text"
          type="button"
          aria-label={en.mail.dismissNamed(title)}
          onClick={() => void press(() => dismissProposal(id), en.mail.dismissed)}
        >
          {en.mail.dismiss}
        </button>
      </div>
    </li>
  );
}
