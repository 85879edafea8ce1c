import { useState } from "preact/hooks";
import { changeMe } from "../api/account.ts";
import type { Me, Preferences } from "../api/types.ts";
import { en } from "../text.ts";
import { CheckField, SelectField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";

const NOTES: Preferences["handwritten_notes"][] = ["welcome", "unknown", "unwelcome"];

/** Which ways of following up are suggested, and when people are taken to be at work. */
export function PreferencesForm({ me }: { me: Me }) {
  const [linkedin, setLinkedin] = useState(me.preferences.linkedin);
  const [calls, setCalls] = useState(me.preferences.calls);
  const [notes, setNotes] = useState(me.preferences.handwritten_notes);
  const [start, setStart] = useState(me.working_hours.start);
  const [end, setEnd] = useState(me.working_hours.end);
  const saving = useSaving();
  const hoursWrong = start && end && start < end ? undefined : en.settings.hoursWrong;

  async function submit() {
    if (hoursWrong) return;
    const patch = { preferences: { linkedin, calls, handwritten_notes: notes }, working_hours: { start, end } };
    if (await saving.run(() => changeMe(patch))) tell(en.settings.saved);
  }

  return (
    <section class="section card panel" aria-labelledby="preferences">
      <h2 id="preferences">{en.settings.preferences}</h2>
      <Form sentence={saving.sentence} onSubmit={() => void submit()}>
        <div class="choices">
          <CheckField label={en.settings.linkedin} checked={linkedin} onChecked={setLinkedin} />
          <CheckField label={en.settings.calls} checked={calls} onChecked={setCalls} />
        </div>
        <SelectField
          label={en.settings.notes}
          value={notes}
          onValue={setNotes}
          choices={NOTES.map((choice) => [choice, en.settings.notesChoices[choice]])}
        />
        <fieldset class="field">
          <legend>{en.settings.hours}</legend>
          <p class="hint">{en.settings.hoursHint}</p>
          <div class="pair">
            <TextField label={en.settings.from} type="time" value={start} onValue={setStart} />
            <TextField label={en.settings.to} type="time" value={end} onValue={setEnd} wrong={hoursWrong} />
          </div>
        </fieldset>
        <div class="actions">
          <button class="btn primary" type="submit" aria-disabled={saving.busy}>
            {en.settings.save}
          </button>
        </div>
      </Form>
    </section>
  );
}
