"""Accounts: made, read, changed, and erased with everything in them."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from afterview.connectors.holiday_regions import is_known_region
from afterview.errors import Conflict, FieldError, Invalid, Unauthenticated, pointer_to
from afterview.policy.parameters import UnfitParameter, parameters
from afterview.services.digest_times import schedule
from afterview.services.reviewed import commit_reviewed
from afterview.store import applications, users
from afterview.store.tables import User


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What a new account begins with; the password is hashed already."""

    email: str
    password_hash: str
    name: str
    timezone: str
    holiday_region: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a user may change about themselves; the mappings hold only what differs from the defaults."""

    name: str
    timezone: str
    signature: str | None
    holiday_region: str | None
    working_hours: dict[str, str] | None
    preferences: dict[str, Any]
    policy: dict[str, Any]
    digest: dict[str, Any] | None


def find_id(session: Session, *, email: str) -> UUID | None:
    """The user with this address, if there is one."""
    user = users.find_by_email(session, email)
    return user.id if user else None


def require_user(session: Session, *, user_id: UUID) -> None:
    """Refuse a token that outlived its user (`Unauthenticated`)."""
    if not users.exists(session, user_id):
        raise Unauthenticated("The account of this token has been deleted.")


def get_user(session: Session, *, user_id: UUID, lock: bool = False) -> User:
    """The user; `lock` keeps other writers out until the transaction ends."""
    user = users.get(session, user_id, lock=lock)
    if user is None:
        raise Unauthenticated("The account of this token has been deleted.")
    return user


def register(session: Session, *, new: NewAccount, now: datetime) -> User:
    """A new account; an address that has one already, in whatever case, is a `Conflict`."""
    user = User(
        email=new.email.lower(),
        password_hash=new.password_hash,
        name=new.name,
        timezone=new.timezone,
        holiday_region=new.holiday_region,
        created_at=now,
        updated_at=now,
    )
    session.add(user)
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        raise Conflict("There is an account with this e-mail address already; sign in instead.") from None
    return user


def change_profile(session: Session, user: User, *, profile: Profile, now: datetime) -> User:
    """Replace what a user may change; an unknown region or an unfit policy parameter is `Invalid`.

    What the advice rests on makes every application be reviewed again.
    """
    touched = applications.all_ids(session, user.id) if replace_profile(user, profile=profile, now=now) else []
    commit_reviewed(session, user_id=user.id, application_ids=touched, now=now)
    return user


def replace_profile(user: User, *, profile: Profile, now: datetime) -> bool:
    """The same, not written yet, a part of a larger change; whether it changes anything that the advice rests on."""
    if profile.holiday_region is not None and not is_known_region(profile.holiday_region):
        raise Invalid(
            FieldError("/holiday_region", "unknown_region", "Name a country or a part of one, such as US or US-NY.")
        )
    try:
        parameters(profile.policy)
    except UnfitParameter as error:
        raise Invalid(FieldError(pointer_to(("policy", error.name)), "unfit_parameter", error.detail)) from None
    advice_rests_on, letters_rest_on = _advice_rests_on(user), (user.digest, user.timezone)
    user.name = profile.name
    user.timezone = profile.timezone
    user.signature = profile.signature
    user.holiday_region = profile.holiday_region
    user.working_hours = profile.working_hours
    user.preferences = profile.preferences
    user.policy = profile.policy
    user.digest = profile.digest
    user.updated_at = now
    if (user.digest, user.timezone) != letters_rest_on:
        schedule(user, now=now)
    return _advice_rests_on(user) != advice_rests_on


def profile_of(user: User) -> Profile:
    """What a user may change about themselves, as it is."""
    return Profile(**{field.name: getattr(user, field.name) for field in fields(Profile)})


def _advice_rests_on(user: User) -> tuple[object, ...]:
    return user.holiday_region, user.working_hours, user.preferences, user.policy


def erase(session: Session, user: User) -> None:
    """Delete a user, and with them everything they own, once nobody is changing any of it."""
    applications.all_ids(session, user.id)
    session.delete(user)
    session.commit()
