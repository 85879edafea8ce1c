/** Log anything that happened: what, with whom, when. */

import { useState } from "preact/hooks";
import { deleteTouch, logTouch } from "../api/log.ts";
import type { TouchKind } from "../api/types.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { instantAt, place, wallClock } from "../time/zones.ts";
import { CheckField, SelectField, TextArea, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import type { Candidacy } from "./candidacy.ts";
import { isHeld } from "./candidacy.ts";

const KINDS: TouchKind[] = [
  "thank_you_email",
  "check_in_email",
  "follow_up_call",
  "additional_information_email",
  "linkedin_request",
  "handwritten_note",
  "answer",
  "rejection_thanks_email",
  "other_outbound",
  "reply_received",
  "auto_reply_received",
];

interface LogFormProps {
  candidacy: Candidacy;
  reader: Reader;
  onDone: () => void;
}

export function LogForm({ candidacy, reader, onDone }: LogFormProps) {
  const { application, contacts, interviews } = candidacy;
  const nowOnClock = wallClock(reader.now, reader.zone);
  const [kind, setKind] = useState<TouchKind>("thank_you_email");
  const [contactId, setContactId] = useState("");
  const [when, setWhen] = useState(`${nowOnClock.day}T${nowOnClock.time}`);
  const [promised, setPromised] = useState("");
  const [needsAnswer, setNeedsAnswer] = useState(false);
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const saving = useSaving();
  const reply = kind === "reply_received";

  async function submit() {
    const [day, time] = when.split("T");
    const at = day && time ? instantAt(day, time.slice(0, 5), reader.zone) : null;
    const found = !at ? en.log.whenMissing : at > new Date() ? en.log.future : undefined;
    setWrong(found);
    if (!at || found) return;
    const held = interviews.filter((interview) => isHeld(interview, at)).at(-1);
    const done = await saving.run(async () => {
      const touch = await logTouch(application.id, {
        kind,
        occurred_at: at.toISOString(),
        contact_id: contactId || null,
        interview_id: reply ? null : (held?.id ?? null),
        note: note.trim() || null,
        ...(reply && { reply_expected_by: promised || null, needs_answer: needsAnswer }),
      });
      tell(en.step.logged[kind], () => deleteTouch(touch.id));
    });
    if (done) onDone();
  }

  return (
    <Form sentence={saving.sentence ?? wrong ?? null} onSubmit={() => void submit()} label={en.log.add} class="ask">
      <SelectField
        label={en.log.what}
        value={kind}
        onValue={setKind}
        choices={KINDS.map((one) => [one, en.kinds[one]])}
      />
      {contacts.length > 0 && (
        <SelectField
          label={en.log.who}
          value={contactId}
          onValue={setContactId}
          choices={[
            ["", reply ? en.reply.somebody : en.log.everybody],
            ...contacts.map(({ id, name }): [string, string] => [id, name]),
          ]}
        />
      )}
      <TextField
        label={en.log.when}
        hint={en.log.whenHint(place(reader.zone))}
        type="datetime-local"
        value={when}
        onValue={setWhen}
        wrong={wrong ?? saving.at("/occurred_at")}
      />
      {reply && (
        <>
          <TextField label={en.reply.promised} optional type="date" value={promised} onValue={setPromised} />
          <CheckField label={en.reply.needsAnswer} checked={needsAnswer} onChecked={setNeedsAnswer} />
        </>
      )}
      <TextArea label={en.log.note} optional value={note} onValue={setNote} wrong={saving.at("/note")} />
      <div class="actions">
        <button class="btn primary" type="submit" aria-disabled={saving.busy}>
          {en.log.save}
        </button>
        <button class="btn text" type="button" onClick={onDone}>
          {en.log.cancel}
        </button>
      </div>
    </Form>
  );
}
