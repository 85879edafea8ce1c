"""Calendar subscriptions: made, listed and revoked; their secret address is shown once and kept as a hash."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_entries import Entry, Version
from afterview.connectors.feed_calendar import write_feed
from afterview.errors import NotFound
from afterview.services.accounts import get_user
from afterview.services.feed_entries import feed_entries
from afterview.services.reviewed import write
from afterview.store import calendar_feeds, calendar_versions
from afterview.store.paging import Position, Slice
from afterview.store.tables import CalendarFeed, CalendarVersion

_SHOWN: Final = 6


class Look(NamedTuple):
    """What a subscription shows at one moment, each entry in the version that was shown last.

    Entries that are new, or not as they were shown last, have none yet.
    """

    user_id: UUID
    entries: list[Entry]
    versions: dict[str, Version]

    @property
    def is_news(self) -> bool:
        """Whether something is there that has not been shown so before."""
        return len(self.versions) < len(self.entries)

    def file(self) -> bytes:
        """The calendar file."""
        return write_feed((entry, self.versions[entry.uid]) for entry in self.entries)


def list_feeds(
    session: Session, *, user_id: UUID, limit: int, after: Position | None
) -> tuple[list[CalendarFeed], Position | None]:
    """A page of subscriptions in the order in which they were made, and where it ends."""
    return calendar_feeds.list_page(session, user_id, Slice(limit, after))


def create_feed(session: Session, *, user_id: UUID, name: str, now: datetime) -> tuple[CalendarFeed, str]:
    """A new subscription and the secret of its address, which nobody can read again."""
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed(user_id=user_id, name=name, prefix=token[:_SHOWN], token_hash=_hash(token), created_at=now)
    session.add(feed)
    session.commit()
    return feed, token


def get_feed(session: Session, *, user_id: UUID, feed_id: UUID) -> CalendarFeed:
    """One of the user's subscriptions, held against other writers until the transaction ends."""
    feed = calendar_feeds.get(session, user_id, feed_id, lock=True)
    if feed is None:
        raise NotFound("There is no calendar subscription with this id.")
    return feed


def delete_feed(session: Session, feed: CalendarFeed) -> None:
    """Revoke a subscription at once: its address leads nowhere from now on."""
    session.delete(feed)
    session.commit()


def look(session: Session, *, token: str, public_url: str, now: datetime) -> Look:
    """What the subscription with this secret shows; an unknown or revoked one is `NotFound`."""
    feed = calendar_feeds.find_by_hash(session, _hash(token))
    if feed is None:
        raise NotFound("There is no calendar at this address; the subscription may have been revoked.")
    entries = feed_entries(session, user_id=feed.user_id, public_url=public_url, now=now)
    known = calendar_versions.of_uids(session, feed.user_id, [entry.uid for entry in entries])
    return Look(feed.user_id, entries, _as_shown(entries, known.values()))


def note_news(session: Session, *, seen: Look, now: datetime) -> Look:
    """The same with a version for every entry: one that changed gets the next, so that calendars take it over.

    Two at once agree on the version, because each waits for the other to let go of the account.
    """
    user_id = get_user(session, user_id=seen.user_id, lock=True).id
    known = calendar_versions.of_uids(session, user_id, [entry.uid for entry in seen.entries])
    for entry in seen.entries:
        row = known.get(entry.uid)
        if row is None:
            row = CalendarVersion(
                user_id=user_id, application_id=entry.application_id, uid=entry.uid,
                digest=entry.digest, sequence=0, changed_at=now,
            )  # fmt: skip
            session.add(row)
            known[entry.uid] = row
        elif row.digest != entry.digest:
            row.digest, row.sequence, row.changed_at = entry.digest, row.sequence + 1, now
    write(session)
    session.commit()
    return seen._replace(versions=_as_shown(seen.entries, known.values()))


def _as_shown(entries: Iterable[Entry], rows: Iterable[CalendarVersion]) -> dict[str, Version]:
    """The versions of those entries that are as they were shown last."""
    shown = {(row.uid, row.digest): Version(row.sequence, row.changed_at) for row in rows}
    return {entry.uid: shown[entry.uid, entry.digest] for entry in entries if (entry.uid, entry.digest) in shown}


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
