"""Daily letters on their way to a real mail server: to whom, when, saying what, how often, and when no more."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from afterview.services.jobs import LEASE, Workbench
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.worker import DIGESTS, Worker, make_worker
from tests.api.resources import (
    APPLICATIONS,
    V1,
    Resource,
    a_contact,
    a_deferral,
    a_touch,
    an_application,
    an_interview,
    items,
    made,
)
from tests.conftest import MovableClock, SignUp
from tests.mail_server import SENDER, MailServer, taking_letters
from tests.worker.work import count_jobs, the_job

NEW_YORK = ZoneInfo("America/New_York")
HOUR = timedelta(hours=1)

Subscribe = Callable[..., None]


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """The mail server of the installation."""
    with taking_letters() as mail:
        yield mail


@pytest.fixture
def settings(settings: Settings, mail: MailServer) -> Settings:
    """An installation that can write letters."""
    return Settings.model_validate(
        settings.model_dump() | {"smtp_url": mail.url, "public_url": "https://afterview.example"}
    )


@pytest.fixture
def worker(settings: Settings, database: Database, clock: MovableClock) -> Iterator[Worker]:
    """A worker by the application's clock, a Monday at ten in New York."""
    worker = make_worker(settings, database, clock)
    yield worker
    worker.close()


@pytest.fixture
def api(sign_up: SignUp) -> TestClient:
    """Kim in New York, who wants letters at eight, and whose key does not end while time goes by."""
    return a_reader(sign_up, "kim@example.com")


