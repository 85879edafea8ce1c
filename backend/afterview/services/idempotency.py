"""Requests that may be repeated: the first answer is written in the same transaction as what it tells of.

So nothing is ever half done: when the transaction fails or the process dies, neither the record nor its key exists,
and the next try begins afresh. Of two at once the database lets one through; the other waits, and gets its answer.
"""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from afterview.errors import Conflict, FieldError, Invalid
from afterview.services.sealing import Seal
from afterview.store import idempotency_records
from afterview.store.tables import IdempotencyRecord

KEPT_FOR: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it went out: status, the headers worth repeating, the bytes of the body."""

    status: int
    headers: dict[str, str]
    body: bytes
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """A request under an idempotency key; `body` is what tells it from another request under the same key."""

    key: str
    request: str
    body: bytes


class KeptAnswers:
    """Keeps answers, encrypted, and gives them again to whoever repeats the request."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._seal = Seal(key)

    def find(self, session: Session, user_id: UUID, attempt: Attempt, now: datetime) -> Answer | None:
        """The answer kept for this attempt; another request under the same key is `Invalid`."""
        idempotency_records.forget_older(session, user_id, now - KEPT_FOR)
        record = idempotency_records.find(session, user_id, attempt.key)
        if record is None:
            return None
        if record.request != attempt.request or record.request_hash != self._fingerprint(attempt):
            raise Invalid(
                FieldError(
                    "/Idempotency-Key", "key_used_before", "This key was used for another request; take a new one."
                )
            )
        return Answer(record.status, record.headers, self._seal.open(record.body), repeated=True)

    def keep(self, session: Session, user_id: UUID, attempt: Attempt, answer: Answer, now: datetime) -> None:
        """Add the answer to the transaction; `IntegrityError` when another request was faster."""
        session.add(
            IdempotencyRecord(
                user_id=user_id,
                key=attempt.key,
                request=attempt.request,
                request_hash=self._fingerprint(attempt),
                status=answer.status,
                headers=answer.headers,
                body=self._seal.shut(answer.body),
                created_at=now,
            )
        )
        session.flush()

    def _fingerprint(self, attempt: Attempt) -> str:
        try:
            body = json.dumps(json.loads(attempt.body), sort_keys=True).encode()
        except ValueError:
            body = attempt.body
        return hmac.digest(self._key, body, "sha256").hex()


def answer_once(
    session: Session,
    *,
    kept: KeptAnswers,
    attempt: Attempt,
    owner: Callable[[Session], UUID | None],
    work: Callable[[Session], Answer],
    now: datetime,
) -> Answer:
    """Do the work and keep its answer, or give the answer kept before; `session` is committed here.

    `work` gets a session of its own inside the same transaction, and may commit it as services do. `owner` finds whose
    key it is, which is None only before a registration.
    """

    def find() -> Answer | None:
        user_id = owner(session)
        return None if user_id is None else kept.find(session, user_id, attempt, now)

    answer = find()
    if answer is None:
        inner = Session(session.connection(), join_transaction_mode="create_savepoint", expire_on_commit=False)
        with inner:
            answer = work(inner)
        user_id = owner(session)
        try:
            if user_id is not None:
                kept.keep(session, user_id, attempt, answer, now)
        except IntegrityError:
            session.rollback()
            answer = find()
    session.commit()
    if answer is None:
        raise Conflict("Another request with this key was answered at the same time; try again.")
    return answer
