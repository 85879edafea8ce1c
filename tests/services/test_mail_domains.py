"""What an e-mail address says about somebody's employer."""

import pytest

from afterview.services.mail_domains import company_of, employer_domain, is_company_of, is_nobodys


@pytest.mark.parametrize("email", ["dana@acme.example", "Dana@ACME.example"])
def test_an_employers_domain_is_one(email: str) -> None:
    assert employer_domain(email) == "acme.example"


@pytest.mark.parametrize(
    "email",
    [
        "dana@gmail.com",
        "dana@GMAIL.com",
        "x@calendly.com",
        "no-reply@mail.greenhouse.io",
        "c_1@resource.calendar.google.com",
        "no-reply@zoom.us",
        "dana@localhost",
        "dana",
        "",
        None,
    ],
)
def test_a_domain_that_everybody_shares_is_none(email: str | None) -> None:
    assert employer_domain(email) is None


@pytest.mark.parametrize("email", ["dana@notgmail.com", "dana@google.com", "dana@mygreenhouse.io"])
def test_a_domain_that_only_ends_alike_is_an_employers(email: str) -> None:
    assert employer_domain(email) is not None


@pytest.mark.parametrize(
    ("domain", "company"),
    [
        ("acme.example", "Acme"),
        ("mail.acme.example", "Acme"),
        ("acme.co.uk", "Acme"),
        ("north-wind.de", "North Wind"),
        ("ibm.com", "Ibm"),
    ],
)
def test_a_domain_tells_a_companys_name(domain: str, company: str) -> None:
    assert company_of(domain) == company


@pytest.mark.parametrize("name", ["Acme", "ACME", "Acme, Inc.", "Acme GmbH", "A-c-m-e"])
def test_a_company_is_known_by_its_domain(name: str) -> None:
    assert is_company_of(name, "acme.example")


@pytest.mark.parametrize("name", ["Acmeville", "Ac", "", "Example"])
def test_another_company_is_another(name: str) -> None:
    assert not is_company_of(name, "acme.example")


@pytest.mark.parametrize("email", ["no-reply@acme.example", "donotreply@x.example", "notifications@calendly.com"])
def test_machines_have_addresses_too(email: str) -> None:
    assert is_nobodys(email)


@pytest.mark.parametrize("email", ["dana@acme.example", "nora.reply@acme.example"])
def test_people_are_not_taken_for_machines(email: str) -> None:
    assert not is_nobodys(email)
