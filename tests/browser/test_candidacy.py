"""The page of one application: its log, its people, its interviews, and its end."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import Visitor, arrive


@pytest.fixture
def application_id(page: Page) -> str:
    visitor: Visitor = arrive(page)
    application_id = visitor.had_interview("Acme", "Data engineer", reply_expected_by="2026-12-01")
    visitor.open(f"#/applications/{application_id}")
    expect(page.get_by_role("heading", name="Data engineer", level=1)).to_be_visible()
    return application_id


def test_the_picture_of_the_plan_has_a_name_and_the_same_plan_in_words(page: Page, application_id: str) -> None:
    plan = page.get_by_role("region", name="The plan")
    expect(plan.get_by_role("img", name=re.compile("Plan for Acme, .* The same plan follows in words"))).to_be_visible()
    plan.get_by_text("Read the plan in words").click()
    expect(plan.get_by_role("listitem").filter(has_text="The day they named")).to_contain_text("Tue 1 Dec")
    expect(plan.get_by_role("listitem").last).to_contain_text("Let it rest")


def test_the_picture_is_drawn_at_the_width_it_has(page: Page, application_id: str) -> None:
    for width in (1100, 1280, 1500):
        page.set_viewport_size({"width": width, "height": 900})
        picture = page.locator(".picture svg")
        box = picture.bounding_box()
        assert box
        expect(picture).to_have_attribute("viewBox", re.compile(rf"^0 0 {int(box['width'])} "))


def test_something_is_logged_at_the_time_it_happened_and_undone(page: Page, application_id: str) -> None:
    log = page.get_by_role("region", name="What has been said")
    log.get_by_role("button", name="Log something").click()
    log.get_by_label("What happened").select_option("Thank-you email")
    log.get_by_label("With whom").select_option("Dana Reyes")
    log.get_by_label("When").fill("2026-11-23T09:40")
    log.get_by_label("Note").fill("Mentioned the event streams.")
    log.get_by_role("button", name="Log it").click()
    expect(log).to_contain_text("You thanked Dana Reyes. Mentioned the event streams.")
    expect(page.get_by_role("heading", name="Waiting is right")).to_be_visible()
    log.get_by_role("button", name="Undo: You thanked Dana Reyes").click()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email")).to_be_visible()


def test_nothing_is_logged_before_it_happens(page: Page, application_id: str) -> None:
    log = page.get_by_role("region", name="What has been said")
    log.get_by_role("button", name="Log something").click()
    log.get_by_label("When").fill("2026-11-24T09:40")
    log.get_by_role("button", name="Log it").click()
    expect(log.get_by_label("When")).to_have_accessible_description(re.compile("This is still ahead"))


def test_a_missing_topic_is_added_where_the_advice_asks_for_it(page: Page, application_id: str) -> None:
    page.get_by_text("Why this, and why now").click()
    page.get_by_role("link", name=re.compile("Add it: Nothing is noted about what you talked about")).click()
    page.get_by_label("What you talked about").fill("the move to event streams\non-call")
    page.get_by_role("button", name="Save").click()
    interview = page.get_by_role("complementary", name="Interview")
    expect(interview).to_contain_text("the move to event streams; on-call")


def test_an_interview_is_changed_with_somebody_new(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Change: Interview").click()
    expect(page.get_by_label("Starts")).to_have_value("2026-11-23T08:30")
    page.get_by_label("Round").fill("Second interview")
    page.get_by_label("Somebody else").fill("Lee Park")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    interview = page.get_by_role("complementary", name="Interview")
    expect(interview).to_contain_text("Second interview")
    expect(interview).to_contain_text("Dana Reyes and Lee Park")


def test_a_second_interview_is_added(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Add an interview").click()
    page.get_by_label("Starts").fill("2026-11-27T10:00")
    page.get_by_label("Ends").fill("2026-11-27T09:00")
    page.get_by_label("Dana Reyes").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Ends")).to_have_accessible_description("An interview ends after it starts.")
    page.get_by_label("Ends").fill("2026-11-27T11:00")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("complementary", name="Interviews")).to_contain_text("Fri 27 Nov, 10:00 – 11:00")


def test_an_interview_is_cancelled_only_after_a_question(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Change: Interview").click()
    page.get_by_role("button", name="It was cancelled").click()
    expect(page.get_by_text("The interview stays on file and counts for nothing.")).to_be_focused()
    page.get_by_role("button", name="Yes, it was cancelled").click()
    expect(page.get_by_role("complementary", name="Interview")).to_contain_text("Cancelled")


def test_a_person_is_changed(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Dana Reyes").click()
    page.get_by_label("Phone").fill("call me")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Phone")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Phone").fill("+1 212 555 0123")
    page.get_by_label("Title").fill("Head of data")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Head of data · dana@acme.example")).to_be_visible()


def test_an_outcome_and_notes_are_written_down(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Change this application").click()
    page.get_by_label("Where it stands").select_option("They made an offer")
    page.get_by_label("Your notes").fill("They lit up about backfills.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("They lit up about backfills.")).to_be_visible()
    expect(page.get_by_role("heading", name="Answer Dana Reyes")).to_be_visible()


def test_an_application_is_deleted_only_after_a_question(page: Page, application_id: str) -> None:
    page.get_by_role("link", name="Change this application").click()
    page.get_by_role("button", name="Delete this application").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Delete this application").click()
    page.get_by_role("button", name="Yes, delete it for good").click()
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()
    page.goto(f"/#/applications/{application_id}")
    expect(page.get_by_text("There is nothing at this address.")).to_be_visible()
