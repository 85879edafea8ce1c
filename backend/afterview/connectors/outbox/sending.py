"""One attempt at a delivery: what the receiver made of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

import httpx

from afterview.connectors.outside import Refused

SECONDS: Final = 15.0
"""How long an attempt may take, from looking up the name to the receiver's status."""

SLOWER, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)
"""How long a receiver is left alone that seems to have too much to do, and at most, if it says so itself."""

_TOO_MUCH: Final = frozenset({429, 502, 504})


class Answer(NamedTuple):
    """What came of an attempt: the receiver's status (null: none came), and in words what was wrong (null: nothing).

    `pause` is how long the receiver wants to be left alone.
    """

    status: int | None
    error: str | None
    pause: timedelta | None = None


def send(client: httpx.Client, url: str, body: bytes, headers: Mapping[str, str], *, now: datetime) -> Answer:
    """Send a message, and look at the status alone; nothing that the receiver may do raises."""
    said = {"content-type": "application/json", "user-agent": "Afterview", **headers}
    try:
        with client.stream("POST", url, content=body, headers=said) as response:
            return _judge(response, now)
    except Refused:
        return Answer(None, "The address is not public.")
    except httpx.TimeoutException:
        return Answer(None, "No answer came in time.", SLOWER)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Answer(None, f"The receiver cannot be reached ({type(error).__name__}).")


def _judge(response: httpx.Response, now: datetime) -> Answer:
    status = response.status_code
    if response.is_success:
        return Answer(status, None)
    if response.is_redirect:
        return Answer(status, "The receiver answered with a redirect, which is not followed.")
    pause = _pause(response.headers.get("retry-after", ""), now) or (SLOWER if status in _TOO_MUCH else None)
    return Answer(status, f"The receiver answered {status}.", pause)


def _pause(said: str, now: datetime) -> timedelta | None:
    """What a Retry-After asks for, in seconds or until a date; no more than a day."""
    try:
        pause = timedelta(seconds=int(said)) if said.isdecimal() else parsedate_to_datetime(said) - now
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(pause, timedelta()), LONGEST_PAUSE)
