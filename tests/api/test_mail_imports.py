"""`POST /imports/email`: who wrote to whom, where it belongs, what it is; and nothing filed on a guess."""

import pytest
from starlette.testclient import TestClient

from tests.api.mail_imports import MAIL, ME, filed, message, send
from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    UNKNOWN,
    Resource,
    a_contact,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)
from tests.conftest import SignUp
from tests.connectors.calendar_texts import invitation


@pytest.fixture
def acme(signed_in: TestClient) -> Resource:
    """An application to Acme where Dana held the interview on Friday, and has not been thanked."""
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, email="dana@acme.example")
    an_interview(signed_in, application, interviewer_ids=[dana["id"]])
    return application | {"dana": dana["id"]}


def touches(client: TestClient, application: Resource) -> list[Resource]:
    """What is logged in an application."""
    return items(client, f"{APPLICATIONS}/{application['id']}/touches")


def test_a_reply_is_logged_for_whoever_wrote_it(signed_in: TestClient, acme: Resource) -> None:
    report = filed(signed_in, message())
    [touch] = touches(signed_in, acme)
    assert report == {
        "outcome": "logged",
        "direction": "received",
        "automatic": False,
        "subject": "Your interview",
        "sender": {"name": "Dana Reyes", "email": "Dana@Acme.example"},
        "place": {
            "application_id": acme["id"],
            "company": "Acme",
            "role": "Data engineer",
            "contact_id": acme["dana"],
            "contact_name": "Dana Reyes",
        },
        "choices": [],
        "touch": {
            "kind": "reply_received",
            "occurred_at": "2026-11-23T14:00:00Z",
            "note": "Your interview",
            "needs_answer": False,
            "reply_expected_by": None,
        },
        "touch_id": touch["id"],
        "calendar": None,
        "problems": [],
    }
    assert (touch["kind"], touch["contact_id"], touch["occurred_at"]) == (
        "reply_received",
        acme["dana"],
        "2026-11-23T14:00:00Z",
    )


def test_a_dry_run_tells_the_same_and_logs_nothing(signed_in: TestClient, acme: Resource) -> None:
    proposed = filed(signed_in, message(), dry_run="true")
    assert touches(signed_in, acme) == []
    confirmed = filed(signed_in, message())
    assert proposed == confirmed | {"touch_id": None}


def test_the_same_message_twice_is_logged_once(signed_in: TestClient, acme: Resource) -> None:
    first, again = filed(signed_in, message()), filed(signed_in, message())
    assert (again["outcome"], again["touch_id"]) == ("known", first["touch_id"])
    assert len(touches(signed_in, acme)) == 1


def test_a_message_taken_back_can_be_logged_again(signed_in: TestClient, acme: Resource) -> None:
    signed_in.delete(f"/api/v1/touches/{filed(signed_in, message())['touch_id']}")
    assert filed(signed_in, message())["outcome"] == "logged"


def test_what_the_user_sent_is_the_step_that_was_right_then(signed_in: TestClient, acme: Resource) -> None:
    sent = message("Thank you for your time.", From=ME, To="Dana <dana@acme.example>")
    report = filed(signed_in, sent)
    assert (report["direction"], report["touch"]["kind"]) == ("sent", "thank_you_email")
    assert touches(signed_in, acme)[0]["contact_id"] == acme["dana"]


def test_what_fits_no_step_is_something_else_that_was_sent(signed_in: TestClient, acme: Resource) -> None:
    a_touch(signed_in, acme, contact_id=acme["dana"], occurred_at="2026-11-20T22:00:00Z")
    report = filed(signed_in, message(From=ME, To="dana@acme.example"))
    assert report["touch"]["kind"] == "other_outbound"


def test_the_user_knows_better_what_it_is(signed_in: TestClient, acme: Resource) -> None:
    said = {"needs_answer": "true", "reply_expected_by": "2026-12-01"}
    filed(signed_in, message(), **said)
    sent = message(From=ME, To="dana@acme.example", Message_ID="<two@me.example>")
    assert filed(signed_in, sent, kind="additional_information_email")["touch"]["kind"] == (
        "additional_information_email"
    )
    reply = touches(signed_in, acme)[0]
    assert (reply["needs_answer"], reply["reply_expected_by"]) == (True, "2026-12-01")


