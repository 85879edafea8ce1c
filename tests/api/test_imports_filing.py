"""Where an invitation is filed, under which name, and who becomes a contact."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from tests.api.calendar_imports import counts, imported, only_interview
from tests.api.resources import APPLICATIONS, INTERVIEWS, Resource, a_contact, an_application, items
from tests.connectors.calendar_texts import calendar


def from_(organizer: str, *lines: str, uid: str = "one@example.com", summary: str = "Talk") -> bytes:
    """An invitation by somebody, an address or a name and an address."""
    name, _, email = organizer.rpartition(" ")
    who = f"ORGANIZER;CN={name}:mailto:{email}" if name else f"ORGANIZER:mailto:{email}"
    raw = calendar("DTSTART:20300401T100000Z", "DURATION:PT1H", who, f"SUMMARY:{summary}", *lines)
    return raw.replace(b"one@example.com", uid.encode())


def filed_under(client: TestClient) -> Resource:
    """The application of the only interview."""
    found: Resource = client.get(f"{APPLICATIONS}/{only_interview(client)['application_id']}").json()
    return found


def people(client: TestClient, application_id: str) -> list[tuple[str, str, str | None]]:
    """Name, role and address of an application's contacts."""
    return [
        (one["name"], one["role"], one["email"]) for one in items(client, f"{APPLICATIONS}/{application_id}/contacts")
    ]


def test_a_new_application_is_named_after_organizer_and_summary(signed_in: TestClient) -> None:
    imported(signed_in, "google-request")
    application = filed_under(signed_in)
    assert (application["company"], application["role"]) == ("Acme", "Data engineer")
    assert application["status"] == "active"


def test_what_is_unclear_is_named_by_domain_and_summary(signed_in: TestClient) -> None:
    imported(signed_in, "exchange-display-zone")
    application = filed_under(signed_in)
    assert (application["company"], application["role"]) == ("Harbor", "Onsite interview")


def test_a_summary_that_names_a_round_gives_the_interview_one(signed_in: TestClient) -> None:
    imported(signed_in, "outlook-request")
    assert filed_under(signed_in)["company"] == "Nordwind"
    assert only_interview(signed_in)["round"] == "technical interview"


def test_an_event_without_organizer_and_summary_is_filed_too(signed_in: TestClient) -> None:
    imported(signed_in, calendar("DTSTART:20300401T100000Z"))
    application = filed_under(signed_in)
    assert (application["company"], application["role"]) == ("Unnamed company", "Interview")


def test_the_caller_may_say_where(signed_in: TestClient) -> None:
    an_application(signed_in, company="Acme", role="Data engineer")
    other = an_application(signed_in, company="Quillon", role="Analyst")
    imported(signed_in, "google-request", application_id=other["id"])
    assert filed_under(signed_in)["id"] == other["id"]


def test_another_instance_of_a_known_event_is_filed_with_it(signed_in: TestClient) -> None:
    application = an_application(signed_in, company="Quillon", role="Analyst")
    imported(signed_in, from_("dana@acme.example"), application_id=application["id"])
    imported(signed_in, from_("dana@acme.example", "RECURRENCE-ID:20300408T100000Z"))
    assert {one["application_id"] for one in items(signed_in, INTERVIEWS)} == {application["id"]}


def test_a_contact_with_the_organizers_domain_says_where(signed_in: TestClient) -> None:
    an_application(signed_in, company="Quillon", role="Analyst")
    application = an_application(signed_in, company="The Acme Group", role="Whatever")
    a_contact(signed_in, application, name="Omar", email="omar@ACME.example")
    imported(signed_in, from_("dana@acme.example"))
    assert filed_under(signed_in)["id"] == application["id"]


def test_a_company_called_like_the_domain_says_where(signed_in: TestClient) -> None:
    application = an_application(signed_in, company="ACME, Inc.", role="Analyst")
    imported(signed_in, from_("dana@acme.example"))
    assert filed_under(signed_in)["id"] == application["id"]


def test_of_two_applications_there_the_role_decides(signed_in: TestClient) -> None:
    analyst = an_application(signed_in, role="Analyst")
    an_application(signed_in, role="Data engineer")
    imported(signed_in, from_("dana@acme.example", summary="Second talk (Analyst)"))
    assert filed_under(signed_in)["id"] == analyst["id"]