def a_reader(sign_up: SignUp, address: str, **said: object) -> TestClient:
    """Somebody who wants letters."""
    reader = sign_up(address)
    key = made(reader.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read", "write"]}))
    reader.headers["Authorization"] = f"Bearer {key['secret']}"
    profile = {"digest": {"enabled": True}} | said
    assert reader.patch(f"{V1}/me", json=profile).status_code == 200
    return reader


@pytest.fixture
def interviewed(api: TestClient) -> Resource:
    """An application with an interview on the Friday before: Dana is to be thanked."""
    return one_to_thank(api)


def one_to_thank(api: TestClient, *, company: str = "Acme", name: str = "Dana Reyes") -> Resource:
    """An application whose interviewer has not been thanked."""
    application = an_application(api, company=company)
    person = a_contact(api, application, name=name, email="dana@acme.example")
    an_interview(api, application, interviewer_ids=[person["id"]])
    return application


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of this November in New York."""
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def work_until(clock: MovableClock, worker: Worker, end: datetime) -> None:
    """Let an hour pass after the other, with a worker at work."""
    while clock.present < end:
        clock.present = min(clock.present + HOUR, end)
        worker.work_off()


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    """A letter's text."""
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


# -- what it says -------------------------------------------------------------------------------------------------


def test_a_letter_names_the_step_by_when_why_and_where(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    clock.present = at(24, 8)
    worker.work_off()
    assert mail.only["Subject"] == "Send Dana Reyes a short thank-you email; later is still kind (Acme)"
    assert (mail.only["To"], mail.only["From"]) == ("kim@example.com", f"Afterview <{SENDER}>")
    [envelope] = mail.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["kim@example.com"])
    text = text_of(mail.only)
    assert text.startswith("Hello Kim Okafor,\n\nOne step is worth taking today.\n\nSend Dana Reyes a short")
    assert "\nData engineer, Acme\nBest now" in text
    assert "\nWhy: The interview ended Fri 20 Nov, 16:00 (New York)" in text
    assert f"\nhttps://afterview.example/#/applications/{interviewed['id']}\n" in text


def test_it_says_the_same_as_html(mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource) -> None:
    clock.present = at(24, 8)
    worker.work_off()
    read = Read()
    read.feed(text_of(mail.only, "html"))
    plain = " ".join(text_of(mail.only).split())
    said = [word for word in read.words if word not in ("Afterview", "Open Afterview", "See how", "Stop these letters")]
    assert said
    assert [words for words in said if words not in plain] == []
    assert f"https://afterview.example/#/applications/{interviewed['id']}" in read.links


class Read(HTMLParser):
    """What a reader sees of HTML, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self._hidden = tag in ("style", "title")
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, _: str) -> None:
        """What was hidden has ended."""
        self._hidden = False

    def handle_data(self, data: str) -> None:
        """Note words."""
        if data.strip() and not self._hidden:
            self.words.append(" ".join(data.split()))


def test_it_carries_the_headers_of_a_letter_that_a_machine_sent(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    clock.present = at(24, 8)
    worker.work_off()
    letter = mail.only
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == clock()
    assert re.fullmatch(r"<https://afterview\.example/unsubscribe/[\w-]{48}>", letter["List-Unsubscribe"])
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<[0-9a-f]{32}@afterview\.example>", letter["Message-ID"])


def test_several_steps_come_in_the_order_of_the_agenda(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    one_to_thank(api, company="Globex", name="Lee Park")
    one_to_thank(api, company="Initech", name="Sam Roy")
    clock.present = at(24, 8)
    worker.work_off()
    agenda = [one["application"]["company"] for one in items(api, f"{V1}/agenda")]
    assert mail.only["Subject"].endswith(f"({agenda[0]}), and 2 more")
    assert re.findall(r"\nData engineer, (\w+)\n", text_of(mail.only)) == agenda


def test_it_names_ten_steps_and_says_that_there_are_more(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock
) -> None:
    for number in range(11):
        one_to_thank(api, company=f"Company {number}")
    clock.present = at(24, 8)
    worker.work_off()
    assert text_of(mail.only).count("Data engineer, ") == 10
    assert "There is more on your page for today." in text_of(mail.only)
    clock.present = at(25, 8)
    worker.work_off()
    assert [text_of(letter).count("Data engineer, ") for letter in mail.letters] == [10, 10]
    clock.present = at(26, 8)
    worker.work_off()
    assert text_of(mail.letters[-1]).count("Data engineer, ") == 1


def test_what_opens_later_today_is_named_too(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock
) -> None:
    application = one_to_thank(api)
    until = "2026-11-24T18:00:00Z"
    [contact] = items(api, f"{APPLICATIONS}/{application['id']}/contacts")
    a_deferral(api, application, kind="thank_you_email", contact_id=contact["id"], until=until)
    clock.present = at(24, 8)
    worker.work_off()
    assert "Best Tue 24 Nov, 13:00 (New York)" in text_of(mail.only)


@pytest.mark.parametrize("nasty", ["</h2><script>alert(1)</script>", "Müller & Söhne <b>", "A\u202eB 求人 🙂"])
def test_no_name_becomes_markup_or_a_header(
    nasty: str, api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock
) -> None:
    one_to_thank(api, company=nasty)
    clock.present = at(24, 8)
    worker.work_off()
    assert f"({nasty})" in mail.only["Subject"]
    read = Read()
    read.feed(text_of(mail.only, "html"))
    assert f"Data engineer, {nasty}" in read.words
    assert not read.tags & {"script", "b", "img"}


# -- when ---------------------------------------------------------------------------------------------------------


def test_it_comes_at_the_hour_that_was_chosen_once_a_day(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    api.patch(f"{V1}/me", json={"digest": {"enabled": True, "hour": 17}})
    work_until(clock, worker, at(26, 12))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(23, 17), at(24, 17)]


def test_each_is_written_to_by_their_own_clock(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource, sign_up: SignUp
) -> None:
    one_to_thank(a_reader(sign_up, "ana@example.com", timezone="Europe/Berlin"))
    work_until(clock, worker, at(24, 12))
    sent = [(letter["To"], letter["Date"].datetime) for letter in mail.letters]
    assert sent == [("ana@example.com", at(24, 2)), ("kim@example.com", at(24, 8))]


def test_another_hour_or_zone_brings_no_second_letter_on_a_day(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    work_until(clock, worker, at(24, 9))
    api.patch(f"{V1}/me", json={"digest": {"hour": 11}})
    api.patch(f"{V1}/me", json={"timezone": "America/Los_Angeles"})
    api.patch(f"{V1}/me", json={"digest": {"enabled": False}})
    api.patch(f"{V1}/me", json={"digest": {"enabled": True}})
    work_until(clock, worker, at(25, 23))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(24, 8), at(25, 14)]


def test_without_anything_to_do_nothing_comes(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    [contact] = items(api, f"{APPLICATIONS}/{interviewed['id']}/contacts")
    a_touch(api, interviewed, contact_id=contact["id"], occurred_at="2026-11-23T15:00:00Z")
    api.patch(f"{V1}/me", json={"preferences": {"linkedin": False}})
    work_until(clock, worker, at(25, 12))
    assert items(api, f"{V1}/agenda") == []
    assert mail.letters == []


def test_a_step_is_mentioned_twice_and_then_rests(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    work_until(clock, worker, at(27, 12))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(24, 8), at(25, 8)]
    assert len({letter["Message-ID"] for letter in mail.letters}) == 2


def test_the_next_step_is_a_new_one(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    work_until(clock, worker, at(27, 12))
    [contact] = items(api, f"{APPLICATIONS}/{interviewed['id']}/contacts")
    a_touch(api, interviewed, contact_id=contact["id"])
    work_until(clock, worker, at(30, 12))
    assert [letter["Subject"].partition(" ")[0] for letter in mail.letters] == ["Send", "Send", "Invite", "Invite"]


def test_whoever_did_not_ask_for_letters_gets_none(
    mail: MailServer, worker: Worker, clock: MovableClock, signed_in: TestClient
) -> None:
    one_to_thank(signed_in)
    work_until(clock, worker, at(24, 12))
    assert mail.letters == []


def test_when_nobody_was_at_work_the_letter_comes_later_but_not_at_night(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    clock.present = at(24, 11, 59)
    worker.work_off()
    assert len(mail.letters) == 1
    clock.present = at(25, 12)
    worker.work_off()
    assert len(mail.letters) == 1
    clock.present = at(26, 8)
    worker.work_off()
    assert len(mail.letters) == 2


def test_a_letter_that_was_left_out_is_no_letter_of_that_day(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    clock.present = at(24, 13)
    worker.work_off()
    api.patch(f"{V1}/me", json={"digest": {"enabled": True, "hour": 17}})
    work_until(clock, worker, at(24, 18))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(24, 17)]


def test_an_installation_without_a_mail_server_leaves_nothing_behind(
    settings: Settings,
    mail: MailServer,
    worker: Worker,
    database: Database,
    clock: MovableClock,
    interviewed: Resource,
) -> None:
    mute = make_worker(settings.model_copy(update={"smtp_url": None}), database, clock)
    work_until(clock, mute, at(24, 23))
    mute.close()
    worker.work_off()
    assert mail.letters == []
    work_until(clock, worker, at(25, 9))
    assert len(mail.letters) == 1


def test_two_workers_send_one_letter(
    settings: Settings, mail: MailServer, worker: Worker, database: Database, clock: MovableClock, interviewed: Resource
) -> None:
    other = make_worker(settings, database, clock)
    clock.present = at(24, 8)
    assert other._do_next(DIGESTS) == 1  # one has asked for it, the other finds the job
    worker.work_off()
    other.work_off()
    other.close()
    assert len(mail.letters) == 1


def test_a_worker_sleeps_until_the_next_letter(worker: Worker, clock: MovableClock, api: TestClient) -> None:
    worker.work_off()
    clock.present = at(24, 7, 59) + timedelta(seconds=30)
    assert worker.seconds_to_sleep() == 30


# -- attempts -----------------------------------------------------------------------------------------------------


def test_a_server_that_is_busy_is_asked_again_under_the_same_name(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    mail.will_answer("DATA", "451 later", "451 later")
    clock.present = at(24, 8)
    for minutes in (0, 1, 5):
        clock.advance(minutes=minutes)
        worker.work_off()
    assert mail.only["Date"].datetime == at(24, 8, 6)
    clock.present = at(25, 8)
    worker.work_off()
    clock.present = at(26, 8)
    worker.work_off()
    assert len(mail.letters) == 2


def test_what_fails_for_hours_is_left_for_the_next_day(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource, database: Database
) -> None:
    mail.will_answer("MAIL", *["421 closed"] * 9)
    clock.present = at(24, 8)
    while clock.present < at(24, 23):
        worker.work_off()
        clock.advance(minutes=1)
    assert len(mail.answers["MAIL"]) == 1
    assert count_jobs(database) == 0
    mail.answers.clear()
    work_until(clock, worker, at(26, 9))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(25, 8), at(26, 8)]


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_a_no_for_good_is_taken_for_one(
    step: str, mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource, database: Database
) -> None:
    mail.will_answer(step, "550 no", "550 no")
    work_until(clock, worker, at(24, 23))
    assert len(mail.answers[step]) == 1
    assert count_jobs(database) == 0


def test_an_address_that_is_none_gets_no_more_letters_after_three(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock
) -> None:
    mail.will_answer("RCPT", *["550 nobody here"] * 9)
    for number in range(20):
        one_to_thank(api, company=f"Company {number}")
    work_until(clock, worker, at(28, 9))
    assert len(mail.answers["RCPT"]) == 6
    assert api.get(f"{V1}/me").json()["digest"]["enabled"] is False


def test_one_letter_that_arrives_forgives_the_refused_ones(
    api: TestClient, mail: MailServer, worker: Worker, clock: MovableClock
) -> None:
    for number in range(40):
        one_to_thank(api, company=f"Company {number}")
    for day in (24, 25):
        mail.will_answer("RCPT", "550 nobody here")
        work_until(clock, worker, at(day, 9))
    work_until(clock, worker, at(26, 9))
    mail.will_answer("RCPT", "550 nobody here")
    work_until(clock, worker, at(27, 9))
    assert len(mail.letters) == 1
    assert api.get(f"{V1}/me").json()["digest"]["enabled"] is True


def test_what_could_not_be_sent_was_not_mentioned(
    mail: MailServer, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    mail.will_answer("DATA", "554 no")
    work_until(clock, worker, at(27, 12))
    assert [letter["Date"].datetime for letter in mail.letters] == [at(25, 8), at(26, 8)]


def test_a_server_that_is_not_there_is_no_trouble_but_the_letters(
    settings: Settings, mail: MailServer, database: Database, clock: MovableClock, interviewed: Resource
) -> None:
    nowhere = Settings.model_validate(settings.model_dump() | {"smtp_url": f"smtp://127.0.0.1:1?from={SENDER}"})
    worker = make_worker(nowhere, database, clock)
    clock.present = at(24, 8)
    worker.work_off()
    worker.close()
    with the_job(database) as job:
        assert (job.attempts, job.run_at) == (1, at(24, 8, 1))
        assert job.error == "The mail server cannot be reached (ConnectionRefusedError)."


def test_a_worker_that_dies_after_the_yes_sends_it_again_under_the_same_name(
    mail: MailServer, worker: Worker, database: Database, clock: MovableClock, interviewed: Resource
) -> None:
    clock.present = at(24, 8)
    assert worker._do_next(DIGESTS) == 1
    doomed = Workbench(database.writing, worker._kinds)
    job = doomed.take(clock())
    assert job is not None
    doomed.carry_out(job, clock())  # the server has it, and nobody ever writes that down
    clock.present += LEASE
    worker.work_off()
    assert len(mail.letters) == 2
    assert len({letter["Message-ID"] for letter in mail.letters}) == 1
    work_until(clock, worker, at(27, 12))
    assert [letter["Date"].datetime.day for letter in mail.letters] == [24, 24, 25]


@pytest.mark.parametrize("what", ["switched off", "nothing left", "gone"])
def test_what_changed_since_it_was_asked_for_counts(
    what: str,
    api: TestClient,
    mail: MailServer,
    worker: Worker,
    clock: MovableClock,
    interviewed: Resource,
    database: Database,
) -> None:
    clock.present = at(24, 8)
    worker._do_next(DIGESTS)
    if what == "switched off":
        api.patch(f"{V1}/me", json={"digest": {"enabled": False}})
    elif what == "nothing left":
        api.delete(f"{APPLICATIONS}/{interviewed['id']}")
    else:
        api.delete(f"{V1}/me")
    worker.work_off()
    assert (mail.letters, count_jobs(database)) == ([], 0)


def test_the_link_in_a_letter_ends_them(
    mail: MailServer, worker: Worker, clock: MovableClock, client: TestClient, interviewed: Resource
) -> None:
    work_until(clock, worker, at(24, 9))
    link = mail.only["List-Unsubscribe"].strip("<>").removeprefix("https://afterview.example")
    assert client.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    work_until(clock, worker, at(26, 12))
    assert len(mail.letters) == 1