def test_a_question_in_their_own_words_asks_for_an_answer(signed_in: TestClient, acme: Resource) -> None:
    asks = filed(signed_in, message("Could you do Tuesday?"), dry_run="true")
    quotes = filed(signed_in, message("Noted.\n\nOn Friday, Kim wrote:\n> Any news?"), dry_run="true")
    assert (asks["touch"]["needs_answer"], quotes["touch"]["needs_answer"]) == (True, False)


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; x=y"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"Return_Path": "<>"},
    ],
)
def test_an_automatic_reply_is_no_answer(signed_in: TestClient, acme: Resource, headers: dict[str, str]) -> None:
    report = filed(signed_in, message("Away until Monday?", **headers))
    assert (report["automatic"], report["touch"]["kind"]) == (True, "auto_reply_received")
    assert report["touch"]["needs_answer"] is False


def test_a_person_says_auto_submitted_no(signed_in: TestClient, acme: Resource) -> None:
    assert filed(signed_in, message(Auto_Submitted="no"))["automatic"] is False


def test_a_new_voice_in_a_known_thread_belongs_to_its_application(signed_in: TestClient, acme: Resource) -> None:
    filed(signed_in, message())
    other = message(From="Pat <pat@elsewhere.example>", Message_ID="<three@x.example>", References="<one@acme.example>")
    report = filed(signed_in, other)
    assert (report["place"]["application_id"], report["place"]["contact_id"]) == (acme["id"], None)
    assert report["problems"] == ["Pat is not among the people at Acme. Add them if you write to each other."]


def test_a_colleague_is_known_by_the_employers_domain(signed_in: TestClient, acme: Resource) -> None:
    report = filed(signed_in, message(From="Pat <pat@acme.example>"))
    assert report["place"]["application_id"] == acme["id"]


