"""The whole way with the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.people import arrive

FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const ring = style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0;
  return { name: it.textContent.trim() || it.ariaLabel, ring };
}"""


def test_every_stop_on_the_way_to_the_first_step_has_a_ring(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("article").wait_for()
    stops = []
    for _ in range(20):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        assert stop["ring"] >= 2, stop
        stops.append(stop["name"])
        if stop["name"] == "Write the email":
            break
    assert stops == [
        "Skip to the page", "Afterview", "Today", "Applications", "Import", "Settings", "Acme", "Write the email",
    ]  # fmt: skip


def test_the_skip_link_leads_past_the_navigation(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("article").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Acme", exact=True)).to_be_focused()


def test_a_step_is_taken_and_undone_with_the_keyboard(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("button", name="I already sent it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing to do today")).to_be_visible()
    undo = page.get_by_role("button", name="Undo", exact=True)
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        if undo.evaluate("it => it === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email")).to_be_visible()


def test_the_focus_goes_to_the_page_after_a_change_of_screen(page: Page) -> None:
    arrive(page).open()
    page.get_by_role("link", name="Settings").press("Enter")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(page.get_by_role("main")).to_be_focused()


def test_the_file_button_works_with_the_keyboard(page: Page) -> None:
    page.on("filechooser", lambda _: None)  # from now on choosers are caught; a key is quicker than that
    arrive(page).open("#/import")
    page.get_by_role("button", name="Choose a file").focus()
    with page.expect_file_chooser():
        page.keyboard.press("Enter")