def test_of_two_applications_there_the_people_decide_next(signed_in: TestClient) -> None:
    first, second = an_application(signed_in, role="Analyst"), an_application(signed_in, role="Data engineer")
    a_contact(signed_in, first, name="Dana", email="dana@acme.example")
    a_contact(signed_in, second, name="Omar", email="omar@acme.example")
    imported(signed_in, from_("dana@acme.example"))
    assert filed_under(signed_in)["id"] == first["id"]


def test_of_two_applications_there_the_newest_is_taken_otherwise(signed_in: TestClient) -> None:
    an_application(signed_in, role="Analyst")
    newest = an_application(signed_in, role="Data engineer")
    imported(signed_in, from_("dana@acme.example"))
    assert filed_under(signed_in)["id"] == newest["id"]


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "closed"])
def test_an_application_that_is_over_gets_no_new_interviews(signed_in: TestClient, status: str) -> None:
    over = an_application(signed_in, status=status)
    imported(signed_in, from_("dana@acme.example", summary="Interview: Data engineer at Acme"))
    assert filed_under(signed_in)["id"] != over["id"]


@pytest.mark.parametrize("domain", ["gmail.com", "outlook.com", "calendly.com", "zoom.us", "mail.greenhouse.io"])
def test_a_domain_that_everybody_shares_says_nothing(signed_in: TestClient, domain: str) -> None:
    application = an_application(signed_in, company="Quillon", role="Analyst")
    a_contact(signed_in, application, name="Omar", email=f"omar@{domain}")
    imported(signed_in, from_(f"Dana dana@{domain}", summary="Interview: Data engineer at Acme"))
    assert filed_under(signed_in)["company"] == "Acme"


def test_behind_a_scheduling_service_the_attendees_say_where(signed_in: TestClient) -> None:
    imported(signed_in, "calendly-request")
    assert filed_under(signed_in)["company"] == "Fernhill"


def test_two_events_of_one_company_in_one_file_share_an_application(signed_in: TestClient) -> None:
    first = from_("dana@acme.example", summary="Interview: Analyst at Zeta")
    imported(signed_in, first + from_("omar@acme.example", uid="two@example.com"))
    assert len(items(signed_in, APPLICATIONS)) == 1


def test_company_and_role_find_an_application_when_no_domain_does(signed_in: TestClient) -> None:
    application = an_application(signed_in, company="Acme", role="Data engineer")
    imported(signed_in, calendar("DTSTART:20300401T100000Z", "SUMMARY:Interview: data engineer at ACME"))
    assert filed_under(signed_in)["id"] == application["id"]


def test_organizer_and_attendees_become_contacts_and_interviewers(signed_in: TestClient) -> None:
    imported(signed_in, "google-request")
    interview = only_interview(signed_in)
    assert people(signed_in, interview["application_id"]) == [
        ("Dana Reyes", "interviewer", "dana@acme.example"),
        ("Omar Haddad", "interviewer", "omar@acme.example"),
    ]
    assert len(interview["interviewer_ids"]) == 2


def test_a_recruiter_who_brings_others_becomes_a_contact_alone(signed_in: TestClient) -> None:
    imported(signed_in, from_("Ida talent@acme.example", "ATTENDEE;CN=Omar:mailto:omar@acme.example"))
    interview = only_interview(signed_in)
    assert people(signed_in, interview["application_id"]) == [
        ("Omar", "interviewer", "omar@acme.example"),
        ("Ida", "recruiter", "talent@acme.example"),
    ]
    assert len(interview["interviewer_ids"]) == 1


def test_a_known_contact_stays_what_they_are(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, name="Dana R.", email="dana@acme.example", role="hiring_manager")
    imported(signed_in, from_("Dana Reyes dana@acme.example"))
    assert people(signed_in, application["id"]) == [("Dana R.", "hiring_manager", "dana@acme.example")]
    assert only_interview(signed_in)["interviewer_ids"] == [dana["id"]]


def test_the_candidate_of_an_application_is_not_their_own_interviewer(signed_in: TestClient) -> None:
    application = an_application(signed_in, candidate={"name": "Lou Marsh", "email": "lou@example.com"})
    imported(signed_in, from_("dana@acme.example", "ATTENDEE:mailto:Lou@example.com"))
    assert [email for _, _, email in people(signed_in, application["id"])] == ["dana@acme.example"]


def test_two_imports_at_once_make_one_interview(signed_in: TestClient) -> None:
    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(lambda _: imported(signed_in, "google-request"), range(4)))
    assert sum(report["created"] for report in reports) == 1
    assert [counts(report) for report in reports].count({"skipped": 1}) == 3
    assert len(items(signed_in, INTERVIEWS)) == len(items(signed_in, APPLICATIONS)) == 1