def test_a_shared_domain_says_nothing(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    a_contact(signed_in, application, email="dana@gmail.com")
    assert filed(signed_in, message(From="pat@gmail.com"))["outcome"] == "unmatched"


def test_a_stranger_is_filed_nowhere_unless_the_user_says_where(signed_in: TestClient, acme: Resource) -> None:
    stranger = message(From="Pat <pat@elsewhere.example>")
    report = filed(signed_in, stranger)
    assert (report["outcome"], report["touch"], touches(signed_in, acme)) == ("unmatched", None, [])
    assert filed(signed_in, stranger, application_id=acme["id"])["outcome"] == "logged"


def test_between_two_applications_the_user_is_asked(signed_in: TestClient, acme: Resource) -> None:
    second = an_application(signed_in, role="Team lead")
    a_contact(signed_in, second, email="dana@acme.example")
    report = filed(signed_in, message())
    assert report["outcome"] == "unclear"
    assert {choice["application_id"] for choice in report["choices"]} == {acme["id"], second["id"]}
    assert touches(signed_in, acme) == touches(signed_in, second) == []
    assert filed(signed_in, message(), application_id=second["id"])["place"]["role"] == "Team lead"


def test_an_application_that_is_still_open_is_meant_before_one_that_ended(
    signed_in: TestClient, acme: Resource
) -> None:
    ended = an_application(signed_in, role="Intern", status="closed")
    a_contact(signed_in, ended, email="dana@acme.example")
    assert filed(signed_in, message())["place"]["application_id"] == acme["id"]


def test_a_candidates_own_address_is_ours_too(signed_in: TestClient) -> None:
    candidate = {"name": "Ana", "email": "ana@example.com"}
    application = an_application(signed_in, candidate=candidate)
    a_contact(signed_in, application, email="dana@acme.example")
    assert filed(signed_in, message(From="Ana <Ana@example.com>", To="dana@acme.example"))["direction"] == "sent"


def test_a_message_forwarded_as_a_whole_is_read_instead(signed_in: TestClient, acme: Resource) -> None:
    wrapped = message("See below.", From=ME, To="log@example.net", Subject="Fwd", Message_ID="<fwd@me.example>")
    wrapped.add_attachment(message())
    report = filed(signed_in, wrapped)
    assert (report["direction"], report["subject"]) == ("received", "Your interview")


def test_an_invitation_in_a_message_is_filed_with_it(signed_in: TestClient) -> None:
    mail = message("Here you go.")
    mail.add_attachment(invitation("google-request"), maintype="text", subtype="calendar", filename="invite.ics")
    report = filed(signed_in, mail)
    [interview] = items(signed_in, INTERVIEWS)
    assert report["calendar"]["events"][0]["interview_id"] == interview["id"]
    assert report["place"]["application_id"] == interview["application_id"]
    assert report["touch"]["kind"] == "reply_received"


def test_of_a_machines_invitation_only_the_interview_is_kept(signed_in: TestClient) -> None:
    mail = message("Invitation", From="Calendar <calendar-notification@google.com>", Auto_Submitted="auto-generated")
    mail.add_attachment(invitation("google-request"), maintype="text", subtype="calendar")
    report = filed(signed_in, mail)
    assert (report["outcome"], report["touch"], report["calendar"]["created"]) == ("logged", None, 1)


def test_a_dry_run_files_no_invitation(signed_in: TestClient) -> None:
    mail = message("Here you go.")
    mail.add_attachment(invitation("google-request"), maintype="text", subtype="calendar")
    report = filed(signed_in, mail, dry_run="true")
    assert (items(signed_in, INTERVIEWS), items(signed_in, APPLICATIONS)) == ([], [])
    assert report["calendar"]["events"][0]["interview_id"] is None


def test_a_broken_invitation_is_told_and_the_message_kept(signed_in: TestClient, acme: Resource) -> None:
    mail = message()
    mail.add_attachment(b"BEGIN:VCALENDAR\r\nnothing", maintype="text", subtype="calendar")
    report = filed(signed_in, mail)
    assert report["outcome"] == "logged"
    assert "could not be read" in report["problems"][0]


@pytest.mark.parametrize(
    "date", [None, "whenever", "Mon, 23 Nov 2026 15:00:01 +0000", "Fri, 31 Dec 9999 23:59:59 -1200"]
)
def test_a_message_without_a_usable_date_counts_as_sent_now(
    signed_in: TestClient, acme: Resource, date: str | None
) -> None:
    raw = message(Date=None).as_bytes()
    raw = raw if date is None else b"Date: " + date.encode() + b"\n" + raw
    report = filed(signed_in, raw)
    assert report["touch"]["occurred_at"] == "2026-11-23T15:00:00Z"
    assert "counts as sent now" in report["problems"][0]


@pytest.mark.parametrize("raw", [b"", b"hello", b"\x00\xff\xfe", b"To: kim@example.com\n\nhi", b"From: nobody\n\nhi"])
def test_what_is_no_message_is_refused_in_a_sentence(signed_in: TestClient, raw: bytes) -> None:
    assert codes(send(signed_in, raw)) == {"": "not_a_message"}


def test_another_type_is_a_415(signed_in: TestClient) -> None:
    assert signed_in.post(MAIL, content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415


def test_an_application_that_is_not_there_is_pointed_at(signed_in: TestClient, acme: Resource) -> None:
    assert codes(send(signed_in, message(), application_id=UNKNOWN)) == {"/application_id": "unknown_id"}


def test_only_a_reply_names_a_day(signed_in: TestClient, acme: Resource) -> None:
    sent = message(From=ME, To="dana@acme.example")
    response = send(signed_in, sent, reply_expected_by="2026-12-01")
    assert codes(response) == {"/reply_expected_by": "not_a_reply"}
    assert touches(signed_in, acme) == []


def test_nobody_files_a_message_under_somebody_elses_application(
    signed_in: TestClient, acme: Resource, sign_up: SignUp
) -> None:
    stranger = sign_up("sam@example.com")
    assert filed(stranger, message(To="sam@example.com"))["outcome"] == "unmatched"
    response = send(stranger, message(), application_id=acme["id"])
    assert codes(response) == {"/application_id": "unknown_id"}


def test_names_and_subjects_of_any_script_are_kept(signed_in: TestClient, acme: Resource) -> None:
    mail = message(From="Søren Ægir 宮城 <dana@acme.example>", Subject="Ihr Gespräch – 次回")
    report = filed(signed_in, mail)
    assert (report["sender"]["name"], report["subject"]) == ("Søren Ægir 宮城", "Ihr Gespräch – 次回")


def test_a_message_is_a_new_fact_for_the_advice(signed_in: TestClient, acme: Resource) -> None:
    advice = f"{APPLICATIONS}/{acme['id']}/next-action"
    before = signed_in.get(advice).json()["action"]["kind"]
    filed(signed_in, message("Could you send your references?"))
    assert (before, signed_in.get(advice).json()["action"]["kind"]) == ("thank_you_email", "answer")
