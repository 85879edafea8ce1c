"""Messages that were forwarded to a real mailbox, and what their readers make of them."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from pydantic import SecretStr
from sqlalchemy import select
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.services.mailbox import AFTER_TROUBLE, INTERVAL, MOST_WAITING
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.store.tables import MailProposal
from afterview.worker import Worker, make_worker
from tests.api.resources import APPLICATIONS, INTERVIEWS, V1, Resource, a_contact, an_application, items, made
from tests.conftest import CHEAP, MovableClock, SignUp
from tests.connectors.test_forwarded_mail import GMAIL
from tests.dovecot import ImapServer

PROPOSALS = f"{V1}/mail-proposals"
INVITATION = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//test//EN\r
METHOD:REQUEST\r
BEGIN:VEVENT\r
UID:one@acme.example\r
DTSTAMP:20261120T120000Z\r
DTSTART:20261130T150000Z\r
DTEND:20261130T160000Z\r
SUMMARY:Interview\r
ORGANIZER:mailto:dana@acme.example\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def settings(settings: Settings, imap: ImapServer) -> Settings:
    """An installation that reads a folder."""
    return Settings.model_validate(settings.model_dump() | {"imap_url": imap.url()})


@pytest.fixture
def worker(settings: Settings, database: Database, clock: MovableClock) -> Iterator[Worker]:
    """A worker by the application's clock."""
    worker = make_worker(settings, database, clock)
    yield worker
    worker.close()


