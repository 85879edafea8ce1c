"""`Idempotency-Key`: a creation that is repeated with the same key gives the first answer again.

@router.post("/applications", status_code=201, response_model=ApplicationOut)
def create_application(body: ApplicationNew, me: CurrentUser, once: Once, now: Now) -> Response:
    def create(session: Session) -> Response:
        application = applications.create(session, user_id=me.id, new=body.to_new(), now=now)
        return created(ApplicationOut.of(application), at=f"/api/v1/applications/{application.id}")

    return once(create)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import Header
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from afterview.services.idempotency import Answer, Attempt, KeptAnswers, answer_once

_KEPT_HEADERS: Final = ("content-type", "etag", "location")
_VISIBLE = re.compile(r"[\x20-\x7e]{1,255}")

Work = Callable[[Session], Response]
"""Creates something in the session it is given, and says so."""


def _check_key(key: str) -> str:
    if not _VISIBLE.fullmatch(key):
        raise PydanticCustomError("key_format", "Write a key of 1 to 255 visible ASCII characters, such as a UUID.")
    return key


IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="Repeat a request with the same key, and it is carried out only once (kept for 24 hours).",
    ),
    AfterValidator(lambda key: key if key is None else _check_key(key)),
]


@dataclass(frozen=True, slots=True)
class OnceOnly:
    """Runs a creation, or answers with what it answered the first time."""

    writing: Callable[[], Session]
    kept: KeptAnswers
    attempt: Attempt | None
    owner: Callable[[Session], UUID | None]
    now: datetime

    def __call__(self, work: Work) -> Response:
        """The answer to `work`; with a key, kept in the same transaction and marked when it is repeated."""
        with self.writing() as session:
            if self.attempt is None:
                return work(session)
            answer = answer_once(
                session,
                kept=self.kept,
                attempt=self.attempt,
                owner=self.owner,
                work=lambda inner: _to_keep(work(inner)),
                now=self.now,
            )
        headers = answer.headers | ({"Idempotent-Replayed": "true"} if answer.repeated else {})
        return Response(answer.body, answer.status, headers=headers)


async def attempt_of(request: Request, key: str | None) -> Attempt | None:
    """The request under its key; None without one. The body has been read by `StrictRoute`."""
    if key is None:
        return None
    asked = f"{request.method} {request.url.path}?{request.url.query}"
    return Attempt(key=key, request=asked, body=await request.body())


def _to_keep(response: Response) -> Answer:
    headers = {name: value for name, value in response.headers.items() if name in _KEPT_HEADERS}
    return Answer(response.status_code, headers, bytes(response.body))
