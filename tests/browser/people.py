"""People who use the pages in tests: how they come in, and what they have told Afterview so far."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

PASSWORD = "lantern quay oxbow"
INVITATION = Path(__file__).parent / "invitation.ics"

_numbers = count(1)

# What the pages keep of a sign-in: changed by what is given, left alone when nothing is, forgotten by null.
_KEPT = """change => new Promise((done, failed) => {
  const opening = indexedDB.open('afterview');
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const sessions = opening.result.transaction('kept', 'readwrite').objectStore('kept');
    const reading = sessions.get('session');
    reading.onsuccess = () => {
      if (change === null) sessions.delete('session');
      else if (change) sessions.put({ ...reading.result, ...change }, 'session');
    };
    sessions.transaction.oncomplete = () => { opening.result.close(); done(reading.result ?? null); };
  };
})"""


@dataclass(frozen=True)
class Visitor:
    """Somebody with an account, who speaks to the API in tests what they would have typed into the pages."""

    page: Page
    email: str
    token: str

    def send(self, method: str, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        """Call the API; the answer's body."""
        answer = self.page.request.fetch(
            f"/api/v1{path}", method=method, data=dict(body), headers={"Authorization": f"Bearer {self.token}"}
        )
        assert answer.ok, answer.text()
        said: dict[str, Any] = answer.json()
        return said

    def had_interview(self, company: str, role: str, *, ended: str = "2026-11-23T14:15:00Z", **more: object) -> str:
        """Tell of an interview of 45 minutes in New York that ended then; the application's id."""
        body = {
            "company": company,
            "role": role,
            "starts_at": ended.replace("14:15", "13:30"),
            "ends_at": ended,
            "timezone": "America/New_York",
            "interviewers": [{"name": "Dana Reyes", "email": "dana@acme.example"}],
            **more,
        }
        application_id: str = self.send("POST", "/interviews", body)["application_id"]
        return application_id

    def open(self, address: str = "#/") -> None:
        """Go to a screen by its address."""
        self.page.goto(f"/{address}")


def new_email() -> str:
    """An address that nobody has used yet."""
    return f"visitor{next(_numbers)}@example.com"


def arrive(page: Page) -> Visitor:
    """A new user, Inês Duarte in New York, signed in in this browser as the pages themselves would have done it."""
    email = new_email()
    person = {"email": email, "password": PASSWORD, "name": "Inês Duarte", "timezone": "America/New_York"}
    assert page.request.post("/api/v1/auth/register", data=person).ok
    pair = page.request.post("/api/v1/auth/token", form={"username": email, "password": PASSWORD}).json()
    session = {"access": pair["access_token"], "refresh": pair["refresh_token"], "accessUntil": 4_102_444_800_000}
    page.context.add_init_script(
        "if (location.protocol === 'http:' && !localStorage.getItem('arrived'))"
        f" ({_KEPT})({json.dumps(session)}).then(() => localStorage.setItem('arrived', 'yes'))"
    )
    return Visitor(page, email, pair["access_token"])


def kept_session(page: Page) -> dict[str, Any] | None:
    """The sign-in that the pages keep in this browser; None after signing out."""
    kept: dict[str, Any] | None = page.evaluate(f"({_KEPT})()")
    return kept


def lose_session(page: Page) -> None:
    """Make the browser forget the sign-in, as clearing its data does."""
    page.evaluate(_KEPT, None)


def let_access_run_out(page: Page) -> None:
    """Make the pages think that their access token is spent, as a quarter of an hour does."""
    page.evaluate(f"({_KEPT})({{ accessUntil: Date.now() - 1 }})")
