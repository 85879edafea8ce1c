"""When the network is gone, slow, or the API is unwell: what happened, what is safe, what to do."""

from playwright.sync_api import Page, Route, expect

from tests.browser.people import arrive


def test_offline_the_last_answer_stays_and_says_from_when_it_is(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    expect(page.get_by_role("article")).to_be_visible()
    page.get_by_role("link", name="Import").click()
    page.context.set_offline(True)
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_text("You are offline. This is from 10:00.")).to_be_visible()
    expect(page.get_by_role("article")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("You are offline.")).to_have_count(0)


def test_a_page_that_was_never_read_comes_when_the_network_is_back(page: Page) -> None:
    arrive(page).open("#/import")
    expect(page.get_by_role("heading", name="Import")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("link", name="Applications").click()
    expect(page.get_by_text("You are offline, and this page has not been read yet.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()


def test_what_was_typed_stays_when_it_could_not_be_saved(page: Page) -> None:
    arrive(page).open()
    page.get_by_label("Company").fill("Acme")
    page.get_by_label("Role").fill("Data engineer")
    page.get_by_label("It ended at").fill("2026-11-23T09:00")
    page.context.set_offline(True)
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.get_by_text("You are offline, so that did not save. Your text is still here.")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Acme")
    page.context.set_offline(False)
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.get_by_role("article").filter(has_text="Acme")).to_be_visible()


def test_an_api_that_is_unwell_is_asked_again_on_request(page: Page) -> None:
    visitor = arrive(page)

    def unwell(route: Route) -> None:
        route.fulfill(status=503, content_type="application/problem+json", body='{"status": 503, "title": "Unwell"}')

    page.route("**/api/v1/applications?*", unwell)
    visitor.open("#/applications")
    expect(page.get_by_role("alert")).to_contain_text("This could not be read. Nothing is lost. Try again.")
    page.unroute("**/api/v1/applications?*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()


def test_a_slow_answer_is_waited_for_with_one_quiet_line(page: Page) -> None:
    visitor = arrive(page)
    held: list[Route] = []
    page.route("**/api/v1/agenda?*", lambda route: held.append(route))
    visitor.open()
    expect(page.get_by_text("One moment …")).to_be_visible()
    for route in held:
        route.continue_()
    expect(page.get_by_role("heading", name="Tell us about one interview.")).to_be_visible()


def test_a_notice_stays_on_its_screen_and_no_longer(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("button", name="I already sent it").click()
    said = page.get_by_role("status").filter(has_text="Logged: your thank-you went out.")
    expect(said).to_be_visible()
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(said).to_have_count(0)


def test_a_screen_that_does_not_come_says_so_and_comes_when_asked_again(page: Page) -> None:
    page.route("**/assets/Guide-*.js", lambda route: route.abort())
    arrive(page).open("#/guide")
    expect(page.get_by_role("alert")).to_contain_text("This could not be read. Nothing is lost. Try again.")
    page.unroute("**/assets/Guide-*.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="How we decide")).to_be_visible()


def test_a_screen_that_nobody_has_asked_for_is_there_without_the_network(page: Page) -> None:
    with page.expect_response("**/assets/Guide-*.js") as fetched:
        arrive(page).open()
    fetched.value.finished()
    page.get_by_label("Company").wait_for()
    page.context.set_offline(True)
    page.evaluate("location.hash = '#/guide'")
    expect(page.get_by_role("heading", name="How we decide")).to_be_visible()


def test_a_screen_that_could_not_come_without_the_network_comes_with_it(page: Page) -> None:
    page.route("**/assets/Guide-*.js", lambda route: route.abort())
    arrive(page).open()
    page.get_by_label("Company").wait_for()
    page.context.set_offline(True)
    page.evaluate("location.hash = '#/guide'")
    expect(page.get_by_text("You are offline, and this page has not been read yet.")).to_be_visible()
    page.unroute("**/assets/Guide-*.js")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="How we decide")).to_be_visible()
