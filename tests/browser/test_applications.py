"""The list of applications."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Visitor, arrive


@pytest.fixture
def visitor(page: Page) -> Visitor:
    visitor = arrive(page)
    for number in range(27):
        visitor.send("POST", "/applications", {"company": f"Company {number:02}", "role": "Clerk"})
    visitor.had_interview("Northwind Maps", "Senior data engineer")
    visitor.send("POST", "/applications", {"company": "Meridian", "role": "Analyst", "status": "rejected"})
    visitor.open("#/applications")
    return visitor


def test_the_list_goes_on_when_asked(page: Page, visitor: Visitor) -> None:
    expect(page.get_by_text("The first 25 applications.")).to_be_visible()
    page.get_by_role("button", name="Show more").click()
    expect(page.get_by_text("29 applications.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_words_and_a_status_narrow_it(page: Page, visitor: Visitor) -> None:
    page.get_by_label("Find").fill("maps")
    row = page.get_by_role("main").get_by_role("listitem")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Next: Send Dana Reyes a thank-you email")
    page.get_by_label("Find").fill("")
    page.get_by_label("Where it stands").select_option("Closed kindly")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Meridian")
    page.get_by_label("Find").fill("nothing like it")
    expect(page.get_by_text("No application fits.")).to_be_visible()
