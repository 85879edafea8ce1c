"""What must fit together in a Facts document: ids that name something, times in order, fields that belong."""

from collections.abc import Iterator

from afterview.api.schemas.facts import Facts, TouchFacts
from afterview.errors import FieldError
from afterview.policy.terms import RECEIVED, Status, TouchKind


def misfits(doc: Facts) -> Iterator[FieldError]:
    """Everything in the document that does not fit the rest of it, with a pointer to the place."""
    contacts = {contact.id for contact in doc.contacts}
    interviews = {interview.id for interview in doc.interviews}
    yield from _repeated("contacts", [contact.id for contact in doc.contacts])
    yield from _repeated("interviews", [interview.id for interview in doc.interviews])
    yield from _status_misfits(doc)
    for n, interview in enumerate(doc.interviews):
        if interview.ends_at < interview.starts_at:
            yield FieldError(f"/interviews/{n}/ends_at", "ends_before_start", "An interview ends after it starts.")
        for m, who in enumerate(interview.interviewer_ids):
            yield from _dangling(who, contacts, f"/interviews/{n}/interviewer_ids/{m}", "contacts")
        yield from _dangling(interview.reply_promised_by, contacts, f"/interviews/{n}/reply_promised_by", "contacts")
    for n, touch in enumerate(doc.touches):
        yield from _dangling(touch.contact_id, contacts, f"/touches/{n}/contact_id", "contacts")
        yield from _dangling(touch.interview_id, interviews, f"/touches/{n}/interview_id", "interviews")
        yield from _touch_misfits(touch, f"/touches/{n}", doc)
    for n, deferral in enumerate(doc.deferrals):
        yield from _dangling(deferral.contact_id, contacts, f"/deferrals/{n}/contact_id", "contacts")


def _status_misfits(doc: Facts) -> Iterator[FieldError]:
    changed_at = doc.application.status_changed_at
    where = "/application/status_changed_at"
    if changed_at is None and doc.application.status != Status.ACTIVE:
        yield FieldError(where, "required", "Say when the status changed; the advice counts from that moment.")
    if changed_at is not None and changed_at > doc.now:
        yield FieldError(where, "in_the_future", "This is after `now`; facts end at the present.")


def _touch_misfits(touch: TouchFacts, where: str, doc: Facts) -> Iterator[FieldError]:
    if touch.occurred_at > doc.now:
        yield FieldError(f"{where}/occurred_at", "in_the_future", "This is after `now`; facts end at the present.")
    if touch.kind != TouchKind.REPLY_RECEIVED:
        if touch.reply_expected_by is not None:
            yield FieldError(f"{where}/reply_expected_by", "not_a_reply", "Only a reply_received names a day.")
        if touch.needs_answer:
            yield FieldError(f"{where}/needs_answer", "not_a_reply", "Only a reply_received waits for an answer.")
    if touch.reached is not None and touch.kind != TouchKind.FOLLOW_UP_CALL:
        yield FieldError(f"{where}/reached", "not_a_call", "Only a follow_up_call reaches somebody or nobody.")
    if touch.carries and touch.kind in RECEIVED:
        yield FieldError(f"{where}/carries", "not_sent", "Only what was sent carries something along.")


def _repeated(what: str, ids: list[str]) -> Iterator[FieldError]:
    seen: set[str] = set()
    for n, key in enumerate(ids):
        if key in seen:
            yield FieldError(f"/{what}/{n}/id", "repeated_id", f"Give each of the {what} an id of its own.")
        seen.add(key)


def _dangling(key: str | None, known: set[str], where: str, what: str) -> Iterator[FieldError]:
    if key is not None and key not in known:
        yield FieldError(where, "unknown_id", f"Name one of the {what} in this document by its id.")
