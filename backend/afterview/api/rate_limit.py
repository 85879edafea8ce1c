"""How often one caller may knock at the doors. Counts are kept per process, and only as long as a window lasts."""

from hashlib import sha256
from math import ceil
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from afterview import clock
from afterview.errors import TooMany

PER_ACCOUNT: Final = parse("10/5 minutes")
"""Attempts at one account from one address."""
PER_ADDRESS: Final = parse("120/5 minutes")
"""Calls from one address to any door: sign-in, registration, refresh."""

PER_CALENDAR: Final = parse("60/5 minutes")
"""Fetches of one calendar, from wherever."""
PER_FETCHER: Final = parse("3000/5 minutes")
"""Fetches of calendars from one address: services fetch the calendars of many people from a few."""

PER_HOOK: Final = parse("600/5 minutes")
"""Deliveries to one hook, from wherever."""


class RateLimits:
    """Counts calls at the doors; switched off, it lets everybody through."""

    def __init__(self, *, on: bool) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage()) if on else None

    def count(self, request: Request, *, account: str | None = None) -> None:
        """Count one call, and refuse it when there were too many (`TooMany`)."""
        address = _address_of(request)
        self._hit(PER_ADDRESS, address)
        if account is not None:
            self._hit(PER_ACCOUNT, address, sha256(account.strip().casefold().encode()).hexdigest())

    def count_fetch(self, request: Request, *, calendar: str) -> None:
        """Count one fetch of a public calendar, and refuse it when there were too many (`TooMany`)."""
        self._hit(PER_FETCHER, "calendars", _address_of(request))
        self._hit(PER_CALENDAR, "calendar", sha256(calendar.encode()).hexdigest())

    def count_unsubscribing(self, request: Request, *, token: str) -> None:
        """Count one use of a link in a letter, and refuse it when there were too many (`TooMany`).

        Mail services use the links of many people from a few addresses, as they do with calendars.
        """
        self._hit(PER_FETCHER, "unsubscribing", _address_of(request))
        self._hit(PER_CALENDAR, "letter", sha256(token.encode()).hexdigest())

    def count_delivery(self, request: Request, *, hook: str) -> None:
        """Count one delivery to a hook, and refuse it when there were too many (`TooMany`).

        A vendor delivers to the hooks of many people from a few addresses.
        """
        self._hit(PER_FETCHER, "hooks", _address_of(request))
        self._hit(PER_HOOK, "hook", hook)

    def _hit(self, limit: RateLimitItem, *who: str) -> None:
        if self._limiter is None or self._limiter.hit(limit, *who):
            return
        # the library counts by the computer's clock, so the wait is told by the same
        wait = self._limiter.get_window_stats(limit, *who).reset_time - clock.now().timestamp()
        raise TooMany("Too many attempts; wait a little, then try again.", retry_after=max(1, ceil(wait)))


def _address_of(request: Request) -> str:
    return request.client.host if request.client else "unknown"
