"""What endpoints need from their surroundings, put together once by `main.create_app`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from anyio import CapacityLimiter
from sqlmodel import Session
from starlette.requests import Request

from afterview.api.auth import AccessTokens
from afterview.api.rate_limit import RateLimits
from afterview.services.idempotency import KeptAnswers
from afterview.services.integrations import Vendors
from afterview.services.passwords import Passwords
from afterview.services.sealing import Seal
from afterview.services.templates import TemplateTrial
from afterview.services.unsubscribing import StopLinks
from afterview.services.webhooks import AddressPolicy
from afterview.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """The wired things of one application; none of them remembers a request, but for the counts of `rate_limits`."""

    settings: Settings
    clock: Callable[[], datetime]
    reading: Callable[[], Session]
    writing: Callable[[], Session]
    passwords: Passwords
    hashing: CapacityLimiter
    access_tokens: AccessTokens
    rate_limits: RateLimits
    kept_answers: KeptAnswers
    template_trial: TemplateTrial
    seal: Seal
    webhook_addresses: AddressPolicy
    vendors: Vendors
    stop_links: StopLinks
    cursor_key: bytes


def parts_of(request: Request) -> Parts:
    """The parts of the application that answers this request."""
    return cast(Parts, request.app.state.parts)
