"""A message dropped on the page: what it says, what the user knows better, and the way back."""

from email.message import EmailMessage

from playwright.sync_api import Page, expect

from tests.browser.people import Visitor, arrive

DANA = "Dana Reyes <dana@acme.example>"


def drop_message(page: Page, visitor: Visitor, text: str, *, sender: str = DANA, to: str | None = None) -> None:
    """Choose a message of half an hour ago; from Dana to the visitor unless it says otherwise."""
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, to or visitor.email
    mail["Subject"], mail["Date"] = "Your interview", "Mon, 23 Nov 2026 14:30:00 +0000"
    mail["Message-ID"] = f"<{visitor.email}>"
    mail.set_content(text)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": "reply.eml", "mimeType": "message/rfc822", "buffer": mail.as_bytes()})
    expect(page.get_by_role("heading", name="This is what the message says")).to_be_visible()


def test_a_reply_is_logged_and_can_be_taken_back(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/import")
    drop_message(page, visitor, "Could you send us your references?")
    form = page.get_by_role("form", name="This is what the message says")
    expect(form).to_contain_text("Dana Reyes wrote to you, today, 09:30")
    expect(form).to_contain_text("Filed under Data engineer, Acme")
    expect(form.get_by_label("They asked me something")).to_be_checked()
    form.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("heading", name="Answer Dana Reyes").first).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Send Dana Reyes a thank-you email").first).to_be_visible()


def test_a_no_closes_the_application_kindly(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/import")
    drop_message(page, visitor, "We chose somebody else.")
    page.get_by_label("They said no").check()
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_text("You can still leave a good last word.")).to_be_visible()
    expect(page.get_by_text("Closed kindly").first).to_be_visible()


def test_what_was_sent_is_proposed_as_the_step_it_was(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/import")
    drop_message(page, visitor, "Thank you for your time.", sender=visitor.email, to=DANA)
    expect(page.get_by_label("What you sent")).to_have_value("thank_you_email")
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("heading", name="Waiting is right").first).to_be_visible()


def test_a_stranger_is_filed_where_the_user_says(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/import")
    drop_message(page, visitor, "Hello.", sender="Pat <pat@elsewhere.example>")
    expect(page.get_by_text("Nobody in this message is known here.")).to_be_visible()
    expect(page.get_by_role("button", name="Log it")).to_have_count(0)
    page.get_by_label("Which application it belongs to").select_option("Data engineer, Acme")
    expect(page.get_by_text("Pat is not among the people at Acme.")).to_be_visible()
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("heading", name="Data engineer").first).to_be_visible()


def test_a_message_that_was_logged_before_changes_nothing(page: Page) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/import")
    drop_message(page, visitor, "Hello.")
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    visitor.open("#/import")
    drop_message(page, visitor, "Hello.")
    expect(page.get_by_text("This message was logged before")).to_be_visible()
    expect(page.get_by_role("button", name="Log it")).to_have_count(0)
