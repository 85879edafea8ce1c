/** Change an application: its names, where it stands, the notes; or delete it. */

import { useState } from "preact/hooks";
import { changeApplication, deleteApplication, readApplication } from "../api/applications.ts";
import { somethingChanged, useReading } from "../api/reading.ts";
import type { Application, Status } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Certain } from "../ui/Certain.tsx";
import { SelectField, TextArea, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";
import { useTitle } from "../ui/title.ts";

const STATUSES = Object.keys(en.statusChoices) as Status[];

export function EditApplication({ id }: { id: string }) {
  useTitle(en.edit.applicationTitle);
  const reading = useReading(`application ${id}`, () => readApplication(id));
  return <Read reading={reading} title={en.edit.applicationTitle}>{(application) => <Fields application={application} />}</Read>;
}

function Fields({ application }: { application: Application }) {
  const { id } = application;
  const back = href({ screen: "application", id });
  const [company, setCompany] = useState(application.company);
  const [role, setRole] = useState(application.role);
  const [status, setStatus] = useState(application.status);
  const [source, setSource] = useState(application.source ?? "");
  const [notes, setNotes] = useState(application.notes ?? "");
  const saving = useSaving();

  async function submit() {
    const patch = {
      company: company.trim(),
      role: role.trim(),
      source: source.trim() || null,
      notes: notes.trim() || null,
      ...(status !== application.status && { status }),
    };
    if (!(await saving.run(() => changeApplication(id, patch)))) return;
    go({ screen: "application", id });
    tell(en.edit.saved);
  }

  async function remove() {
    await deleteApplication(id);
    somethingChanged();
    go({ screen: "applications" });
    tell(en.edit.deleted);
  }

  return (
    <div class="narrow">
      <Head title={en.edit.applicationTitle} crumb={{ to: back, words: application.company }} />
      <section class="section card panel">
        <Form sentence={saving.sentence} onSubmit={() => void submit()}>
          <div class="pair">
            <TextField label={en.edit.company} value={company} onValue={setCompany} wrong={saving.at("/company")} />
            <TextField label={en.edit.jobRole} value={role} onValue={setRole} wrong={saving.at("/role")} />
          </div>
          <SelectField
            label={en.edit.status}
            value={status}
            onValue={setStatus}
            choices={STATUSES.map((one) => [one, en.statusChoices[one]])}
          />
          <TextField label={en.edit.source} optional value={source} onValue={setSource} wrong={saving.at("/source")} />
          <TextArea
            label={en.edit.notes}
            optional
            rows={6}
            value={notes}
            onValue={setNotes}
            wrong={saving.at("/notes")}
          />
          <div class="actions">
            <button class="btn primary" type="submit" aria-disabled={saving.busy}>
              {en.edit.save}
            </button>
            <a class="btn text" href={back}>
              {en.edit.cancel}
            </a>
          </div>
        </Form>
      </section>
      <section class="section">
        <Certain
          ask={en.edit.deleteApplication}
          question={en.edit.deleteApplicationQuestion(application.company)}
          yes={en.edit.deleteYes}
          no={en.edit.keep}
          onYes={remove}
        />
      </section>
    </div>
  );
}
