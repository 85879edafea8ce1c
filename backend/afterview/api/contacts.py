"""`/contacts`: the people of an application."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import answer, created
from afterview.api.dependencies import CurrentUser, IfMatch, IfNoneMatch, Now, Once, PageOf, Reading, Writing
from afterview.api.merge_patch import MergePatch
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.contacts import Contact, ContactNew, ContactWrite
from afterview.services import contacts

router = resource_router(tag="Contacts")


@router.get("/applications/{application_id}/contacts", response_model=Page[Contact])
def list_contacts(application_id: UUID, me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """The people of an application, in the order in which they were added."""
    with reading() as session:
        rows, last = contacts.list_contacts(
            session, user_id=me.id, application_id=application_id, limit=page.limit, after=page.after
        )
        return page.answer([Contact.model_validate(row) for row in rows], last)


@router.post("/applications/{application_id}/contacts", status_code=201, response_model=Contact)
def create_contact(application_id: UUID, body: ContactNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Add a person to an application."""

    def create(session: Session) -> Response:
        row = contacts.create_contact(
            session, user_id=me.id, application_id=application_id, fields=body.to_fields(), now=now
        )
        return created(Contact.model_validate(row), at=f"/api/v1/contacts/{row.id}")

    return once(create)


@router.get("/contacts/{contact_id}", response_model=Contact)
def read_contact(contact_id: UUID, me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """One person."""
    with reading() as session:
        return known.answer(Contact.model_validate(contacts.get_contact(session, user_id=me.id, contact_id=contact_id)))


@router.patch("/contacts/{contact_id}", response_model=Contact)
def change_contact(
    contact_id: UUID,
    patch: MergePatch[ContactWrite],
    me: CurrentUser,
    writing: Writing,
    expected: IfMatch,
    now: Now,
) -> Response:
    """Change what is known of a person."""
    with writing() as session:
        row = contacts.get_contact(session, user_id=me.id, contact_id=contact_id, lock=True)
        current = Contact.model_validate(row)
        expected.require(current)
        fields = patch.applied_to(current.writable()).to_fields()
        return answer(Contact.model_validate(contacts.change_contact(session, row, fields=fields, now=now)))


@router.delete("/contacts/{contact_id}", status_code=204)
def delete_contact(contact_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, now: Now) -> None:
    """Delete a person with the touches and deferrals about them; their interviews stay."""
    with writing() as session:
        row = contacts.get_contact(session, user_id=me.id, contact_id=contact_id, lock=True)
        expected.require(Contact.model_validate(row))
        contacts.delete_contact(session, row, now=now)
