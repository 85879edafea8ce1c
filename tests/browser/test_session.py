"""Coming in, staying in, going out."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.people import PASSWORD, arrive, kept_session, let_access_run_out, lose_session


def test_a_reload_stays_signed_in_and_signing_out_does_not(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/settings")
    page.reload()
    expect(page.get_by_text(f"Signed in as {visitor.email}.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    assert kept_session(page) is None


def test_a_newcomer_is_asked_to_make_an_account_first(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="After the interview")).to_be_visible()
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()


def test_somebody_with_an_account_signs_in(page: Page) -> None:
    visitor = arrive(page)
    visitor.open()
    lose_session(page)
    page.goto("/#/sign-in")
    page.reload()
    page.get_by_label("Email").fill(visitor.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Tell us about one interview.")).to_be_visible()


def test_an_access_token_that_ran_out_is_renewed_quietly(page: Page, site: Site) -> None:
    visitor = arrive(page)
    visitor.open("#/settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    before = kept_session(page)
    site.clock.advance(minutes=16)
    page.context.clock.set_fixed_time(site.clock.present)
    let_access_run_out(page)
    page.get_by_role("link", name="Applications").click()
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()
    after = kept_session(page)
    assert before
    assert after
    assert after["refresh"] != before["refresh"]


def test_two_tabs_renew_without_ending_each_others_session(page: Page, site: Site) -> None:
    visitor = arrive(page)
    visitor.open("#/settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    other = page.context.new_page()
    other.goto("/#/applications")
    expect(other.get_by_role("heading", name="No applications yet")).to_be_visible()
    site.clock.advance(minutes=16)
    page.context.clock.set_fixed_time(site.clock.present)
    let_access_run_out(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for tab in (page, other):
        tab.get_by_role("link", name="Today").click()
    for tab in (page, other):
        expect(tab.get_by_role("heading", name="Tell us about one interview.")).to_be_visible()
    assert len([url for url in asked if url.endswith("/auth/refresh")]) == 1


def test_a_profile_is_changed(page: Page) -> None:
    arrive(page).open("#/settings")
    page.get_by_label("Your name").fill("Nês")
    page.get_by_label("Your time zone").fill("Europe/Lisbon")
    page.get_by_label("Public holidays of").fill("pt")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Your time: Mon 15:00, Lisbon")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Public holidays of")).to_have_value("PT")


def test_preferences_are_kept(page: Page) -> None:
    arrive(page).open("#/settings")
    page.get_by_label("Suggest phone calls").uncheck()
    page.get_by_label("Handwritten notes").select_option("I like to write them")
    page.get_by_label("From").fill("10:00")
    page.get_by_role("button", name="Save").nth(1).click()
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Suggest phone calls")).not_to_be_checked()
    expect(page.get_by_label("Handwritten notes")).to_have_value("welcome")
    expect(page.get_by_label("From")).to_have_value("10:00")


def test_a_key_is_shown_once(page: Page) -> None:
    arrive(page).open("#/settings")
    page.get_by_label("What the key is for").fill("My calendar script")
    page.get_by_role("button", name="Make a key").click()
    expect(page.get_by_text("avk_")).to_be_visible()
    page.reload()
    expect(page.get_by_text("My calendar script")).to_be_visible()
    expect(page.get_by_text("avk_")).to_have_count(0)
    page.get_by_role("button", name="Delete the key My calendar script").click()
    expect(page.get_by_text("No keys.")).to_be_visible()


def test_an_account_is_erased_only_after_a_question(page: Page) -> None:
    visitor = arrive(page)
    visitor.open("#/settings")
    page.get_by_role("button", name="Delete your account").click()
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.get_by_role("heading", name="After the interview")).to_be_visible()
    answer = page.request.post("/api/v1/auth/token", form={"username": visitor.email, "password": PASSWORD})
    assert answer.status == 401