@pytest.fixture
def kim(sign_up: SignUp) -> TestClient:
    """Kim, who has applied at Acme and knows Dana there, and whose key does not end while time goes by."""
    kim = sign_up("kim@example.com")
    key = made(kim.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read", "write"]}))
    kim.headers["Authorization"] = f"Bearer {key['secret']}"
    a_contact(kim, an_application(kim), email="dana@acme.example")
    return kim


def a_message(**said: str) -> EmailMessage:
    """A message from Dana to Kim."""
    headers = {
        "From": "Dana Reyes <dana@acme.example>",
        "To": "Kim <kim@example.com>",
        "Subject": "Next steps",
        "Date": "Mon, 23 Nov 2026 10:00:00 +0000",
        "Message-ID": "<next@acme.example>",
    } | {name.replace("_", "-"): value for name, value in said.items()}
    message = EmailMessage()
    for name, value in headers.items():
        if value:
            message[name] = value
    message.set_content("Could you come on Monday?\n")
    return message


def put(imap: ImapServer, *messages: EmailMessage) -> None:
    """Move messages into the folder."""
    imap.put(*(message.as_bytes() for message in messages))


def later(worker: Worker, clock: MovableClock, by: timedelta = INTERVAL) -> None:
    """Let time pass, and the worker work."""
    clock.present += by
    worker.work_off()


def touches(reader: TestClient) -> list[Resource]:
    """What is logged of the first application."""
    application = items(reader, APPLICATIONS)[-1]
    return items(reader, f"{APPLICATIONS}/{application['id']}/touches")


def only(reader: TestClient) -> Resource:
    """The one message that waits for somebody."""
    [one] = items(reader, PROPOSALS)
    return one


def accept(reader: TestClient, proposal: Resource, **said: object) -> Resource:
    """What became of it."""
    answer = reader.post(f"{PROPOSALS}/{proposal['id']}/accept", params=said)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    found: Resource = answer.json()
    return found


# -- what is read -------------------------------------------------------------------------------------------------


def test_a_message_waits_for_whom_it_went_to_and_nothing_is_filed(
    kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock
) -> None:
    put(imap, a_message())
    worker.work_off()
    proposal = only(kim)
    assert proposal["subject"] == "Next steps"
    assert proposal["sender"] == {"name": "Dana Reyes", "email": "dana@acme.example"}
    assert (proposal["sent_at"], proposal["arrived_at"]) == ("2026-11-23T10:00:00Z", "2026-11-23T15:00:00Z")
    assert touches(kim) == []


def test_it_is_tried_without_being_filed_and_then_filed_once(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    put(imap, a_message())
    worker.work_off()
    proposal = only(kim)
    tried = accept(kim, proposal, dry_run="true")
    assert (tried["outcome"], tried["touch"]["kind"], tried["place"]["company"]) == ("logged", "reply_received", "Acme")
    assert (touches(kim), items(kim, PROPOSALS)) == ([], [proposal])
    done = accept(kim, proposal, needs_answer="false")
    assert done["outcome"] == "logged"
    assert items(kim, PROPOSALS) == []
    [touch] = touches(kim)
    assert (touch["id"], touch["needs_answer"]) == (done["touch_id"], False)
    assert kim.post(f"{PROPOSALS}/{proposal['id']}/accept").status_code == 404


def test_an_invitation_in_it_is_filed_too(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    message = a_message()
    message.add_attachment(INVITATION, subtype="calendar")
    put(imap, message)
    worker.work_off()
    assert items(kim, INTERVIEWS) == []
    accept(kim, only(kim))
    assert [one["starts_at"] for one in items(kim, INTERVIEWS)] == ["2026-11-30T15:00:00Z"]


def test_what_is_not_known_here_keeps_waiting_until_it_is_said_where_it_belongs(
    kim: TestClient, imap: ImapServer, worker: Worker
) -> None:
    put(imap, a_message(From="Sam <sam@globex.example>"))
    worker.work_off()
    assert accept(kim, only(kim))["outcome"] == "unmatched"
    [application] = items(kim, APPLICATIONS)
    assert accept(kim, only(kim), application_id=application["id"])["outcome"] == "logged"
    assert items(kim, PROPOSALS) == []


def test_a_message_that_was_sent_on_belongs_to_whoever_did(
    kim: TestClient, imap: ImapServer, worker: Worker, sign_up: SignUp
) -> None:
    lee = sign_up("lee@example.com")
    carrier = a_message(From="kim@example.com", To="afterview@example.com, lee@example.com", Message_ID="<fw@a.b>")
    carrier.add_attachment(a_message())
    put(imap, carrier)
    worker.work_off()
    assert only(kim)["sender"]["email"] == "dana@acme.example"
    assert items(lee, PROPOSALS) == []
    accept(kim, only(kim))
    assert [touch["kind"] for touch in touches(kim)] == ["reply_received"]


def test_a_message_forwarded_as_text_is_read_as_what_it_was(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    message = a_message(From="kim@example.com", To="afterview@example.com", Subject="Fwd: Next", Message_ID="<fw@a.b>")
    message.set_content(GMAIL)
    put(imap, message)
    worker.work_off()
    assert only(kim)["sender"] == {"name": "Dana Reyes", "email": "dana@acme.example"}
    done = accept(kim, only(kim))
    assert (done["direction"], done["touch"]["kind"], done["touch"]["needs_answer"]) == (
        "received",
        "reply_received",
        True,
    )


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ({"From": "kim@example.com", "To": "dana@acme.example"}, ["kim"]),
        ({"To": "KIM@Example.com"}, ["kim"]),
        ({"To": "somebody@example.com", "Cc": "kim@example.com, lee@example.com"}, ["kim", "lee"]),
        ({"To": "", "Delivered-To": "lee@example.com"}, ["lee"]),
        ({"To": "somebody@example.com"}, []),
    ],
    ids=["sent", "in capitals", "copies", "delivered", "nobody here"],
)
def test_whose_a_message_is_follows_from_its_addresses(
    said: dict[str, str], whose: list[str], kim: TestClient, imap: ImapServer, worker: Worker, sign_up: SignUp
) -> None:
    lee = sign_up("lee@example.com")
    put(imap, a_message(**said))
    worker.work_off()
    found = {"kim": items(kim, PROPOSALS), "lee": items(lee, PROPOSALS)}
    assert [name for name, waiting in found.items() if waiting] == whose


def test_nothing_is_read_twice(kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock) -> None:
    put(imap, a_message())
    worker.work_off()
    kim.delete(f"{PROPOSALS}/{only(kim)['id']}")
    put(imap, a_message(Subject="Another", Message_ID="<another@acme.example>"))
    later(worker, clock)
    assert only(kim)["subject"] == "Another"


def test_a_renumbered_folder_brings_nothing_back(
    kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock
) -> None:
    dismissed, logged, new = (a_message(Message_ID=f"<{name}@acme.example>", Subject=name) for name in "abc")
    put(imap, dismissed, logged)
    worker.work_off()
    first, second = items(kim, PROPOSALS)
    kim.delete(f"{PROPOSALS}/{first['id']}")
    accept(kim, second)
    imap.empty()
    put(imap, dismissed, logged, new)
    later(worker, clock)
    assert only(kim)["subject"] == "c"


def test_in_a_new_folder_old_messages_are_left_and_what_is_moved_there_later_is_read_however_old(
    kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock
) -> None:
    long_ago = "01-Mar-2026 12:00:00 +0000"
    imap.put(a_message().as_bytes(), arrived=long_ago)
    worker.work_off()
    assert items(kim, PROPOSALS) == []
    imap.put(a_message(Subject="Moved", Message_ID="<moved@acme.example>").as_bytes(), arrived=long_ago)
    later(worker, clock)
    assert only(kim)["subject"] == "Moved"


def test_a_message_without_an_id_is_known_by_its_bytes(
    kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock
) -> None:
    put(imap, a_message(Message_ID=""), a_message(Message_ID=""))
    worker.work_off()
    assert len(items(kim, PROPOSALS)) == 1


def test_what_was_imported_by_hand_does_not_wait(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    raw = a_message().as_bytes()
    assert kim.post(f"{V1}/imports/email", content=raw, headers={"Content-Type": "message/rfc822"}).status_code == 200
    put(imap, a_message())
    worker.work_off()
    assert items(kim, PROPOSALS) == []


def test_many_messages_are_read_in_their_order_and_not_more_than_anybody_can_look_at(
    kim: TestClient, imap: ImapServer, worker: Worker
) -> None:
    put(imap, *(a_message(Subject=f"{n}", Message_ID=f"<{n}@acme.example>") for n in range(MOST_WAITING + 3)))
    worker.work_off()
    waiting = items(kim, f"{PROPOSALS}?limit=200")
    assert [one["subject"] for one in waiting] == [f"{n}" for n in range(MOST_WAITING)]


def test_what_is_no_message_is_passed_over(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    imap.put(b"\xff\xfe\r\n\r\n\x00", b"To: kim@example.com\r\n\r\nfrom nobody")
    put(imap, a_message())
    worker.work_off()
    assert only(kim)["subject"] == "Next steps"


# -- what is kept -------------------------------------------------------------------------------------------------


def rows(database: Database) -> list[MailProposal]:
    """What the table holds."""
    with database.reading() as session:
        return list(session.execute(select(MailProposal)).scalars())


@pytest.mark.parametrize("how", ["accept", "dismiss"])
def test_a_message_is_kept_sealed_and_goes_when_it_is_settled(
    how: str, kim: TestClient, imap: ImapServer, worker: Worker, database: Database
) -> None:
    put(imap, a_message())
    worker.work_off()
    [row] = rows(database)
    assert row.raw is not None
    assert b"Monday" not in row.raw
    if how == "accept":
        accept(kim, only(kim))
    else:
        assert kim.delete(f"{PROPOSALS}/{row.id}").status_code == 204
    [row] = rows(database)
    assert (row.raw, row.subject, row.sender_name, row.sender_email) == (None, None, None, None)


def test_after_thirty_days_it_is_forgotten(
    kim: TestClient, imap: ImapServer, worker: Worker, clock: MovableClock, database: Database
) -> None:
    put(imap, a_message())
    worker.work_off()
    later(worker, clock, timedelta(days=31))
    assert rows(database) == []


def test_when_the_secret_key_has_changed_it_says_so(
    kim: TestClient, imap: ImapServer, worker: Worker, settings: Settings, clock: MovableClock
) -> None:
    put(imap, a_message())
    worker.work_off()
    address = f"{PROPOSALS}/{only(kim)['id']}/accept"
    other = settings.model_copy(update={"secret_key": SecretStr("another key, as long as it must be")})
    stranger = make_worker(other, worker._database, clock)  # reads nothing new
    stranger.work_off()
    stranger.close()
    key = kim.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read", "write"]}).json()["secret"]
    with TestClient(create_app(other, clock=clock, password_cost=CHEAP)) as client:
        answer = client.post(address, headers={"Authorization": f"Bearer {key}"})
    assert (answer.status_code, "forward it again" in answer.json()["detail"]) == (409, True)


# -- whose it is --------------------------------------------------------------------------------------------------


def test_nobody_else_finds_it(kim: TestClient, imap: ImapServer, worker: Worker, sign_up: SignUp) -> None:
    lee = sign_up("lee@example.com")
    put(imap, a_message())
    worker.work_off()
    address = f"{PROPOSALS}/{only(kim)['id']}"
    assert lee.delete(address).status_code == 404
    assert lee.post(f"{address}/accept").status_code == 404
    assert lee.post(f"{address}/accept?dry_run=true").status_code == 404
    assert len(items(kim, PROPOSALS)) == 1


def test_a_key_that_may_only_read_may_look_and_try(kim: TestClient, imap: ImapServer, worker: Worker) -> None:
    put(imap, a_message())
    worker.work_off()
    proposal = only(kim)
    key = kim.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read"]}).json()["secret"]
    kim.headers["Authorization"] = f"Bearer {key}"
    assert accept(kim, proposal, dry_run="true")["outcome"] == "logged"
    assert kim.post(f"{PROPOSALS}/{proposal['id']}/accept").status_code == 403
    assert kim.delete(f"{PROPOSALS}/{proposal['id']}").status_code == 403


def test_accepting_again_under_the_same_key_gives_the_same_answer(
    kim: TestClient, imap: ImapServer, worker: Worker
) -> None:
    put(imap, a_message())
    worker.work_off()
    address, headers = f"{PROPOSALS}/{only(kim)['id']}/accept", {"Idempotency-Key": "once"}
    first, again = (kim.post(address, headers=headers) for _ in range(2))
    assert (first.status_code, again.json()) == (200, first.json())
    assert again.headers["idempotent-replayed"] == "true"
    assert len(touches(kim)) == 1


# -- trouble ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["a wrong password", "no such folder", "nobody there"])
def test_a_mailbox_that_cannot_be_read_is_left_alone_for_a_while_and_told_without_a_secret(
    what: str,
    settings: Settings,
    imap: ImapServer,
    database: Database,
    clock: MovableClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = {
        "a wrong password": imap.url(secret="guess-work"),
        "no such folder": imap.url("Nowhere"),
        "nobody there": "imap://kim:guess-work@127.0.0.1:1/Afterview",
    }[what]
    troubled = make_worker(Settings.model_validate(settings.model_dump() | {"imap_url": url}), database, clock)
    assert troubled.work_off() == 1
    assert troubled.seconds_to_sleep() == 60
    clock.present += AFTER_TROUBLE - timedelta(seconds=30)
    assert troubled.work_off() == 0
    assert troubled.seconds_to_sleep() == 30
    clock.present += timedelta(seconds=30)
    assert troubled.work_off() == 1
    troubled.close()
    told = capsys.readouterr().out
    assert "mailbox failed" in told
    assert "guess-work" not in told


def test_of_two_workers_one_reads(
    kim: TestClient, imap: ImapServer, worker: Worker, settings: Settings, database: Database, clock: MovableClock
) -> None:
    other = make_worker(settings, database, clock)
    put(imap, a_message())
    assert [worker.work_off(), other.work_off()] == [1, 0]
    other.close()
    assert len(items(kim, PROPOSALS)) == 1


def test_a_worker_that_dies_in_between_leaves_the_rest_to_the_next(
    kim: TestClient,
    imap: ImapServer,
    worker: Worker,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(imap, *(a_message(Subject=f"{n}", Message_ID=f"<{n}@acme.example>") for n in range(3)))
    [reading] = [one for one in worker._rounds if one.name == "mailbox"]
    reader = reading.do_next.__self__  # type: ignore[attr-defined]
    propose, begun = reader._propose, []

    def dies(*said: object) -> None:
        begun.append(said)
        propose(*said)
        if len(begun) == 2:
            raise SystemExit

    monkeypatch.setattr(reader, "_propose", dies)
    with pytest.raises(SystemExit):
        worker.work_off()
    assert [one["subject"] for one in items(kim, PROPOSALS)] == ["0"]
    later(worker, clock, AFTER_TROUBLE)
    assert [one["subject"] for one in items(kim, PROPOSALS)] == ["0", "1", "2"]
