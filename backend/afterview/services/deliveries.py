"""How a worker makes deliveries: attempt after attempt, until the receiver takes the message or the time is up."""

from collections.abc import Callable
from datetime import datetime, timedelta
from secrets import SystemRandom
from typing import Any, Final, NamedTuple
from uuid import UUID

import httpx
from sqlmodel import Session

from afterview.connectors.outbox.sending import Answer, send
from afterview.connectors.outbox.signatures import signed_headers
from afterview.services.events import EventType
from afterview.services.interviews import Conversation
from afterview.services.jobs import Chance, Ending, Kind, Open
from afterview.services.sealing import Seal, SealBroken
from afterview.store import webhooks
from afterview.store.jobs import TakenJob
from afterview.store.tables import (
    Application,
    DeliveryStatus,
    Interview,
    SwitchedOff,
    Touch,
    Webhook,
    WebhookDelivery,
)

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
DELAYS: Final = (5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR)
"""After each attempt that failed, how long until the next; after the last one there is none."""

PATIENCE: Final = timedelta(days=5)
"""How long a receiver may fail before it is switched off."""

GONE: Final = 410

IS_OFF: Final = "The webhook was switched off before this could be delivered."
UNSIGNED: Final = "The secret key of this installation has changed; rotate the webhook's secret, and try again."
OUR_MISTAKE: Final = "This could not be delivered because of a mistake here; try again."

_RANDOM: Final = SystemRandom()


class DueAction(NamedTuple):
    """An application, and the Recommendation for it as a document."""

    application: Application
    recommendation: dict[str, Any]


class Ping(NamedTuple):
    """Nothing has happened; somebody tries a webhook."""

    webhook_id: str


class Message(NamedTuple):
    """What a receiver is told: that something happened, when, and to what, as it was then."""

    event: EventType
    happened_at: datetime
    about: Application | Conversation | Touch | DueAction | Ping


WriteMessage = Callable[[Message], bytes]
"""The body of a delivery: the message as the API represents it."""


class Courier:
    """Makes deliveries, one attempt at a time."""

    def __init__(
        self, reading: Open, client: httpx.Client, seal: Seal, write: WriteMessage, chance: Chance = _RANDOM.random
    ) -> None:
        """`chance` (0 to 1) spreads the attempts of many who failed together."""
        self._reading = reading
        self._client = client
        self._seal = seal
        self._write = write
        self._chance = chance
        self.kind = Kind(self.deliver, give_up)

    def deliver(self, job: TakenJob, now: datetime) -> Ending:
        """Make one attempt, if it is the time for one, and say what to write down about it."""
        with self._reading() as session:
            found = webhooks.get_delivery(session, job.user_id, _delivery_id(job))
        if found is None or found[1].status is not DeliveryStatus.PENDING:
            return Ending()
        webhook, delivery = found
        if not webhook.active:
            return Ending(_recorded(job, lambda _, delivery: _end(delivery, IS_OFF)))
        if webhook.quiet_until is not None and webhook.quiet_until > now:
            return _wait(job, webhook.quiet_until)
        try:
            answer = self._attempt(webhook, delivery, now)
        except SealBroken:
            return Ending(_recorded(job, lambda _, delivery: _end(delivery, UNSIGNED)))
        return self._judge(job, webhook, answer, now)

    def _attempt(self, webhook: Webhook, delivery: WebhookDelivery, now: datetime) -> Answer:
        secrets = [self._seal.open(webhook.secret).decode()]
        if webhook.previous_secret is not None and (webhook.previous_secret_until or now) > now:
            secrets.append(self._seal.open(webhook.previous_secret).decode())
        body = self._write(_message(delivery))
        headers = signed_headers(delivery.event_id, body, sent_at=now, by=secrets)
        return send(self._client, webhook.url, body, headers, now=now)

    def _judge(self, job: TakenJob, webhook: Webhook, answer: Answer, now: datetime) -> Ending:
        off = _switches_off(webhook, answer, now)
        again_at = None if off or answer.error is None else self._again_at(job.attempts, answer, now)

        def write(webhook: Webhook, delivery: WebhookDelivery) -> None:
            _note_attempt(delivery, answer, now)
            if answer.error is None:
                _arrived(webhook, delivery, now)
                return
            webhook.failing_since = webhook.failing_since or now
            webhook.quiet_until = now + answer.pause if answer.pause else webhook.quiet_until
            if off is not None:
                webhook.active, webhook.switched_off, webhook.updated_at = False, off, now
            if again_at is None:
                _end(delivery, answer.error)
            delivery.next_attempt_at = again_at

        return Ending(_recorded(job, write), again_at=again_at, error=answer.error)

    def _again_at(self, attempts: int, answer: Answer, now: datetime) -> datetime | None:
        if attempts > len(DELAYS):
            return None
        delay = DELAYS[attempts - 1] * (1 + self._chance() / 10)
        return now + max(delay, answer.pause or delay)


