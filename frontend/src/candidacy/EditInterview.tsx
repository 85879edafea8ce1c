/** Add or change an interview. */

import { useState } from "preact/hooks";
import { useMe } from "../account/me.ts";
import { addContact, readContacts } from "../api/applications.ts";
import { addInterview, changeInterview, deleteInterview, readInterviews } from "../api/interviews.ts";
import { somethingChanged, useReading } from "../api/reading.ts";
import type { Contact, Interview } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Certain } from "../ui/Certain.tsx";
import { Form } from "../ui/Form.tsx";
import { Head } from "../ui/Head.tsx";
import { press, tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";
import type { Wrong } from "../ui/saving.ts";
import { useTitle } from "../ui/title.ts";
import { draftOf, fieldsOf, lookOver } from "./interview-draft.ts";
import type { InterviewDraft } from "./interview-draft.ts";
import { InterviewFields } from "./InterviewFields.tsx";

async function readBoth(id: string) {
  const [interviews, contacts] = await Promise.all([readInterviews({ application_id: id }), readContacts(id)]);
  return { interviews, contacts };
}

export function EditInterview({ id, interviewId }: { id: string; interviewId: string | null }) {
  const title = interviewId ? en.edit.interviewTitle : en.edit.newInterview;
  useTitle(title);
  const reading = useReading(`interviews ${id}`, () => readBoth(id));
  return (
    <div class="narrow">
      <Head title={title} crumb={{ to: href({ screen: "application", id }), words: en.candidacy.backTo }} />
      <Read reading={reading}>
        {({ interviews, contacts }) => {
          const interview = interviews.find((one) => one.id === interviewId) ?? null;
          if (interviewId && !interview) return <p class="sub">{en.problem.notFound}</p>;
          return (
            <>
              <Fields id={id} interview={interview} contacts={contacts} />
              {interview && <Ending id={id} interview={interview} />}
            </>
          );
        }}
      </Read>
    </div>
  );
}

interface FieldsProps {
  id: string;
  interview: Interview | null;
  contacts: Contact[];
}

/** Store the draft; somebody new becomes a contact first. */
async function save({ id, interview }: FieldsProps, draft: InterviewDraft): Promise<void> {
  const fields = fieldsOf(draft);
  if (!fields) return;
  const [person, email] = [draft.person.trim(), draft.email.trim()];
  const somebody = person ? { name: person, ...(email && { email }) } : null;
  if (!interview) {
    const people = { interviewer_ids: draft.interviewerIds, ...(somebody && { interviewers: [somebody] }) };
    await addInterview({ application_id: id, ...fields, ...people });
    return;
  }
  const added = somebody ? [(await addContact(id, somebody)).id] : [];
  await changeInterview(interview.id, { ...fields, interviewer_ids: [...draft.interviewerIds, ...added] });
}

function Fields(props: FieldsProps) {
  const { id, interview, contacts } = props;
  const { timezone } = useMe();
  const [draft, setDraft] = useState(() => draftOf(interview, timezone));
  const [wrong, setWrong] = useState<Wrong>({});
  const saving = useSaving();

  async function submit() {
    const found = lookOver(draft);
    setWrong(found);
    if (Object.keys(found).length || !(await saving.run(() => save(props, draft)))) return;
    go({ screen: "application", id });
    tell(en.edit.saved);
  }

  const sentence = saving.sentence ?? (Object.keys(wrong).length ? en.problem.lookAgain : null);
  return (
    <section class="section card panel">
      <Form sentence={sentence} onSubmit={() => void submit()}>
        <InterviewFields
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
          contacts={contacts}
          wrong={wrong}
          at={saving.at}
        />
        <div class="actions">
          <button class="btn primary" type="submit" aria-disabled={saving.busy}>
            {en.edit.save}
          </button>
          <a class="btn text" href={href({ screen: "application", id })}>
            {en.edit.cancel}
          </a>
        </div>
      </Form>
    </section>
  );
}

/** Cancel it, take that back, or delete it. */
function Ending({ id, interview }: { id: string; interview: Interview }) {
  const cancelled = interview.status === "cancelled";

  async function cancel() {
    await changeInterview(interview.id, { status: "cancelled" });
    somethingChanged();
    go({ screen: "application", id });
    tell(en.edit.interviewCancelled, () => changeInterview(interview.id, { status: interview.status }));
  }

  async function remove() {
    await deleteInterview(interview.id);
    somethingChanged();
    go({ screen: "application", id });
    tell(en.edit.deleted);
  }

  return (
    <section class="section ending">
      {cancelled ? (
        <button class="btn text" type="button" onClick={() => void press(() => changeInterview(interview.id, { status: "scheduled" }), en.edit.saved)}>
          {en.edit.restoreInterview}
        </button>
      ) : (
        <Certain
          ask={en.edit.cancelInterview}
          question={en.edit.cancelInterviewQuestion}
          yes={en.edit.cancelInterviewYes}
          no={en.edit.keep}
          onYes={cancel}
        />
      )}
      <Certain
        ask={en.edit.deleteInterview}
        question={en.edit.deleteInterviewQuestion}
        yes={en.edit.deleteYes}
        no={en.edit.keep}
        onYes={remove}
      />
    </section>
  );
}
