"""Templates: reading those that come with Afterview, and writing one's own with help while one types."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.people import Visitor, arrive
from tests.browser.screens import LONG


def writing(page: Page, address: str = "#/templates/new") -> Visitor:
    """Somebody who begins with a template."""
    visitor = arrive(page)
    visitor.open(address)
    expect(source(page)).to_be_visible()
    return visitor


def source(page: Page) -> Locator:
    return page.get_by_label("Text", exact=True)


def preview(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Preview")


def own_template(visitor: Visitor, **said: object) -> str:
    """A template that is kept already; its id."""
    body = {"name": "Thanks, short", "kind": "thank_you_email", "body": "Dear {{ recipient.name }},\n\nthank you."}
    template_id: str = visitor.send("POST", "/templates", body | said)["id"]
    return template_id


def test_settings_and_the_composer_lead_to_the_templates(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/settings")
    page.get_by_role("link", name="See the templates").click()
    expect(page.get_by_role("heading", name="Templates")).to_be_visible()
    visitor.open()
    page.get_by_role("link", name="Write the email").click()
    page.get_by_role("link", name="Templates").click()
    expect(page.get_by_role("heading", name="Templates")).to_be_visible()


def test_those_of_afterview_are_read_in_either_language_and_copied(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/templates")
    ours = page.get_by_role("region", name="From Afterview")
    expect(ours.get_by_role("group")).to_have_count(8)
    ours.get_by_label("Language").select_option("German")
    ours.get_by_text("Thank-you email").click()
    expect(ours.get_by_text("Guten Tag").filter(visible=True)).to_have_count(1)
    ours.get_by_role("link", name="Make a copy: Thank-you email").click()
    expect(page.get_by_label("Language")).to_have_value("de")
    expect(preview(page)).to_contain_text("Guten Tag Dana Reyes,")
    page.get_by_role("button", name="Save").click()
    copy = page.get_by_role("region", name="Yours").get_by_role("listitem")
    expect(copy).to_contain_text("Thank-you email, my way")
    expect(copy).to_contain_text("Thank-you email · German")


def test_a_name_is_completed_with_the_keyboard(page: Page) -> None:
    writing(page)
    source(page).press_sequentially("Dear {{ rec")
    fits = page.get_by_role("listbox").get_by_role("option")
    expect(fits).to_have_count(3)
    expect(page.get_by_role("status").filter(has_text="3 names fit.")).to_be_attached()
    assert [fits.nth(row).get_attribute("aria-selected") for row in range(3)] == ["true", "false", "false"]
    source(page).press("ArrowDown")
    chosen = page.get_by_role("listbox").get_by_role("option", selected=True)
    expect(chosen).to_contain_text("recipient.greeting")
    assert source(page).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    source(page).press("Enter")
    expect(source(page)).to_have_value("Dear {{ recipient.greeting }}")
    expect(fits).to_have_count(0)
    source(page).press("Control+z")
    expect(source(page)).to_have_value("Dear {{ rec")


def test_escape_leaves_what_was_typed_alone(page: Page) -> None:
    writing(page)
    source(page).press_sequentially("{{ rec")
    expect(page.get_by_role("listbox")).to_be_visible()
    source(page).press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(source(page)).to_have_value("{{ rec")
    expect(source(page)).to_be_focused()


def test_a_name_is_put_in_with_a_click(page: Page) -> None:
    writing(page)
    source(page).press_sequentially("Dear {{ comp")
    page.get_by_role("option", name="company").click()
    expect(source(page)).to_have_value("Dear {{ company }}")
    page.get_by_text("Everything that can be filled in").click()
    page.get_by_role("button", name="Put it in: role").click()
    expect(source(page)).to_have_value("Dear {{ company }}{{ role }}")


def test_the_preview_follows_an_example_or_an_application(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Northwind", "Cartographer")
    visitor.open("#/templates/new")
    source(page).fill("Hello from {{ company }}.\nYou met {{ recipient.title }}.")
    expect(preview(page)).to_contain_text("Hello from Acme.")
    page.get_by_label("Filled in with").select_option(label="Northwind · Cartographer")
    expect(preview(page)).to_contain_text("Hello from Northwind.")
    expect(preview(page)).to_contain_text("Without a value here: recipient.title.")


def test_a_mistake_is_shown_with_its_line_and_leads_there(page: Page) -> None:
    writing(page)
    source(page).fill("Dear all,\n\nthis is {{ company | shout }}.")
    expect(page.get_by_text("Line 3, character 22:")).to_be_visible()
    expect(source(page)).to_have_attribute("aria-invalid", "true")
    expect(preview(page).get_by_role("status")).to_contain_text("There is a mistake in line 3, character 22.")
    page.get_by_role("button", name="Go there").click()
    before = source(page).evaluate("it => it.value.slice(0, it.selectionStart)")
    assert before.endswith("{{ company | ")
    source(page).fill("Dear all")
    expect(source(page)).not_to_have_attribute("aria-invalid", "true")


def test_nothing_is_saved_while_something_is_missing(page: Page) -> None:
    writing(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(source(page)).to_have_attribute("aria-invalid", "true")
    assert page.url.endswith("#/templates/new")


def test_what_was_not_saved_survives_a_reload_and_can_be_left(page: Page) -> None:
    visitor = arrive(page)
    visitor.open(f"#/templates/{own_template(visitor)}")
    saved = source(page).input_value()
    source(page).fill("My own words.")
    page.reload()
    expect(source(page)).to_have_value("My own words.")
    page.get_by_role("button", name="Leave it, and start over").click()
    expect(source(page)).to_have_value(saved)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(source(page)).to_have_value("My own words.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Templates")).to_be_visible()
    page.get_by_role("link", name="Change: Thanks, short").click()
    expect(source(page)).to_have_value("My own words.")
    expect(page.get_by_role("button", name="Leave it, and start over")).to_have_count(0)


def test_a_template_is_deleted_after_a_question(page: Page) -> None:
    visitor = arrive(page)
    visitor.open(f"#/templates/{own_template(visitor, name=LONG)}")
    page.get_by_role("button", name="Delete this template").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("None yet.")).to_be_visible()


@pytest.mark.parametrize(("kind", "has_subject"), [("Answer", True), ("Phone call", False)])
def test_only_mail_has_a_subject(page: Page, kind: str, has_subject: bool) -> None:
    writing(page)
    page.get_by_label("For", exact=True).select_option(kind)
    expect(page.get_by_label("Subject", exact=True)).to_have_count(int(has_subject))