def give_up(session: Session, job: TakenJob) -> None:
    """Let a delivery fail that never got as far as an attempt."""
    _recorded(job, lambda _, delivery: _end(delivery, OUR_MISTAKE))(session)


def _delivery_id(job: TakenJob) -> UUID:
    return UUID(job.payload["delivery_id"])


def _recorded(job: TakenJob, change: Callable[[Webhook, WebhookDelivery], None]) -> Callable[[Session], None]:
    """A change to a delivery and its webhook, to be written with the end of the job, if both still exist."""

    def write(session: Session) -> None:
        found = webhooks.get_delivery(session, job.user_id, _delivery_id(job), lock=True)
        if found is not None:
            change(*found)
            session.flush()

    return write


def _wait(job: TakenJob, until: datetime) -> Ending:
    def postpone(_: Webhook, delivery: WebhookDelivery) -> None:
        delivery.next_attempt_at = until

    return Ending(_recorded(job, postpone), again_at=until, counts=False)


def _switches_off(webhook: Webhook, answer: Answer, now: datetime) -> SwitchedOff | None:
    if answer.status == GONE:
        return SwitchedOff.GONE
    failing = answer.error is not None and webhook.failing_since is not None
    return SwitchedOff.FAILING if failing and now - (webhook.failing_since or now) >= PATIENCE else None


def _note_attempt(delivery: WebhookDelivery, answer: Answer, now: datetime) -> None:
    delivery.attempts += 1
    delivery.last_attempt_at, delivery.response_status, delivery.error = now, answer.status, answer.error


def _arrived(webhook: Webhook, delivery: WebhookDelivery, now: datetime) -> None:
    delivery.status, delivery.delivered_at, delivery.next_attempt_at = DeliveryStatus.DELIVERED, now, None
    webhook.failing_since = webhook.quiet_until = None


def _end(delivery: WebhookDelivery, error: str) -> None:
    delivery.status, delivery.error, delivery.next_attempt_at = DeliveryStatus.FAILED, error, None


def _message(delivery: WebhookDelivery) -> Message:
    return Message(delivery.event, delivery.created_at, _about(delivery.event, delivery.snapshot))


def _about(event: EventType, told: dict[str, Any]) -> Application | Conversation | Touch | DueAction | Ping:
    match event:
        case EventType.ACTION_DUE:
            return DueAction(Application.model_validate(told["row"]), told["recommendation"])
        case EventType.APPLICATION_UPDATED:
            return Application.model_validate(told["row"])
        case EventType.INTERVIEW_CREATED | EventType.INTERVIEW_UPDATED:
            return Conversation(Interview.model_validate(told["row"]), list(map(UUID, told["interviewer_ids"])))
        case EventType.TOUCH_CREATED:
            return Touch.model_validate(told["row"])
        case EventType.PING:
            return Ping(told["webhook_id"])
