"""An account taken in from a document, all or nothing."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.template_trial import TemplateTrial
from afterview.errors import FieldError, Invalid
from afterview.services.account_checks import contradictions, within
from afterview.services.account_document import AccountDocument
from afterview.services.account_taking import Taken, Taking
from afterview.services.accounts import get_user, profile_of, replace_profile
from afterview.services.reviewed import commit_reviewed
from afterview.services.templates import try_out
from afterview.store import applications
from afterview.store.tables import User

_MOST_ERRORS: Final = 50


def check_document(document: AccountDocument, *, trial: TemplateTrial, now: datetime) -> None:
    """Refuse a document that contradicts itself, or that has a template which cannot be filled in (`Invalid`).

    It may take a while, and needs no database.
    """
    _refuse(contradictions(document, now))
    for n, template in enumerate(document.templates):
        try:
            try_out(trial, template.fields)
        except Invalid as error:
            raise Invalid(*within(f"/templates/{n}", error.errors)) from None


def take_in(session: Session, *, user_id: UUID, document: AccountDocument, dry_run: bool, now: datetime) -> Taken:
    """Keep everything in a document that has been checked; a dry run does the same and takes it back.

    A record that is here already stays as it is, unless the document has a later version of it.
    """
    user = get_user(session, user_id=user_id, lock=True)
    here = applications.all_ids(session, user_id)
    advice_changed = _take_profile(user, document, now)
    taking = Taking(session, user, document)
    taking.take()
    _refuse(taking.errors)
    taking.taken.profile_changed = user.updated_at == now
    if dry_run:
        session.rollback()
    else:
        touched = taking.touched.union(here) if advice_changed else taking.touched
        commit_reviewed(session, user_id=user_id, application_ids=sorted(touched), now=now)
    return taking.taken


def _take_profile(user: User, document: AccountDocument, now: datetime) -> bool:
    """Take the profile over if it says something else; whether the advice rests on what changed."""
    if document.profile is None or document.profile == profile_of(user):
        return False
    try:
        return replace_profile(user, profile=document.profile, now=now)
    except Invalid as error:
        raise Invalid(*within("/profile", error.errors)) from None


def _refuse(errors: Iterable[FieldError]) -> None:
    found = list(islice(errors, _MOST_ERRORS))
    if found:
        raise Invalid(*found)
