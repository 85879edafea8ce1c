"""Tables from other trackers, and whole accounts: what they would bring, put right, and brought in; and taken along."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import Visitor, arrive

TRACKER = """Company,Position,Stage,Interview Date,Comments
Acme,Data engineer,Interviewing,2026-11-20 15:00,Lit up about backfills
Birch,Cook,Applied,,
"""


def drop(page: Page, name: str, text: str) -> None:
    """Choose a file."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": name, "mimeType": "", "buffer": text.encode()})


def rows(page: Page) -> Locator:
    """The rows of a preview."""
    return page.get_by_role("main").locator("li", has=page.locator(".chip"))


def applications_of(visitor: Visitor) -> set[str]:
    """The companies that the visitor's applications are at."""
    answer = visitor.page.request.get("/api/v1/applications", headers={"Authorization": f"Bearer {visitor.token}"})
    return {one["company"] for one in answer.json()["items"]}


def test_a_table_is_shown_and_then_imported(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/import")
    drop(page, "tracker.csv", TRACKER)
    expect(page.get_by_role("heading", name="This is what the table says")).to_be_visible()
    expect(page.get_by_text("Two rows are new.")).to_be_visible()
    expect(rows(page)).to_have_count(2)
    expect(rows(page).first).to_contain_text("Interview Fri 20 Nov, 15:00")
    assert applications_of(visitor) == set()
    page.get_by_role("button", name="Import two rows").click()
    expect(page.get_by_text("Two rows added.")).to_be_visible()
    expect(page.get_by_role("link", name="Acme").first).to_be_visible()
    assert applications_of(visitor) == {"Acme", "Birch"}


def test_a_bad_row_is_named_and_nothing_can_be_imported(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/import")
    drop(page, "tracker.csv", TRACKER.replace("Applied", "Purple"))
    expect(page.get_by_text("One thing needs putting right first.")).to_be_visible()
    expect(page.get_by_text("Row 3, Stage: Write one of active, offered")).to_be_visible()
    expect(page.get_by_role("button", name="Import")).to_have_count(0)
    page.get_by_text("Which column is what").click()
    page.get_by_label("Where it stands").select_option("No column")
    page.get_by_role("button", name="Import two rows").click()
    expect(page.get_by_text("Two rows added.")).to_be_visible()


def test_columns_that_nobody_can_guess_are_chosen(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/import")
    drop(page, "tracker.csv", "Where,What\nAcme,Cook\n")
    expect(page.get_by_text("Two things need putting right first.")).to_be_visible()
    columns = page.locator(".columns")
    columns.get_by_label("Company").select_option("Where")
    columns.get_by_label("Role").select_option("What")
    page.get_by_role("button", name="Import one row").click()
    expect(page.get_by_text("One row added.")).to_be_visible()
    assert applications_of(visitor) == {"Acme"}


def test_a_table_that_is_known_already_changes_nothing(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/import")
    drop(page, "tracker.csv", TRACKER)
    page.get_by_role("button", name="Import two rows").click()
    expect(page.get_by_text("Two rows added.")).to_be_visible()
    visitor.open("#/import")
    drop(page, "tracker.csv", TRACKER)
    expect(page.get_by_text("Two rows are known already.")).to_be_visible()
    expect(page.get_by_role("button", name="Import two rows")).to_have_count(0)


def test_an_account_is_saved_and_brought_in_again(page: Page) -> None:
    visitor = arrive(page)
    application_id = visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/settings")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Everything (.json)").click()
    saved = Path(saving.value.path()).read_text(encoding="utf-8")
    assert [one["company"] for one in json.loads(saved)["applications"]] == ["Acme"]

    gone = page.request.delete(
        f"/api/v1/applications/{application_id}", headers={"Authorization": f"Bearer {visitor.token}"}
    )
    assert gone.ok
    visitor.open("#/import")
    drop(page, "afterview.json", saved)
    expect(page.get_by_text("Applications: 1 new, 0 changed, 0 as they are here")).to_be_visible()
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email").first).to_be_visible()


def test_lists_are_saved_as_tables(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/settings")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Applications (.csv)").click()
    assert "Acme,Data engineer" in Path(saving.value.path()).read_text(encoding="utf-8-sig")


def test_what_is_no_document_of_an_account_is_refused_in_words(page: Page) -> None:
    arrive(page).open("#/import")
    drop(page, "other.json", '{"name": "something else"}')
    expect(page.get_by_text("This file was not saved by Afterview")).to_be_visible()
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()
