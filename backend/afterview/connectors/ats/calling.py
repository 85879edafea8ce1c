"""Calls to a vendor's API: one at a time, bounded in size and number, never away from the address that was named.

Nothing is tried again here: whoever calls has a job that comes back later, when the vendor wishes it to.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple
from urllib.parse import quote

import httpx

from afterview.connectors.ats.payload import Fields, read_object
from afterview.connectors.ats.vendor import Access, Unreadable, VendorTrouble

MOST_BYTES: Final = 8 * 1024 * 1024
"""How much of one answer is read."""

MOST_PAGES: Final = 100
"""How many pages of one list are read."""

LONGEST_PAUSE: Final = timedelta(days=1)
"""How long a vendor is left alone at most, whatever it asks for."""

_PLAIN_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,200}")
_NEXT: Final = re.compile(r'<([^<>]{1,4000})>\s*;[^,<>]{0,200}\brel="?next\b')
_KEY_REFUSED, _NOT_FOUND, _TOO_MANY = frozenset({401, 403}), frozenset({404, 410}), 429


class NotThere(VendorTrouble):
    """The vendor's API knows no such thing."""


class Answer(NamedTuple):
    """What an API answered (a bare list under `items`), and where a `Link` header says that the next page is."""

    fields: Fields
    next_url: str | None


class Api:
    """A vendor's API for one connection; `vendor` is how it is called in sentences, `headers` hold the key."""

    def __init__(self, vendor: str, access: Access, headers: Mapping[str, str]) -> None:
        self._vendor = vendor
        self._access = access
        self._base = access.base_url.rstrip("/")
        self._headers = {
            "accept": "application/json", "accept-encoding": "identity", "user-agent": "Afterview", **headers
        }  # fmt: skip

    def get(self, *path: str, params: Mapping[str, str] | None = None) -> Answer:
        """What stands under a path of names and ids; `NotThere` for an id that cannot be one."""
        return self._send("GET", self._url(path), params=params)

    def follow(self, url: str) -> Answer:
        """What stands at an address that the vendor named, which must be its own."""
        here, there = _place(self._base), _place(url)
        if here is None or here != there:
            raise VendorTrouble(f"{self._vendor} points to another address than its own, which is not followed.")
        return self._send("GET", url)

    def post(self, *path: str, body: Mapping[str, object]) -> Answer:
        """What the vendor answers to a question in JSON."""
        return self._send("POST", self._url(path), content=json.dumps(body).encode())

    def _url(self, path: Sequence[str]) -> str:
        if not all(map(_is_plain, path)):
            raise NotThere(f"{self._vendor} has nothing with such an id.")
        return "/".join([self._base, *(quote(name, safe="") for name in path)])

    def _send(
        self, method: str, url: str, params: Mapping[str, str] | None = None, content: bytes | None = None
    ) -> Answer:
        headers = self._headers if content is None else {**self._headers, "content-type": "application/json"}
        try:
            with self._access.client.stream(method, url, params=params, content=content, headers=headers) as answer:
                self._check(answer)
                return Answer(_read(self._whole(answer)), _next(answer.headers.get("link", "")))
        except httpx.TimeoutException:
            raise VendorTrouble(f"{self._vendor} did not answer in time.") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise VendorTrouble(f"{self._vendor} cannot be reached ({type(error).__name__}).") from None
        except Unreadable:
            raise VendorTrouble(f"What {self._vendor} answered makes no sense.") from None

    def _check(self, answer: httpx.Response) -> None:
        status = answer.status_code
        if answer.is_success:
            return
        if status in _KEY_REFUSED:
            raise VendorTrouble(f"{self._vendor} does not take the API key; store one that may read interviews.")
        if status in _NOT_FOUND:
            raise NotThere(f"{self._vendor} has no such thing at this address.")
        if status == _TOO_MANY:
            retry_at = _retry_at(answer.headers.get("retry-after", ""), self._access.now)
            raise VendorTrouble(f"{self._vendor} asks for fewer questions at a time.", retry_at)
        raise VendorTrouble(f"{self._vendor} answered {status}.")

    def _whole(self, answer: httpx.Response) -> bytes:
        body = bytearray()
        if answer.headers.get("content-encoding", "identity").strip().lower() != "identity":
            raise VendorTrouble(f"{self._vendor} answers in an encoding that was not asked for.")
        for chunk in answer.iter_raw():
            body += chunk
            if len(body) > MOST_BYTES:
                raise VendorTrouble(f"{self._vendor} answers with more than is read here.")
        return bytes(body)


def too_many_pages(vendor: str) -> VendorTrouble:
    """That a list has more pages than are read: what was read before is good."""
    return VendorTrouble(f"{vendor} has more than is read at once; only the first {MOST_PAGES} pages were.")


def basic(key: str) -> dict[str, str]:
    """The header for vendors that take the key as the name of a user without a password."""
    return {"authorization": "Basic " + b64encode(f"{key}:".encode(errors="replace")).decode()}


def bearer(key: str) -> dict[str, str]:
    """The header for vendors that take the key as a token."""
    return {"authorization": "Bearer " + key.encode("ascii", errors="replace").decode()}


def _read(body: bytes) -> Fields:
    return read_object(b'{"items":%b}' % body if body.lstrip()[:1] == b"[" else body)


def _is_plain(name: str) -> bool:
    """Whether this can be a step of a path and cannot lead anywhere else; vendors' calls have a dot inside."""
    return _PLAIN_ID.fullmatch(name.replace(".", "", 1) if name.strip(".") == name else name) is not None


def _place(url: str) -> tuple[str, str, int | None] | None:
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        return None
    return None if parsed.userinfo else (parsed.scheme, parsed.host, parsed.port)


def _next(link: str) -> str | None:
    found = _NEXT.search(link)
    return found and found[1]


def _retry_at(said: str, now: datetime) -> datetime:
    """When a Retry-After lets us come back; in a minute where it does not say."""
    try:
        pause = timedelta(seconds=int(said)) if said.isdecimal() else parsedate_to_datetime(said) - now
    except (ValueError, TypeError, OverflowError):
        pause = timedelta(minutes=1)
    return now + min(max(pause, timedelta()), LONGEST_PAUSE)
