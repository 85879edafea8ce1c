/** One interview in three fields: company, role, and when. All the rest is optional, behind a fold. */

import { useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { addInterview } from "../api/interviews.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { RadioField, TextArea, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import type { Saving, Wrong } from "../ui/saving.ts";
import { ZoneField } from "../ui/ZoneField.tsx";
import { emptyDraft, interviewOf, lookOver } from "./draft.ts";
import type { Draft } from "./draft.ts";

export function ThreeFields() {
  const reader = useReader();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(reader.zone));
  const [wrong, setWrong] = useState<Wrong>({});
  const saving = useSaving();
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  async function submit() {
    const found = lookOver(draft, new Date());
    setWrong(found);
    const interview = interviewOf(draft);
    if (Object.keys(found).length || !interview) return;
    if (!(await saving.run(() => addInterview(interview)))) return;
    setDraft(emptyDraft(reader.zone));
    go({ screen: "today" });
    tell(en.bringIn.added);
  }

  const sentence = saving.sentence ?? (Object.keys(wrong).length ? en.problem.lookAgain : null);
  return (
    <Form sentence={sentence} onSubmit={() => void submit()} label={en.bringIn.formTitle}>
      <div class="pair">
        <TextField
          label={en.bringIn.company}
          autocomplete="off"
          value={draft.company}
          onValue={(company) => change({ company })}
          wrong={wrong["company"] ?? saving.at("/company")}
        />
        <TextField
          label={en.bringIn.role}
          autocomplete="off"
          value={draft.role}
          onValue={(role) => change({ role })}
          wrong={wrong["role"] ?? saving.at("/role")}
        />
      </div>
      <RadioField
        label={en.bringIn.tense}
        value={draft.tense}
        onValue={(tense) => change({ tense })}
        choices={[
          ["over", en.bringIn.isOver],
          ["ahead", en.bringIn.isAhead],
        ]}
      />
      <TextField
        label={draft.tense === "over" ? en.bringIn.whenEnded : en.bringIn.whenStarts}
        type="datetime-local"
        value={draft.when}
        onValue={(when) => change({ when })}
        wrong={wrong["when"] ?? saving.at("/starts_at") ?? saving.at("/ends_at")}
      />
      <MoreFields draft={draft} change={change} wrong={wrong} saving={saving} />
      <div class="actions">
        <button class="btn primary" type="submit" aria-disabled={saving.busy}>
          {en.bringIn.save}
        </button>
      </div>
    </Form>
  );
}

interface MoreFieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: Wrong;
  saving: Saving;
}

function MoreFields({ draft, change, wrong, saving }: MoreFieldsProps) {
  const [open, setOpen] = useState(false);
  const hidden = ["minutes", "zone", "person"].some((field) => wrong[field]);
  return (
    <details class="fold" open={open || hidden} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{en.bringIn.more}</summary>
      <div class="reveal form-part">
        <div class="pair">
          <TextField
            label={draft.tense === "over" ? en.bringIn.person : en.bringIn.personAhead}
            autocomplete="off"
            value={draft.person}
            onValue={(person) => change({ person })}
            wrong={wrong["person"] ?? saving.at("/interviewers/0/name")}
          />
          <TextField
            label={en.bringIn.personEmail}
            type="email"
            autocomplete="off"
            value={draft.email}
            onValue={(email) => change({ email })}
            wrong={saving.at("/interviewers/0/email")}
          />
        </div>
        <TextArea
          label={en.bringIn.topics}
          hint={en.bringIn.topicsHint}
          value={draft.topics}
          onValue={(topics) => change({ topics })}
          wrong={saving.at("/discussion_points")}
        />
        <TextField
          label={en.bringIn.promised}
          type="date"
          value={draft.promised}
          onValue={(promised) => change({ promised })}
          wrong={saving.at("/reply_expected_by")}
        />
        <div class="pair">
          <TextField
            label={en.bringIn.length}
            inputMode="numeric"
            value={draft.minutes}
            onValue={(minutes) => change({ minutes })}
            wrong={wrong["minutes"]}
          />
          <ZoneField
            label={en.bringIn.zone}
            value={draft.zone}
            onValue={(zone) => change({ zone })}
            wrong={wrong["zone"] ?? saving.at("/timezone")}
          />
        </div>
      </div>
    </details>
  );
}
