"""What workers look for is found by index, however much there is that is not due."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from afterview.store import digests, jobs, mail_proposals, reviews
from tests.store.rows import NOW, one_of_everything
from tests.store.statements import plan_of

MINUTE = timedelta(minutes=1)
FOUND: dict[str, tuple[str, Callable[[Session], object]]] = {
    "the job to take": (
        "ix_jobs_run_at_id",
        lambda session: jobs.take(session, ["kind"], owner="me", now=NOW, lease=MINUTE),
    ),
    "when the next job is due": ("ix_jobs_run_at_id", lambda session: jobs.next_run_at(session, ["kind"])),
    "who has a job": ("ix_jobs_lease_owner", jobs.lease_owners),
    "the application to review": ("ix_applications_advice_changes_at", lambda s: reviews.hold_next(s, NOW)),
    "when the next review is due": ("ix_applications_advice_changes_at", reviews.next_change_at),
    "the user to write to": ("ix_users_digest_at", lambda s: digests.hold_next(s, NOW)),
    "messages that nobody looked at": (
        "ix_mail_proposals_arrived_at",
        lambda s: mail_proposals.forget(s, before=NOW - MINUTE),
    ),
    "when the next letter is due": ("ix_users_digest_at", digests.next_at),
}


@pytest.mark.parametrize("what", FOUND)
def test_it_is_found_by_its_index(what: str, session: Session) -> None:
    index, ask = FOUND[what]
    one_of_everything(session)
    plan = plan_of(session, lambda: ask(session))
    assert index in plan
    assert "TEMP B-TREE FOR ORDER" not in plan
