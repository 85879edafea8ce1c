"""Interviewers: who is meant by a name or an address, who becomes a contact, and in which order they stand."""

from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    UNKNOWN,
    a_contact,
    an_application,
    an_interview,
    codes,
    interview_body,
    items,
    made,
    pointers,
)

ACME = {"company": "Acme", "role": "Data engineer"}


def people(client: TestClient, interview: dict[str, object]) -> list[str]:
    """The names of the contacts of the interview's application, in order."""
    return [one["name"] for one in items(client, f"{APPLICATIONS}/{interview['application_id']}/contacts")]


def test_unknown_interviewers_become_contacts_in_order(signed_in: TestClient) -> None:
    said = [{"name": "Dana", "email": "dana@acme.example", "role": "hiring_manager"}, {"name": "Sam", "title": "CTO"}]
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said)))
    contacts = items(signed_in, f"{APPLICATIONS}/{interview['application_id']}/contacts")
    assert [contact["id"] for contact in contacts] == interview["interviewer_ids"]
    assert [(one["name"], one["role"], one["title"]) for one in contacts] == [
        ("Dana", "hiring_manager", None),
        ("Sam", "interviewer", "CTO"),
    ]


def test_an_interviewer_is_known_by_their_address_first(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    namesake = a_contact(signed_in, application, name="Dana")
    dana = a_contact(signed_in, application, name="D. Reyes", email="dana@acme.example")
    said = [{"name": "Dana", "email": "DANA@acme.example"}]
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said)))
    assert interview["interviewer_ids"] == [dana["id"]]
    assert people(signed_in, interview) == [namesake["name"], "D. Reyes"]


def test_an_interviewer_is_known_by_their_name_next(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    dana = a_contact(signed_in, application, name="Dana Reyes", email="dana@acme.example")
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=[{"name": "dana  REYES"}])))
    assert interview["interviewer_ids"] == [dana["id"]]


def test_two_addresses_under_one_name_are_two_people(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    a_contact(signed_in, application, name="Dana", email="dana@acme.example")
    said = [{"name": "Dana", "email": "dana.other@acme.example"}]
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said)))
    assert people(signed_in, interview) == ["Dana", "Dana"]


def test_what_is_said_of_a_known_interviewer_fills_in_and_overwrites_nothing(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    a_contact(signed_in, application, name="Dana", title="CTO", role="recruiter")
    said = [{"name": "dana", "title": "Engineer", "email": "dana@acme.example", "role": "other"}]
    made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said)))
    (dana,) = items(signed_in, f"{APPLICATIONS}/{application['id']}/contacts")
    assert (dana["name"], dana["title"], dana["role"]) == ("Dana", "CTO", "recruiter")
    assert dana["email"] == "dana@acme.example"


def test_one_person_named_twice_is_one_interviewer(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    dana = a_contact(signed_in, application, name="Dana")
    said = interview_body(
        application_id=application["id"], interviewer_ids=[dana["id"]], interviewers=[{"name": "Sam"}, {"name": "Dana"}]
    )
    interview = made(signed_in.post(INTERVIEWS, json=said))
    assert interview["interviewer_ids"][0] == dana["id"]
    assert people(signed_in, interview) == ["Dana", "Sam"]


def test_a_new_person_named_twice_is_one_contact(signed_in: TestClient) -> None:
    said = [
        {"name": "Dana", "email": "dana@acme.example"},
        {"name": "dana"},
        {"name": "D.", "email": "dana@acme.example"},
    ]
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said)))
    assert people(signed_in, interview) == ["Dana"]
    assert len(interview["interviewer_ids"]) == 1


def test_an_interviewer_who_is_wrong_is_pointed_at_and_nothing_is_kept(signed_in: TestClient) -> None:
    said = [{"name": "Dana"}, {"name": "Sam", "email": "sam"}]
    answer = signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=said))
    assert pointers(answer) == ["/interviewers/1/email"]
    assert items(signed_in, APPLICATIONS) == []


def test_a_hundred_interviewers_are_enough(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, name="Dana")
    said = interview_body(
        application_id=application["id"],
        interviewer_ids=[dana["id"]],
        interviewers=[{"name": f"Person {n}"} for n in range(100)],
    )
    assert pointers(signed_in.post(INTERVIEWS, json=said)) == ["/interviewers"]
    assert len(items(signed_in, f"{APPLICATIONS}/{application['id']}/contacts")) == 1


def test_ids_of_people_who_are_not_there_are_pointed_at(signed_in: TestClient) -> None:
    application, other = an_application(signed_in), an_application(signed_in)
    dana, stranger = a_contact(signed_in, application), a_contact(signed_in, other)
    said = {"interviewer_ids": [dana["id"], stranger["id"], dana["id"]], "reply_promised_by": UNKNOWN}
    expected = {
        "/interviewer_ids/1": "unknown_id",
        "/interviewer_ids/2": "repeated_id",
        "/reply_promised_by": "unknown_id",
    }
    assert codes(signed_in.post(INTERVIEWS, json=interview_body(application_id=application["id"], **said))) == expected
    interview = an_interview(signed_in, application)
    assert codes(signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json=said)) == expected
