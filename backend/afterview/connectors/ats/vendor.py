"""What every vendor's file offers: how a delivery is proved, what it says, and what its API adds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import httpx

from afterview.connectors.ats.event import VendorEvent


class NotAuthentic(Exception):
    """The delivery does not prove where it comes from, or is too old to be taken; the sentence says which."""


class Unreadable(Exception):
    """The delivery is proved but makes no sense; the sentence says what is wrong with it."""


class VendorTrouble(Exception):
    """The vendor's API did not answer as it should; the sentence says how, without a secret.

    `retry_at` is when it asks to be left alone until, or null.
    """

    def __init__(self, detail: str, retry_at: datetime | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.retry_at = retry_at


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came to a hook: header names in lower case, the body as it came."""

    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a delivery says: the id by which its repetitions are known (null: the hash of its body), and the events."""

    delivery_id: str | None
    events: Sequence[VendorEvent]


@dataclass(frozen=True, slots=True)
class Access:
    """How to call a vendor's API for one connection: whom, with which key, through which client, and the time."""

    base_url: str
    api_key: str
    client: httpx.Client
    now: datetime


class Vendor(Protocol):
    """One vendor. A vendor whose API is not verified offers no `complete` and no `pull`: see `has_api`."""

    api_base_url: str | None
    """Where the vendor's API is unless a connection says otherwise; null: it cannot be asked."""

    data_is_signed: bool
    """Whether the proof covers what a delivery says; if not, it is a hint, and the API must say the same first."""

    def handshake(self, delivery: Delivery) -> Mapping[str, str] | None:
        """The headers to answer with when this delivery only sets the hook up, secret or not; else null."""

    def is_test(self, delivery: Delivery) -> bool:
        """Whether this is a test that must be answered with 200 even before a secret is known here."""

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:
        """Prove the delivery over its raw bytes, in constant time, or raise `NotAuthentic`."""

    def read(self, delivery: Delivery) -> Reading:
        """What a proved delivery says; `Unreadable` when it makes no sense."""

    def complete(self, event: VendorEvent, access: Access) -> VendorEvent:
        """The same event with what the vendor's API knows besides; unchanged where there is nothing to ask.

        Raises `VendorTrouble`.
        """

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:
        """The interviews that the vendor has, changed since an instant where it can tell; `VendorTrouble`."""
