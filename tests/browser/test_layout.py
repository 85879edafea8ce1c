"""What comes first, what moves, what is printed."""

import re

from playwright.sync_api import Page, expect

from tests.browser.people import arrive
from tests.browser.screens import full


def test_the_first_step_can_be_pressed_without_scrolling_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visitor = arrive(page)
    visitor.had_interview("Northwind Maps", "Senior data engineer", round="Second interview")
    visitor.open()
    button = page.get_by_role("link", name="Write the email").bounding_box()
    bar = page.get_by_role("navigation", name="Main").bounding_box()
    assert button
    assert bar
    assert button["y"] + button["height"] <= bar["y"]


def test_nothing_moves_for_those_who_asked_for_that(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    full(page)[0].open()
    page.get_by_role("article").first.wait_for()
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(it => getComputedStyle(it).transitionDuration !== '0s').length"
    )
    assert moving == 0


def test_a_plan_prints_as_its_list_without_the_navigation(page: Page) -> None:
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}")
    expect(page.get_by_role("region", name="The plan")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_role("button", name="I already sent it")).to_be_hidden()
    expect(page.locator(".path").get_by_text("Let it rest")).to_be_visible()
    assert page.pdf().startswith(b"%PDF")


def test_the_plan_is_a_list_on_a_phone_and_a_picture_elsewhere(page: Page) -> None:
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}")
    picture, listed = page.locator(".picture svg"), page.locator(".path").get_by_text("Let it rest")
    expect(picture).to_be_visible()
    expect(listed).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(picture).to_be_hidden()
    expect(listed).to_be_visible()


def test_times_name_the_other_clock_where_it_shows_something_else(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Harbour & Pine", "Analyst", timezone="Europe/Oslo")
    visitor.open()
    expect(page.get_by_role("article")).to_contain_text(re.compile(r"before tomorrow, 09:15\. \(.*15:15 in Oslo\)"))
