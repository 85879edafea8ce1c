"""Pages follow each other without a gap or a repeat, whatever rows are alike."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from afterview.policy.terms import Status
from afterview.store import applications, interviews
from afterview.store.interviews import Filters
from afterview.store.paging import Position, Slice
from afterview.store.tables import Application, Interview
from tests.store.rows import HOUR, NOW, a_user, an_application, an_interview

Pages = Callable[[Slice], tuple[list[Application], Position | None]]


def through(pages: Pages, size: int) -> list[Application]:
    """All rows, read page by page with positions that have been through JSON, as those of cursors have."""
    found: list[Application] = []
    position: Position | None = None
    while True:
        rows, last = pages(Slice(size, position))
        found += rows
        if last is None:
            return found
        assert len(rows) == size
        position = json.loads(json.dumps(list(last)))


@pytest.fixture
def seven(session: Session) -> list[Application]:
    """Seven applications of one user; three want attention at one instant, and one never."""
    user = a_user(session)
    due = [0, 1, 1, 1, 2, 3, None]
    times = [None if hours is None else NOW + hours * timedelta(microseconds=1) for hours in due]
    return [an_application(session, user, next_review_at=time, act_by=time) for time in times]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_the_newest_come_first(session: Session, seven: list[Application], size: int) -> None:
    user_id = seven[0].user_id
    assert through(lambda wanted: applications.list_page(session, user_id, wanted), size) == seven[::-1]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_those_due_at_one_instant_all_appear(session: Session, seven: list[Application], size: int) -> None:
    user_id, due_before = seven[0].user_id, NOW + HOUR
    pages = through(lambda wanted: applications.list_page(session, user_id, wanted, due_before=due_before), size)
    assert pages == seven[:6]


def test_due_before_an_instant_is_not_due_at_it(session: Session, seven: list[Application]) -> None:
    due_before = NOW + timedelta(microseconds=1)
    page = applications.list_page(session, seven[0].user_id, Slice(7), due_before=due_before)[0]
    assert page == seven[:1]


@pytest.mark.parametrize("size", [1, 2, 7])
def test_the_agenda_holds_what_is_due_until_an_instant(session: Session, seven: list[Application], size: int) -> None:
    user_id, until = seven[0].user_id, NOW + timedelta(microseconds=2)
    assert through(lambda wanted: applications.due_page(session, user_id, wanted, until=until), size) == seven[:5]


def test_the_agenda_begins_with_what_is_to_be_done_first(session: Session) -> None:
    user = a_user(session)
    later = an_application(session, user, next_review_at=NOW - HOUR, act_by=NOW + HOUR)
    sooner = an_application(session, user, next_review_at=NOW, act_by=NOW)
    assert applications.due_page(session, user.id, Slice(5), until=NOW)[0] == [sooner, later]


def test_a_row_that_comes_between_two_pages_shifts_nothing(session: Session, seven: list[Application]) -> None:
    user = a_user(session)
    first = [an_application(session, user) for _ in range(3)]
    page, last = applications.list_page(session, user.id, Slice(2))
    an_application(session, user)
    assert page == [first[2], first[1]]
    assert applications.list_page(session, user.id, Slice(2, last))[0] == [first[0]]


def test_a_filter_holds_on_every_page(session: Session, seven: list[Application]) -> None:
    for application in seven[::2]:
        application.status = Status.OFFERED
    session.flush()
    user_id = seven[0].user_id
    pages = through(lambda wanted: applications.list_page(session, user_id, wanted, status=Status.OFFERED), 1)
    assert pages == seven[::-2]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("acme", True),
        ("ACME eng", True),
        ("engineer acme", True),
        ("", True),
        ("  ", True),
        ("émile", True),
        ("E\u0301MILE", True),
        ("strasse", True),
        ("acme%", False),
        ("_cme", False),
        ("\\", False),
        ("acme other", False),
    ],
)
def test_words_of_company_and_role_are_found_without_regard_to_case(session: Session, q: str, found: bool) -> None:
    user = a_user(session)
    application = an_application(session, user, company="Acme Émile Straße", role="Data  Engineer")
    assert applications.list_page(session, user.id, Slice(5), q=q)[0] == ([application] if found else [])


def test_the_active_application_of_a_company_and_role_is_found_however_they_are_written(session: Session) -> None:
    user = a_user(session)
    an_application(session, user, company="Acme", role="Chef", status=Status.REJECTED)
    an_application(session, user, company="Acme Chef", role="Chef")
    application = an_application(session, user, company="Acme", role="Chef")
    assert applications.find_active(session, user.id, " ACME", "cheF ") == application
    assert applications.find_active(session, user.id, "Chef", "Acme") is None


def test_interviews_are_filtered_by_when_they_start(session: Session) -> None:
    application = an_application(session, a_user(session))

    def at(hours: int) -> Interview:
        return an_interview(session, application, starts_at=NOW + hours * HOUR, ends_at=NOW + (hours + 1) * HOUR)

    third, first, second = at(3), at(1), at(2)
    filters = Filters(starts_from=NOW + HOUR, starts_before=NOW + 3 * HOUR)
    assert interviews.list_page(session, application.user_id, Slice(5), filters)[0] == [first, second]
    assert interviews.list_page(session, application.user_id, Slice(5), Filters())[0] == [first, second, third]
