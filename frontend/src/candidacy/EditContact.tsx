/** Add or change a person at the company. */

import { useState } from "preact/hooks";
import { addContact, changeContact, deleteContact, readContacts } from "../api/applications.ts";
import { somethingChanged, useReading } from "../api/reading.ts";
import type { Contact, ContactRole } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { isZone } from "../time/zones.ts";
import { Certain } from "../ui/Certain.tsx";
import { SelectField, TextArea, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";
import { useTitle } from "../ui/title.ts";
import { ZoneField } from "../ui/ZoneField.tsx";

const ROLES = Object.keys(en.roles) as ContactRole[];

export function EditContact({ id, contactId }: { id: string; contactId: string | null }) {
  const title = contactId ? en.edit.contactTitle : en.edit.newContact;
  useTitle(title);
  const reading = useReading(`contacts ${id}`, () => readContacts(id));
  return (
    <div class="narrow">
      <Head title={title} crumb={{ to: href({ screen: "application", id }), words: en.candidacy.backTo }} />
      <Read reading={reading}>
        {(contacts) => {
          const contact = contacts.find((one) => one.id === contactId) ?? null;
          return contactId && !contact ? <p class="sub">{en.problem.notFound}</p> : <Fields id={id} contact={contact} />;
        }}
      </Read>
    </div>
  );
}

function draftOf(contact: Contact | null) {
  return {
    name: contact?.name ?? "",
    title: contact?.title ?? "",
    role: contact?.role ?? ("interviewer" as ContactRole),
    email: contact?.email ?? "",
    phone: contact?.phone ?? "",
    linkedin_url: contact?.linkedin_url ?? "",
    postal_address: contact?.postal_address ?? "",
    timezone: contact?.timezone ?? "",
  };
}

function Fields({ id, contact }: { id: string; contact: Contact | null }) {
  const [draft, setDraft] = useState(() => draftOf(contact));
  const [checked, setChecked] = useState(false);
  const saving = useSaving();
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const nameWrong = checked && !draft.name.trim() ? en.sign.missing : undefined;
  const zoneWrong = draft.timezone.trim() && !isZone(draft.timezone.trim()) ? en.sign.zoneUnknown : undefined;

  async function submit() {
    setChecked(true);
    if (!draft.name.trim() || zoneWrong) return;
    const body = {
      name: draft.name.trim(),
      role: draft.role,
      title: draft.title.trim() || null,
      email: draft.email.trim() || null,
      phone: draft.phone.trim() || null,
      linkedin_url: draft.linkedin_url.trim() || null,
      postal_address: draft.postal_address.trim() || null,
      timezone: draft.timezone.trim() || null,
    };
    if (!(await saving.run(() => (contact ? changeContact(contact.id, body) : addContact(id, body))))) return;
    go({ screen: "application", id });
    tell(en.edit.saved);
  }

  async function remove() {
    if (!contact) return;
    await deleteContact(contact.id);
    somethingChanged();
    go({ screen: "application", id });
    tell(en.edit.deleted);
  }

  return (
    <>
      <section class="section card panel">
        <Form sentence={saving.sentence ?? nameWrong ?? null} onSubmit={() => void submit()}>
          <div class="pair">
            <TextField
              label={en.edit.name}
              value={draft.name}
              onValue={(name) => change({ name })}
              wrong={nameWrong ?? saving.at("/name")}
            />
            <TextField
              label={en.edit.title}
              optional
              value={draft.title}
              onValue={(title) => change({ title })}
              wrong={saving.at("/title")}
            />
          </div>
          <div class="pair">
            <SelectField
              label={en.edit.role}
              value={draft.role}
              onValue={(role) => change({ role })}
              choices={ROLES.map((one) => [one, en.roles[one]])}
            />
            <TextField
              label={en.edit.email}
              optional
              type="email"
              value={draft.email}
              onValue={(email) => change({ email })}
              wrong={saving.at("/email")}
            />
          </div>
          <TextField
            label={en.edit.phone}
            hint={en.edit.phoneHint}
            optional
            type="tel"
            value={draft.phone}
            onValue={(phone) => change({ phone })}
            wrong={saving.at("/phone")}
          />
          <TextField
            label={en.edit.linkedin}
            optional
            type="url"
            value={draft.linkedin_url}
            onValue={(linkedin_url) => change({ linkedin_url })}
            wrong={saving.at("/linkedin_url")}
          />
          <TextArea
            label={en.edit.postal}
            optional
            value={draft.postal_address}
            onValue={(postal_address) => change({ postal_address })}
            wrong={saving.at("/postal_address")}
          />
          <ZoneField
            label={en.edit.contactZone}
            hint={en.edit.contactZoneHint}
            optional
            value={draft.timezone}
            onValue={(timezone) => change({ timezone })}
            wrong={zoneWrong ?? saving.at("/timezone")}
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
      {contact && (
        <section class="section">
          <Certain
            ask={en.edit.deleteContact}
            question={en.edit.deleteContactQuestion}
            yes={en.edit.deleteYes}
            no={en.edit.keep}
            onYes={remove}
          />
        </section>
      )}
    </>
  );
}
