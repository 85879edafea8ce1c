"""How a worker makes and sends the daily letter of one user: from what is true when it is sent, and at most once a day.

When a worker dies between the mail server's yes and the note of it, the letter goes out again; both carry the same
Message-ID, by which mail programs tell.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from sqlmodel import Session

from afterview.connectors.digest_letter import DigestLetter, write_letter
from afterview.connectors.mail_out import Handover, hand_over
from afterview.messages.eml import deliverable
from afterview.services.digest_steps import Digest, worth_mentioning
from afterview.services.digest_times import wants_digest
from afterview.services.due_digests import LATEST
from afterview.services.jobs import Ending, Kind, Open
from afterview.services.unsubscribing import StopLinks, stop_letters
from afterview.settings import Outbox
from afterview.store import digests, users
from afterview.store.jobs import TakenJob
from afterview.store.tables import User

DELAYS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
"""After each attempt that failed, how long until the next; the last one holds for all that follow."""

MOST_REFUSALS: Final = 3
"""So many letters in a row that are refused because there is no such address end them."""


class Postman:
    """Writes letters and hands them to the mail server."""

    def __init__(self, reading: Open, outbox: Outbox, stop_links: StopLinks, public_url: str) -> None:
        """`public_url` is where the pages are that letters link to."""
        self._reading = reading
        self._outbox = outbox
        self._stop_links = stop_links
        self._public_url = public_url
        self.kind = Kind(self.deliver)

    def deliver(self, job: TakenJob, now: datetime) -> Ending:
        """Send the letter if it is still wanted, in time, and has something to say."""
        due_at = datetime.fromisoformat(job.payload["due_at"])
        with self._reading() as session:
            user = users.get(session, job.user_id)
            if user is None or not wants_digest(user) or now >= due_at + LATEST:
                return Ending()
            digest = worth_mentioning(session, user_id=user.id, public_url=self._public_url, now=now)
        if not digest.mentions:
            return Ending()
        letter = self._letter(user, date.fromisoformat(job.payload["day"]), digest)
        message = write_letter(letter, sender=self._outbox.sender, at=now)
        return _judge(job, digest, hand_over(self._outbox, message, to=letter.to), due_at, now)

    def _letter(self, user: User, day: date, digest: Digest) -> DigestLetter:
        return DigestLetter(
            user_id=user.id,
            to=deliverable(user.email),
            name=user.name,
            day=day,
            steps=[mention.step for mention in digest.mentions],
            has_more=digest.has_more,
            today_url=f"{self._public_url}/",
            stop_url=self._stop_links.url_for(user.id),
        )


def _judge(job: TakenJob, digest: Digest, came_of_it: Handover, due_at: datetime, now: datetime) -> Ending:
    if came_of_it.error is None:
        return Ending(_delivered(job, digest))
    if came_of_it.no_such_address:
        return Ending(_refused(job, now), error=came_of_it.error)
    again_at = now + DELAYS[min(job.attempts, len(DELAYS)) - 1]
    if not came_of_it.again or again_at >= due_at + LATEST:
        return Ending(error=came_of_it.error)
    return Ending(again_at=again_at, error=came_of_it.error)


def _delivered(job: TakenJob, digest: Digest) -> Callable[[Session], None]:
    def write(session: Session) -> None:
        user = users.get(session, job.user_id, lock=True)
        if user is not None:
            user.digest_refusals = 0
            mentioned = {mention.application_id: mention.action for mention in digest.mentions}
            digests.note_mentions(session, job.user_id, mentioned)

    return write


def _refused(job: TakenJob, now: datetime) -> Callable[[Session], None]:
    def write(session: Session) -> None:
        user = users.get(session, job.user_id, lock=True)
        if user is not None:
            user.digest_refusals += 1
            if user.digest_refusals >= MOST_REFUSALS:
                stop_letters(user, now=now)

    return write
