"""What can be done with a step besides taking it: an answer came, it is put off, or it is left out."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.people import Visitor, arrive


@pytest.fixture
def visitor(page: Page) -> Visitor:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    return visitor


def card(page: Page) -> Locator:
    return page.get_by_role("article").filter(has_text="Acme")


def test_a_step_is_put_off_until_tomorrow_and_back(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="Not for me").click()
    expect(page.get_by_role("button", name="Tomorrow")).to_be_focused()
    page.get_by_role("button", name="Tomorrow").click()
    expect(page.get_by_role("status").filter(has_text="Put off until tomorrow.")).to_be_visible()
    expect(card(page)).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(card(page)).to_be_visible()


def test_a_step_is_put_off_until_a_day_of_ones_own(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="Not for me").click()
    page.get_by_role("button", name="On a day you pick").click()
    page.get_by_label("Day", exact=True).fill("2026-11-23")
    page.get_by_role("button", name="Bring it up then").click()
    expect(page.get_by_label("Day", exact=True)).to_have_accessible_description("Pick a day after today.")
    page.get_by_label("Day", exact=True).fill("2026-11-26")
    page.get_by_role("button", name="Bring it up then").click()
    expect(page.get_by_role("status").filter(has_text="Put off until Thu 26 Nov.")).to_be_visible()


def test_a_step_is_left_out_for_good(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="Not for me").click()
    page.get_by_role("button", name="Never").click()
    expect(page.get_by_role("status").filter(has_text="Left out.")).to_be_visible()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email")).to_have_count(0)


def test_a_reply_with_a_date_is_logged_and_waited_for(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="They replied").click()
    page.get_by_label("They will answer by").fill("2026-12-04")
    page.get_by_role("textbox", name="Note").fill("They liked the talk.")
    page.get_by_role("button", name="Log the reply").click()
    expect(page.get_by_role("status").filter(has_text="Logged: they replied.")).to_be_visible()
    page.get_by_role("link", name="Acme", exact=True).click()
    log = page.get_by_role("region", name="What has been said")
    expect(log).to_contain_text("Dana Reyes replied. They liked the talk. They will answer by Fri 4 Dec.")


def test_the_only_person_is_meant_even_when_the_people_come_late(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    held: list[Route] = []
    page.route("**/contacts?*", lambda route: held.append(route))
    visitor.open()
    card(page).get_by_role("button", name="They replied").click()
    expect(page.get_by_role("button", name="Log the reply")).to_be_visible()
    for route in held:
        route.continue_()
    expect(page.get_by_label("From whom").locator("option:checked")).to_have_text("Dana Reyes")


def test_a_question_is_answered_first(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="They replied").click()
    page.get_by_label("They asked me something that I still have to answer").check()
    page.get_by_role("button", name="Log the reply").click()
    expect(page.get_by_role("heading", name="Answer Dana Reyes")).to_be_visible()
    expect(page.get_by_role("button", name="I already answered")).to_be_visible()


def test_a_no_asks_for_a_gracious_word_and_can_be_undone(page: Page, visitor: Visitor) -> None:
    card(page).get_by_role("button", name="They replied").click()
    page.get_by_label("They said no").check()
    page.get_by_role("button", name="Log the reply").click()
    expect(page.get_by_role("heading", name="Thank Dana Reyes for the decision")).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email")).to_be_visible()


def test_a_call_says_how_it_ended(page: Page) -> None:
    visitor = arrive(page)
    application_id = visitor.had_interview("Acme", "Data engineer", ended="2026-11-02T14:15:00Z")
    visitor.send("POST", f"/applications/{application_id}/touches", {
        "kind": "thank_you_email", "occurred_at": "2026-11-02T16:00:00Z",
    })  # fmt: skip
    person = {"phone": "+12125550123"}
    contacts = page.request.get(
        f"/api/v1/applications/{application_id}/contacts", headers={"Authorization": f"Bearer {visitor.token}"}
    ).json()["items"]
    visitor.send("PATCH", f"/contacts/{contacts[0]['id']}", person)
    visitor.send("PATCH", "/me", {"policy": {"enquiry_order": "call_first"}})
    visitor.open()
    page.get_by_role("button", name="I already called").click()
    page.get_by_role("button", name="I left a message").click()
    expect(page.get_by_role("status").filter(has_text="Logged: you called.")).to_be_visible()
    visitor.open(f"#/applications/{application_id}")
    expect(page.get_by_role("region", name="What has been said")).to_contain_text("I left a message.")
