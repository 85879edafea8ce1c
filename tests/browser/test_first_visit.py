"""From nothing to the next step: an account, an invitation, what to do, and what follows once it is done."""

from playwright.sync_api import Page, expect

from tests.browser.people import INVITATION, PASSWORD, arrive, new_email


def sign_up(page: Page) -> None:
    page.goto("/#/sign-up")
    page.get_by_label("Your name").fill("Inês Duarte")
    page.get_by_label("Email").fill(new_email())
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_role("heading", name="Tell us about one interview.")).to_be_visible()


def drop_invitation(page: Page) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(INVITATION)
    page.get_by_role("button", name="File it").click()


def test_an_account_is_made_in_the_time_zone_of_the_browser(page: Page) -> None:
    sign_up(page)
    expect(page.get_by_text("Your time: Mon 10:00, New York")).to_be_visible()


def test_an_invitation_tells_what_it_would_change_before_it_does(page: Page) -> None:
    arrive(page).open()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(INVITATION)
    expect(page.get_by_role("heading", name="This is what the file says")).to_be_visible()
    event = page.get_by_role("listitem").filter(has_text="Interview: Senior data engineer")
    expect(event).to_contain_text("today, 08:30 – 09:15")
    expect(event).to_contain_text("Filed under Senior data engineer, Northwind")
    expect(event).to_contain_text("New")
    page.get_by_role("button", name="Choose another file").click()
    page.reload()
    expect(page.get_by_role("heading", name="Tell us about one interview.")).to_be_visible()


def test_a_dropped_file_is_read_as_a_chosen_one_is(page: Page) -> None:
    arrive(page).open()
    page.get_by_role("button", name="Choose a file").wait_for()
    transfer = page.evaluate_handle(
        "text => { const data = new DataTransfer();"
        " data.items.add(new File([text], 'invitation.ics', { type: 'text/calendar' })); return data; }",
        INVITATION.read_bytes().decode(),
    )
    page.locator(".drop").dispatch_event("drop", {"dataTransfer": transfer})
    expect(page.get_by_role("button", name="File it")).to_be_visible()


def test_a_file_that_is_no_calendar_is_refused_in_words(page: Page) -> None:
    arrive(page).open()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": "cv.ics", "mimeType": "text/calendar", "buffer": b"Dear hiring manager"})
    expect(page.get_by_role("alert").filter(has_text="calendar")).to_be_visible()
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()


def test_today_says_what_to_do_by_when_and_why(page: Page) -> None:
    sign_up(page)
    drop_invitation(page)
    expect(page.get_by_role("status").filter(has_text="One interview added.")).to_be_visible()
    card = page.get_by_role("article").first
    expect(page.get_by_role("heading", name="Good morning, Inês")).to_be_visible()
    expect(page.get_by_text("One thing is worth doing.")).to_be_visible()
    expect(card.get_by_role("heading", level=3)).to_contain_text("a thank-you email")
    expect(card).to_contain_text("Best before tomorrow, 09:15")
    expect(card.get_by_role("term")).to_have_text(["Why", "When", "If not"])
    expect(card).to_contain_text("Any time before tomorrow, 09:15.")
    expect(card).to_contain_text("Later is still kind.")
    expect(card).to_contain_text("Other ways, and when they open")
    expect(card.get_by_role("listitem").filter(has_text="Check-in email").first).to_contain_text("Not yet · from")
    expect(card.get_by_role("listitem").filter(has_text="Connect on LinkedIn").first).to_contain_text(
        "After the thank-you"
    )


def test_the_reasoning_names_its_sources_and_leads_to_them(page: Page) -> None:
    arrive(page).had_interview("Acme", "Data engineer")
    page.goto("/")
    card = page.get_by_role("article").first
    card.get_by_text("Why this, and why now").click()
    first = card.locator("ol.argument").get_by_role("listitem").first
    expect(first).to_contain_text("The interview ended Mon 23 Nov, 09:15 (New York)")
    first.get_by_role("link", name="Guide: How soon").click()
    expect(page.get_by_role("heading", name="How we decide")).to_be_visible()
    expect(page.locator(".rule.wanted")).to_contain_text("within a day")


def test_i_already_sent_it_moves_the_plan_on_and_undo_takes_it_back(page: Page) -> None:
    visitor = arrive(page)
    application_id = visitor.had_interview("Acme", "Data engineer")
    visitor.open(f"#/applications/{application_id}")
    step = page.get_by_role("heading", name="Send Dana Reyes a thank-you email")
    log = page.get_by_role("region", name="What has been said")
    plan = page.get_by_role("region", name="The plan")
    expect(step).to_be_visible()
    expect(log).not_to_contain_text("You thanked Dana Reyes")
    page.get_by_role("button", name="I already sent it").click()
    expect(page.get_by_role("status").filter(has_text="Logged: your thank-you went out.")).to_be_visible()
    expect(page.get_by_role("heading", name="Waiting is right")).to_be_visible()
    expect(log).to_contain_text("You thanked Dana Reyes")
    plan.get_by_text("Read the plan in words").click()
    expect(plan.get_by_role("listitem").filter(has_text="Thank-you email")).to_contain_text("Today, 10:00")
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(step).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    expect(log).not_to_contain_text("You thanked Dana Reyes")


def test_today_moves_on_too_and_waiting_is_right(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("button", name="I already sent it").click()
    expect(page.get_by_role("heading", name="Nothing to do today")).to_be_visible()
    waiting = page.get_by_role("region", name="Waiting is right")
    expect(waiting.get_by_role("listitem")).to_contain_text("Quiet until")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email")).to_be_visible()
