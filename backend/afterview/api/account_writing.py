"""The document of an account as JSON: what is kept, as it is kept, without checking it again."""

from collections.abc import Mapping

from pydantic_core import to_json

from afterview.api.schemas.account_documents import FORMAT, VERSION
from afterview.api.schemas.accounts import Digest
from afterview.api.schemas.preferences import Preferences, WorkingHours
from afterview.services.account_document import (
    AccountDocument,
    KeptApplication,
    KeptContact,
    KeptDeferral,
    KeptInterview,
    KeptTemplate,
    KeptTouch,
)
from afterview.services.accounts import Profile

Json = Mapping[str, object]


def write_account(document: AccountDocument, *, email: str) -> bytes:
    """The document; the same account is always the same bytes."""
    written = {
        "format": FORMAT,
        "version": VERSION,
        "profile": _profile(document.profile, email) if document.profile else None,
        "applications": [_application(one) for one in document.applications],
        "templates": [_template(one) for one in document.templates],
    }
    return to_json(written)


def _profile(profile: Profile, email: str) -> Json:
    return {
        "email": email,
        "name": profile.name,
        "timezone": profile.timezone,
        "signature": profile.signature,
        "holiday_region": profile.holiday_region,
        "working_hours": WorkingHours(**(profile.working_hours or {})),
        "preferences": Preferences(**profile.preferences),
        "policy": profile.policy,
        "digest": Digest(**(profile.digest or {})),
    }


def _application(it: KeptApplication) -> Json:
    fields = it.fields._asdict()
    name, email = fields.pop("candidate_name"), fields.pop("candidate_email")
    return {
        "id": it.id,
        **fields,
        "candidate": None if name is None else {"name": name, "email": email},
        **it.times._asdict(),
        "contacts": [_contact(one) for one in it.contacts],
        "interviews": [_interview(one) for one in it.interviews],
        "touches": [_touch(one) for one in it.touches],
        "deferrals": [_deferral(one) for one in it.deferrals],
    }


def _contact(it: KeptContact) -> Json:
    return {"id": it.id, **it.fields._asdict(), **it.times._asdict()}


def _interview(it: KeptInterview) -> Json:
    return {"id": it.id, **it.fields._asdict(), **it.version._asdict(), **it.times._asdict()}


def _touch(it: KeptTouch) -> Json:
    return {"id": it.id, **it.touch._asdict(), "message_ids": it.message_ids, "created_at": it.created_at}


def _deferral(it: KeptDeferral) -> Json:
    return {"id": it.id, **it.deferral._asdict(), "created_at": it.created_at}


def _template(it: KeptTemplate) -> Json:
    return {"id": it.id, **it.fields._asdict(), **it.times._asdict()}
