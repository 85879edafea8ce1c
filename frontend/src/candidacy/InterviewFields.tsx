import type { Contact, Format } from "../api/types.ts";
import { en } from "../text.ts";
import { CheckField, SelectField, TextArea, TextField } from "../ui/Field.tsx";
import type { Wrong } from "../ui/saving.ts";
import { ZoneField } from "../ui/ZoneField.tsx";
import type { InterviewDraft } from "./interview-draft.ts";

const FORMATS = Object.keys(en.formats) as Format[];

interface InterviewFieldsProps {
  draft: InterviewDraft;
  change: (part: Partial<InterviewDraft>) => void;
  contacts: Contact[];
  wrong: Wrong;
  at: (pointer: string) => string | undefined;
}

export function InterviewFields(props: InterviewFieldsProps) {
  const { draft, change, wrong, at } = props;
  return (
    <>
      <div class="pair">
        <TextField
          label={en.edit.round}
          optional
          value={draft.round}
          onValue={(round) => change({ round })}
          wrong={at("/round")}
        />
        <SelectField
          label={en.edit.format}
          value={draft.format}
          onValue={(format) => change({ format })}
          choices={FORMATS.map((one) => [one, en.formats[one]])}
        />
      </div>
      <div class="pair">
        <TextField
          label={en.edit.starts}
          type="datetime-local"
          value={draft.starts}
          onValue={(starts) => change({ starts })}
          wrong={wrong["starts"] ?? at("/starts_at")}
        />
        <TextField
          label={en.edit.ends}
          type="datetime-local"
          value={draft.ends}
          onValue={(ends) => change({ ends })}
          wrong={wrong["ends"] ?? at("/ends_at")}
        />
      </div>
      <div class="pair">
        <ZoneField
          label={en.edit.zone}
          value={draft.zone}
          onValue={(zone) => change({ zone })}
          wrong={wrong["zone"] ?? at("/timezone")}
        />
        <TextField
          label={en.edit.location}
          optional
          value={draft.location}
          onValue={(location) => change({ location })}
          wrong={at("/location")}
        />
      </div>
      <Interviewers {...props} />
      <TextField
        label={en.edit.promised}
        hint={en.edit.promisedHint}
        optional
        type="date"
        value={draft.promised}
        onValue={(promised) => change({ promised })}
        wrong={at("/reply_expected_by")}
      />
      <TextArea
        label={en.edit.topics}
        hint={en.edit.topicsHint}
        optional
        value={draft.topics}
        onValue={(topics) => change({ topics })}
        wrong={at("/discussion_points")}
      />
      <TextArea
        label={en.edit.toAdd}
        hint={en.edit.toAddHint}
        optional
        value={draft.toAdd}
        onValue={(toAdd) => change({ toAdd })}
        wrong={at("/points_to_add")}
      />
    </>
  );
}

function Interviewers({ draft, change, contacts, wrong, at }: InterviewFieldsProps) {
  const tick = (id: string, on: boolean) =>
    change({ interviewerIds: on ? [...draft.interviewerIds, id] : draft.interviewerIds.filter((one) => one !== id) });
  return (
    <fieldset class="field choices">
      <legend>{en.edit.interviewers}</legend>
      {contacts.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={draft.interviewerIds.includes(id)}
          onChecked={(on) => tick(id, on)}
        />
      ))}
      <div class="pair">
        <TextField
          label={en.edit.newPerson}
          optional
          autocomplete="off"
          value={draft.person}
          onValue={(person) => change({ person })}
          wrong={wrong["person"] ?? at("/interviewers/0/name") ?? at("/name")}
        />
        <TextField
          label={en.edit.newPersonEmail}
          optional
          type="email"
          autocomplete="off"
          value={draft.email}
          onValue={(email) => change({ email })}
          wrong={at("/interviewers/0/email") ?? at("/email")}
        />
      </div>
    </fieldset>
  );
}
