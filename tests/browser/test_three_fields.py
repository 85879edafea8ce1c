"""The other way in: company, role, and when."""

from playwright.sync_api import Page, expect

from tests.browser.people import arrive


def test_three_fields_are_enough(page: Page) -> None:
    arrive(page).open()
    page.get_by_label("Company").fill("Harbour & Pine")
    page.get_by_label("Role").fill("Analytics lead")
    page.get_by_label("It ended at").fill("2026-11-23T09:00")
    page.get_by_role("button", name="Show me what to do").click()
    card = page.get_by_role("article").filter(has_text="Harbour & Pine")
    expect(card).to_contain_text("Best before tomorrow, 09:00")


def test_more_fields_make_the_advice_personal(page: Page) -> None:
    arrive(page).open()
    page.get_by_label("Company").fill("Lumen")
    page.get_by_label("Role").fill("Designer")
    page.get_by_label("It ended at").fill("2026-11-23T09:00")
    page.get_by_text("More, if you like").click()
    page.get_by_label("Who interviewed you").fill("Mae Okafor")
    page.get_by_label("Their email").fill("mae@lumen.example")
    page.get_by_label("They promised an answer by").fill("2026-11-30")
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.get_by_role("heading", name="Send Mae Okafor a thank-you email")).to_be_visible()
    expect(page.get_by_role("complementary", name="The days ahead")).to_contain_text("Lumen: the day they named")


def test_an_interview_ahead_is_waited_for(page: Page) -> None:
    arrive(page).open()
    page.get_by_label("Company").fill("Oakfield Library")
    page.get_by_label("Role").fill("Systems librarian")
    page.get_by_label("is still ahead").check()
    page.get_by_label("It starts at").fill("2026-11-26T11:00")
    page.get_by_role("button", name="Show me what to do").click()
    row = page.get_by_role("region", name="Waiting is right").get_by_role("listitem")
    expect(row).to_contain_text("Interview Thu 26 Nov")
    expect(page.get_by_role("complementary", name="The days ahead")).to_contain_text("Thank-you opens at 12:00")


def test_an_empty_form_says_what_to_write_and_goes_to_the_first_field(page: Page) -> None:
    arrive(page).open()
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.get_by_label("Company")).to_be_focused()
    expect(page.get_by_label("Company")).to_have_accessible_description("Fill this in.")
    expect(page.get_by_label("It ended at")).to_have_accessible_description("Say the day and the time.")


def test_what_the_api_refuses_stands_under_its_field(page: Page) -> None:
    arrive(page).open()
    page.get_by_label("Company").fill("x" * 201)
    page.get_by_label("Role").fill("Designer")
    page.get_by_label("It ended at").fill("2026-11-23T09:00")
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.get_by_label("Company")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert").filter(has_text="Some fields need another look.")).to_be_visible()
    expect(page.get_by_label("Role")).to_have_value("Designer")
