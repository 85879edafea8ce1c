/** What a message says, where it belongs and what it is: proposed, to be put right, and logged at a press. */

import { useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { ANSWERS, heedReply } from "../advice/taking.ts";
import type { Answer } from "../advice/taking.ts";
import { readApplication, readApplications } from "../api/applications.ts";
import { deleteTouch } from "../api/log.ts";
import type { AskMail } from "../api/mail.ts";
import { useReading } from "../api/reading.ts";
import type { MailImport, TouchKind } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import { CheckField, RadioField, SelectField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { CalendarPreview } from "./CalendarPreview.tsx";

const SENT_BY_MAIL: TouchKind[] = [
  "thank_you_email",
  "check_in_email",
  "additional_information_email",
  "rejection_thanks_email",
  "answer",
  "other_outbound",
];

interface FoundMessageProps {
  ask: AskMail;
  first: MailImport;
  /** What the button says that leaves it alone. */
  close: string;
  onClose: () => void;
}

export function FoundMessage({ ask, first, close, onClose }: FoundMessageProps) {
  const reader = useReader();
  const [would, setWould] = useState(first);
  const [applicationId, setApplicationId] = useState("");
  const [kind, setKind] = useState<TouchKind | null>(null);
  const [answer, setAnswer] = useState<Answer>(first.automatic ? "automatic" : "news");
  const [needsAnswer, setNeedsAnswer] = useState<boolean | null>(null);
  const [promised, setPromised] = useState("");
  const saving = useSaving();
  const { touch, place } = would;
  const isReply = would.direction === "received";
  const isNews = isReply && answer === "news";

  /** Where it belongs decides what it most likely is, so that is asked anew. */
  async function belongsTo(id: string) {
    setApplicationId(id);
    if (id) await saving.run(async () => setWould(await ask({ dryRun: true, applicationId: id })));
  }

  async function log() {
    await saving.run(async () => {
      const done = await ask({
        dryRun: false,
        applicationId: applicationId || place?.application_id,
        kind: isReply ? (answer === "automatic" ? "auto_reply_received" : "reply_received") : (kind ?? undefined),
        ...(isNews && { needsAnswer: needsAnswer ?? touch?.needs_answer ?? false, promised }),
        ...(isReply && !isNews && { needsAnswer: false }),
      });
      if (!done.place) return setWould(done);
      const { application_id: id } = done.place;
      const { touch_id: logged, touch: sent } = done;
      const { status } = await readApplication(id);
      go({ screen: "application", id });
      if (!logged || !sent) tell(en.mail.invitationFiled);
      else if (isReply) await heedReply(id, status, answer, logged);
      else tell(en.step.logged[sent.kind], () => deleteTouch(logged));
    });
  }

  const asked = first.outcome === "unclear" || first.outcome === "unmatched";
  return (
    <>
      <h2>{en.mail.title}</h2>
      <Form sentence={saving.sentence} onSubmit={() => void log()} label={en.mail.title}>
        <p>
          <b>{would.subject ?? en.mail.noSubject}</b>
        </p>
        <p class="sub">
          {en.mail.who(would.direction, would.sender.name ?? would.sender.email ?? "", place?.contact_name ?? null)}
          {touch && `, ${moment(touch.occurred_at, reader)}`}
        </p>
        {place && !asked && <p>{en.bringIn.under(place.role, place.company)}</p>}
        {would.problems.map((sentence) => (
          <p key={sentence} class="foot">
            {sentence}
          </p>
        ))}
        {asked && <WhereField first={first} value={applicationId} onValue={(id) => void belongsTo(id)} />}
        {touch && isReply && <RadioField label={en.reply.what} value={answer} onValue={setAnswer} choices={ANSWERS} />}
        {touch && isNews && (
          <>
            <TextField
              label={en.reply.promised}
              hint={en.reply.promisedHint}
              optional
              type="date"
              value={promised}
              onValue={setPromised}
              wrong={saving.at("/reply_expected_by")}
            />
            <CheckField label={en.reply.needsAnswer} checked={needsAnswer ?? touch.needs_answer} onChecked={setNeedsAnswer} />
          </>
        )}
        {touch && !isReply && (
          <SelectField label={en.mail.what} value={kind ?? touch.kind} onValue={setKind} choices={SENT_BY_MAIL.map((one): [TouchKind, string] => [one, en.kinds[one]])} />
        )}
        {would.calendar && <CalendarPreview would={would.calendar} reader={reader} />}
        <div class="actions">
          {would.outcome === "logged" && (
            <button class="btn primary" type="submit" aria-disabled={saving.busy}>
              {en.mail.log}
            </button>
          )}
          <button class="btn text" type="button" onClick={onClose}>
            {close}
          </button>
        </div>
      </Form>
    </>
  );
}

interface WhereFieldProps {
  first: MailImport;
  value: string;
  onValue: (id: string) => void;
}

/** Which application is meant: one of those that it may be, or any when nobody is known. */
function WhereField({ first, value, onValue }: WhereFieldProps) {
  const all = useReading("applications to choose from", () => readApplications({ limit: 200 }));
  const any = all.state === "ready" ? all.value.items.map(({ id, role, company }): [string, string] => [id, `${role}, ${company}`]) : [];
  const these = first.choices.map(({ application_id, role, company }): [string, string] => [application_id, `${role}, ${company}`]);
  return (
    <SelectField label={en.mail.where} value={value} onValue={onValue} choices={[["", en.mail.choose], ...(these.length ? these : any)]} />
  );
}
