/** "They replied": what came, from whom, and whether a day was named. */

import { useState } from "preact/hooks";
import type { Contact, Status } from "../api/types.ts";
import { en } from "../text.ts";
import { CheckField, RadioField, SelectField, TextArea, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { useSaving } from "../ui/saving.ts";
import { ANSWERS, logReply } from "./taking.ts";
import type { Answer } from "./taking.ts";

interface ReplyFormProps {
  applicationId: string;
  status: Status;
  contacts: Contact[];
  onDone: () => void;
  onCancel: () => void;
}

export function ReplyForm({ applicationId, status, contacts, onDone, onCancel }: ReplyFormProps) {
  const [answer, setAnswer] = useState<Answer>("news");
  const [chosen, setChosen] = useState<string | null>(null);
  const only = contacts.length === 1 ? contacts[0]?.id : undefined;
  const contactId = chosen ?? only ?? ""; // the contacts may come after the form
  const [promised, setPromised] = useState("");
  const [needsAnswer, setNeedsAnswer] = useState(false);
  const [note, setNote] = useState("");
  const saving = useSaving();

  async function submit() {
    const reply = {
      answer,
      contactId: contactId || null,
      promised: promised || null,
      needsAnswer,
      note: note.trim() || null,
    };
    if (await saving.run(() => logReply(applicationId, status, reply))) onDone();
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()} label={en.reply.title} class="ask">
      <RadioField label={en.reply.what} value={answer} onValue={setAnswer} choices={ANSWERS} />
      {contacts.length > 0 && (
        <SelectField
          label={en.reply.who}
          value={contactId}
          onValue={setChosen}
          choices={[["", en.reply.somebody], ...contacts.map(({ id, name }): [string, string] => [id, name])]}
        />
      )}
      {answer === "news" && (
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
          <CheckField label={en.reply.needsAnswer} checked={needsAnswer} onChecked={setNeedsAnswer} />
        </>
      )}
      <TextArea label={en.reply.note} optional value={note} onValue={setNote} wrong={saving.at("/note")} />
      <div class="actions">
        <button class="btn primary" type="submit" aria-disabled={saving.busy}>
          {en.reply.save}
        </button>
        <button class="btn text" type="button" onClick={onCancel}>
          {en.reply.cancel}
        </button>
      </div>
    </Form>
  );
}
