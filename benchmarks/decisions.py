"""The price of one explained decision, and of a thousand in a batch."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from pydantic import SecretStr
from starlette.testclient import TestClient

from afterview.api.schemas.facts import Facts
from afterview.api.schemas.facts_reading import read_facts
from afterview.main import create_app
from afterview.policy import document
from afterview.policy.decide import decide
from afterview.services.advice import holidays_of
from afterview.settings import Settings
from afterview.store.migrations import upgrade
from benchmarks.paired import Measure, ratio

_SMALL_JSON: Final = {"numbers": list(range(20)), "text": "x" * 50}
_DECISION_BAR, _BATCH_BAR = 15, 25


def typical(now: str, *touches: str) -> dict[str, Any]:
    """Facts with two interviews and three people, of which one was thanked on time, and touches at these instants."""
    people = [("dana", "hiring_manager"), ("sam", "interviewer"), ("reese", "recruiter")]
    return {
        "now": now,
        "application": {"company": "Acme", "role": "Data engineer"},
        "contacts": [
            {"id": who, "name": who.title(), "role": role, "email": f"{who}@acme.example", "phone": "+12125550123"}
            for who, role in people
        ],
        "interviews": [
            {
                "id": f"i{day}",
                "starts_at": f"2026-11-{day}T15:00:00-05:00",
                "ends_at": f"2026-11-{day}T16:00:00-05:00",
                "timezone": "America/New_York",
                "interviewer_ids": ["dana"],
                "reply_expected_by": "2026-12-01",
                "discussion_points": ["the move to event streams"],
            }
            for day in (12, 20)
        ],
        "touches": [{"kind": "thank_you_email", "contact_id": "dana", "occurred_at": at} for at in touches],
        "calendar": {"holiday_region": "US"},
    }


THANKS_DUE = typical("2026-11-20T18:00:00-05:00", "2026-11-12T18:00:00-05:00")
WAITING = typical("2026-11-23T10:00:00-05:00", "2026-11-12T18:00:00-05:00", "2026-11-20T18:00:00-05:00")
ENQUIRING = typical("2026-12-03T10:00:00-05:00", "2026-11-12T18:00:00-05:00", "2026-11-20T18:00:00-05:00")


def decisions(rounds: int = 41, each: int = 40) -> Iterator[Measure]:
    """One decision with its reasons and every alternative, as values ready for JSON; then the decision by itself."""
    for name, facts in (("thanks due", THANKS_DUE), ("a wait", WAITING), ("an enquiry open", ENQUIRING)):
        found = read_facts(Facts.model_validate(facts), holidays_of)
        for what, work, bar in (
            ("one explained decision", lambda it=found: document.recommendation(decide(it)), _DECISION_BAR),
            ("of which deciding", lambda it=found: decide(it), None),
        ):
            taken = ratio(
                work,
                lambda: json.dumps(_SMALL_JSON),
                rounds=rounds,
                each=each,
                reference_each=each * 20,
            )
            yield Measure(f"{what}, {name}", "a small json.dumps", taken, bar)


def batch(size: int = 1000, rounds: int = 5) -> Iterator[Measure]:
    """A request of many Facts to the whole application, over no network."""
    some = [THANKS_DUE, WAITING, ENQUIRING]
    text = json.dumps({"items": [some[number % 3] for number in range(size)]})
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/benchmark.db"
        upgrade(url)
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key=SecretStr("b" * 32), rate_limits=False)
        with TestClient(create_app(settings)) as client:
            person = {"email": "b@example.com", "password": "lantern quay oxbow", "name": "B", "timezone": "UTC"}
            client.post("/api/v1/auth/register", json=person)
            form = {"username": person["email"], "password": person["password"]}
            token = client.post("/api/v1/auth/token", data=form).json()["access_token"]
            headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

            def evaluate() -> None:
                answer = client.post("/api/v1/policy/evaluate-batch", content=text, headers=headers)
                answer.raise_for_status()

            taken = ratio(evaluate, lambda: json.dumps(json.loads(text)), rounds=rounds, reference_each=3)
        yield Measure(f"{size} Facts by evaluate-batch", "json.loads and json.dumps of them", taken, _BATCH_BAR)
