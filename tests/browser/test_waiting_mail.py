"""Messages that were forwarded and wait: looked at, logged, put off, left out."""

from email.message import EmailMessage

from playwright.sync_api import Page, expect

from afterview.services.sealing import SEALED, Seal
from afterview.store import mail_proposals, users
from afterview.store.engine import open_database
from afterview.store.mail_proposals import NewProposal
from tests.browser.conftest import Site
from tests.browser.people import Visitor, arrive


def forwarded(site: Site, visitor: Visitor, subject: str) -> None:
    """A message from Dana that was read from the mailbox and waits for the visitor."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Dana Reyes <dana@acme.example>", visitor.email, subject
    mail["Date"], mail["Message-ID"] = "Mon, 23 Nov 2026 14:30:00 +0000", f"<{subject.replace(' ', '-')}@acme.example>"
    mail.set_content("Could you send us your references?")
    now = site.clock.present
    proposal = NewProposal(
        message_key=mail["Message-ID"],
        subject=subject,
        sender_name="Dana Reyes",
        sender_email="dana@acme.example",
        sent_at=now,
        raw=Seal(site.settings.derive_key(SEALED)).shut(mail.as_bytes()),
    )
    database = open_database(site.settings.database_url)
    with database.writing() as session:
        user = users.find_by_email(session, visitor.email)
        assert user is not None
        mail_proposals.add(session, user.id, proposal, now=now)
        session.commit()
    database.engine.dispose()


def test_a_message_that_waits_is_looked_at_and_logged(page: Page, site: Site) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    forwarded(site, visitor, "References")
    visitor.open("#/")
    page.get_by_role("link", name="One message waits for a look").click()
    page.get_by_role("button", name="Look at it: References").click()
    form = page.get_by_role("form", name="This is what the message says")
    expect(form).to_contain_text("Dana Reyes wrote to you")
    form.get_by_role("button", name="Log it").click()
    expect(page.get_by_role("heading", name="Answer Dana Reyes").first).to_be_visible()
    visitor.open("#/import")
    expect(page.get_by_role("heading", name="Import")).to_be_visible()
    expect(page.get_by_text("waits for a look")).to_be_hidden()


def test_looking_alone_changes_nothing(page: Page, site: Site) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    forwarded(site, visitor, "References")
    visitor.open("#/import")
    page.get_by_role("button", name="Look at it: References").click()
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_role("button", name="Look at it: References")).to_be_visible()


def test_a_message_is_left_out_and_the_others_stay(page: Page, site: Site) -> None:
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    forwarded(site, visitor, "References")
    forwarded(site, visitor, "An offer for a sofa")
    visitor.open("#/import")
    expect(page.get_by_role("heading", name="Two messages wait for a look")).to_be_visible()
    page.get_by_role("button", name="Leave it out: An offer for a sofa").click()
    expect(page.get_by_role("heading", name="One message waits for a look")).to_be_visible()
    expect(page.get_by_text("An offer for a sofa")).to_be_hidden()
    expect(page.get_by_text("References", exact=True)).to_be_visible()
