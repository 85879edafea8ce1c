"""What an invitation's summary tells of company, role and round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.services.invitation_subject import Known, Subject, subject_of

ACME = Known(domain="acme.example", me="Kim Okafor", others=("Dana Reyes", "Omar Haddad"), host="Dana Reyes")
NOBODY = Known(domain=None, me="Kim Okafor")


@pytest.mark.parametrize(
    ("summary", "subject"),
    [
        ("Interview: Data engineer at Acme", Subject("Acme", "Data engineer")),
        ("Interview for the Data engineer position at Acme Inc.", Subject("Acme Inc.", "Data engineer")),
        ("Interview for Senior Backend Engineer role", Subject("Acme", "Senior Backend Engineer")),
        ("Data Engineer Interview @ Acme (Google Meet)", Subject("Acme", "Data Engineer")),
        ("Re: Updated invitation: Data Engineer", Subject("Acme", "Data Engineer")),
        ("[External] Data Engineer", Subject("Acme", "Data Engineer")),
        ("Platform engineer interview with Quillon", Subject("Quillon", "Platform engineer")),
        ("Interview with Acme for the Analyst position", Subject("Acme", "Analyst")),
        ("Acme <> Kim: technical interview", Subject("Acme", "Technical interview", "technical interview")),
        ("Kim Okafor x Acme - final round", Subject("Acme", "Final round", "final round")),
        ("Acme | Data Engineer | Phone screen", Subject("Acme", "Data Engineer", "Phone screen")),
        ("ACME – second round", Subject("ACME", "Second round", "second round")),
        ("Interview: Kim Okafor - Data Engineer", Subject("Acme", "Data Engineer")),
        ("Onsite interview", Subject("Acme", "Onsite interview", "Onsite interview")),
        ("Interview with Dana Reyes", Subject("Acme", "Interview with Dana Reyes")),
        ("Kim Okafor and Dana Reyes", Subject("Acme", "Interview")),
        ("Coffee with the team", Subject("Acme", "Coffee with the team")),
        ("Interview at 10:30", Subject("Acme", "Interview at 10:30", "Interview at 10:30")),
        ("Vorstellungsgespräch bei Nordwind", Subject("Nordwind", "Vorstellungsgespräch bei Nordwind")),
        ("Research & Development Lead", Subject("Acme", "Research & Development Lead")),
        ("Full-stack engineer", Subject("Acme", "Full-stack engineer")),
        ("", Subject("Acme", "Interview")),
        (None, Subject("Acme", "Interview")),
    ],
)
def test_a_summary_tells_what_it_tells(summary: str | None, subject: Subject) -> None:
    assert subject_of(summary, ACME) == subject


@pytest.mark.parametrize(
    ("summary", "subject"),
    [
        ("Interview with the Faraway Company", Subject("Faraway Company", "Interview with the Faraway Company")),
        ("Acme <> Kim", Subject("Acme", "Acme <> Kim")),
        ("Assessment day", Subject("Unnamed company", "Assessment day", "Assessment day")),
    ],
)
def test_without_a_domain_the_summary_has_to_do(summary: str, subject: Subject) -> None:
    assert subject_of(summary, NOBODY) == subject


def test_without_domain_and_company_whoever_invites_stands_for_it() -> None:
    known = Known(domain=None, me="Kim Okafor", others=("Dana Reyes",), host="Dana Reyes")
    assert subject_of("Data engineer", known) == Subject("Dana Reyes", "Data engineer")


@given(st.text(max_size=300))
def test_any_summary_gives_a_company_and_a_role(summary: str) -> None:
    subject = subject_of(summary, NOBODY)
    assert 0 < len(subject.company) <= 200
    assert 0 < len(subject.role) <= 200
