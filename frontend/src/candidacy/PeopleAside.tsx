import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import type { Candidacy } from "./candidacy.ts";

/** The people at the company, and the candidate's own notes. */
export function PeopleAside({ candidacy }: { candidacy: Candidacy }) {
  const { application, contacts } = candidacy;
  return (
    <aside>
      <section aria-labelledby="people">
        <h2 class="h2" id="people">
          {en.candidacy.contacts}
        </h2>
        {contacts.length === 0 && <p class="aside-note">{en.candidacy.noContacts}</p>}
        <ul class="people">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <a href={href({ screen: "contact", id: application.id, contactId: contact.id })}>{contact.name}</a>
              <small>{[contact.title ?? en.roles[contact.role], contact.email].filter(Boolean).join(" · ")}</small>
            </li>
          ))}
        </ul>
        <p class="aside-links">
          <a href={href({ screen: "contact", id: application.id, contactId: null })}>{en.candidacy.addContact}</a>
        </p>
      </section>
      <section aria-labelledby="notes" class="aside-section">
        <h2 class="h2" id="notes">
          {en.candidacy.notes}
        </h2>
        {application.notes ? (
          application.notes.split(/\n+/).map((paragraph, index) => (
            <p key={index} class="note">
              {paragraph}
            </p>
          ))
        ) : (
          <p class="aside-note">{en.candidacy.noNotes}</p>
        )}
        <p class="aside-links">
          <a href={href({ screen: "edit-application", id: application.id })}>{en.candidacy.edit}</a>
        </p>
      </section>
    </aside>
  );
}
