/** "Not for me": later, on a day of their choice, or never. */

import { useId, useState } from "preact/hooks";
import type { Action } from "../api/types.ts";
import { en } from "../text.ts";
import { addDays } from "../time/days.ts";
import { dayOf, dayWords } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { instantAt } from "../time/zones.ts";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import type { Saving } from "../ui/saving.ts";
import { putOff } from "./taking.ts";

const MORNING = "09:00";

interface PutOffProps {
  applicationId: string;
  action: Action;
  reader: Reader;
  saving: Saving;
  onCancel: () => void;
}

export function PutOff({ applicationId, action, reader, saving, onCancel }: PutOffProps) {
  const question = useId();
  const today = dayOf(reader.now, reader.zone);
  const [picking, setPicking] = useState(false);
  const [day, setDay] = useState(addDays(today, 7));
  const [wrong, setWrong] = useState<string | null>(null);

  const until = (chosen: string) =>
    void saving.run(() =>
      putOff(applicationId, action, instantAt(chosen, MORNING, reader.zone), dayWords(chosen, reader)),
    );

  function submit() {
    const past = !day || day <= today;
    setWrong(past ? en.deferral.pickPast : null);
    if (!past) until(day);
  }

  return (
    <div class="ask">
      <p id={question}>{en.deferral.question}</p>
      <div class="actions" role="group" aria-labelledby={question}>
        <button class="btn quiet" type="button" onClick={() => until(addDays(today, 1))}>
          {en.deferral.tomorrow}
        </button>
        <button class="btn quiet" type="button" onClick={() => until(addDays(today, 3))}>
          {en.deferral.threeDays}
        </button>
        <button class="btn quiet" type="button" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {en.deferral.pick}
        </button>
        <button
          class="btn quiet"
          type="button"
          onClick={() => void saving.run(() => putOff(applicationId, action, null, ""))}
        >
          {en.deferral.never}
        </button>
        <button class="btn text" type="button" onClick={onCancel}>
          {en.deferral.cancel}
        </button>
      </div>
      {picking && (
        <Form sentence={wrong} onSubmit={submit} class="inline">
          <TextField
            label={en.deferral.pickLabel}
            type="date"
            min={addDays(today, 1)}
            value={day}
            onValue={setDay}
            wrong={wrong ?? undefined}
          />
          <button class="btn quiet" type="submit">
            {en.deferral.pickButton}
          </button>
        </Form>
      )}
    </div>
  );
}
