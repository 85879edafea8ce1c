"""Every screen with something on it, for tests that look at all of them."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.people import INVITATION, Visitor, arrive
from tests.browser.recommended import is_advised

LONG: Final = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk für außergewöhnlich lange Namen mbH"


def outside(page: Page) -> None:
    """Sign-in."""
    page.goto("/#/sign-in")
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()


def sign_up(page: Page) -> None:
    """Sign-up, with everything still to be filled in."""
    page.goto("/#/sign-up")
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_text("Use at least 8 characters.")).to_be_visible()


def first_visit(page: Page) -> None:
    """Today before anything is known, with the optional fields open."""
    arrive(page).open()
    page.get_by_text("More, if you like").click()


def preview(page: Page) -> None:
    """What an invitation would change."""
    arrive(page).open("#/import")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(INVITATION)
    expect(page.get_by_role("button", name="File it")).to_be_visible()


def table(page: Page) -> None:
    """What a tracker's table would bring, with a row that is wrong, and its columns."""
    arrive(page).open("#/import")
    rows = b"Company,Position,Stage\nAcme,Cook,Applied\nBirch,Baker,Purple\n"
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": "tracker.csv", "mimeType": "text/csv", "buffer": rows})
    page.get_by_text("Which column is what").click()


def message(page: Page) -> None:
    """What a message says, and where it may belong."""
    visitor = full(page)[0]
    visitor.open("#/import")
    mail = b"From: Pat <pat@elsewhere.example>\nSubject: Your interview\n\nHello"
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": "reply.eml", "mimeType": "message/rfc822", "buffer": mail})
    page.get_by_label("Which application it belongs to").select_option(index=1)
    expect(page.get_by_role("button", name="Log it")).to_be_visible()


def full(page: Page) -> tuple[Visitor, str]:
    """Somebody with four applications: two steps to take, one of them with long names, one optional, one ahead."""
    visitor = arrive(page)
    dana = {"name": "Dana Reyes", "email": "dana@acme.example", "phone": "+12125550123"}
    application_id = visitor.had_interview(
        "Acme", "Data engineer", reply_expected_by="2026-12-01", round="Second interview",
        points_to_add=["the replay tool"], notes="They lit up about backfills.",
        interviewers=[dana, {"name": "Lee Park"}],
    )  # fmt: skip
    visitor.send("PATCH", f"/applications/{application_id}", {"notes": "They lit up about backfills.\n\nAsk Lee."})
    visitor.had_interview(LONG, f"{LONG} {LONG}", ended="2026-11-22T14:15:00Z", interviewers=[{"name": LONG}])
    thanked = visitor.had_interview("Lumen", "Designer", ended="2026-11-19T14:15:00Z", reply_expected_by="2026-11-27")
    thanks = {"kind": "thank_you_email", "occurred_at": "2026-11-19T17:00:00Z", "note": "Short and kind."}
    visitor.send("POST", f"/applications/{thanked}/touches", thanks)
    visitor.had_interview("Oakfield Library", "Systems librarian", ended="2026-11-26T14:15:00Z")
    return visitor, application_id


def today(page: Page) -> None:
    """Today with steps, waiting and days ahead, every fold and question open."""
    full(page)[0].open()
    expect(page.get_by_role("article")).to_have_count(3)
    page.get_by_role("button", name="They replied").first.click()
    page.get_by_role("button", name="Not for me").last.click()
    page.get_by_role("button", name="On a day you pick").click()
    open_folds(page)


def all_clear(page: Page) -> None:
    """Today with nothing to do, and the notice of what was just done."""
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open()
    page.get_by_role("button", name="I already sent it").click()
    expect(page.get_by_role("heading", name="Nothing to do today")).to_be_visible()


def applications(page: Page) -> None:
    """The list."""
    full(page)[0].open("#/applications")
    expect(page.get_by_text("4 applications.")).to_be_visible()


def candidacy(page: Page) -> None:
    """One application, with everything open."""
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}")
    page.get_by_role("button", name="Log something").click()
    open_folds(page)


def composer(page: Page) -> None:
    """A letter to somebody with a long name and no address, something to look at again, and the question after it."""
    visitor = full(page)[0]
    visitor.open()
    page.get_by_role("article").filter(has_text=LONG).get_by_role("link", name="Write the email").click()
    page.get_by_label("Your letter").fill(f"Dear [{LONG * 2}],\n\nI need this job!!!")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Not yet")).to_be_visible()
    expect(page.get_by_role("button", name="Show it in the text").first).to_be_visible()


def call(page: Page) -> None:
    """What to say on the phone, with the question after it."""
    visitor = arrive(page)
    is_advised(visitor, "follow_up_call")
    visitor.open()
    page.get_by_role("link", name="Prepare the call").click()
    expect(page.get_by_label("What to say", exact=True)).to_be_visible()
    open_folds(page)
    page.evaluate("document.querySelector('a[href^=tel]').addEventListener('click', it => it.preventDefault())")
    page.get_by_role("link", name="Call +12125550123").click()
    expect(page.get_by_role("button", name="We spoke")).to_be_visible()


def invitation(page: Page) -> None:
    """An invitation on LinkedIn that is too long."""
    visitor = arrive(page)
    is_advised(visitor, "linkedin_request")
    visitor.open()
    page.get_by_role("link", name="Write the invitation").click()
    page.get_by_label("Your invitation").fill("a" * 300)
    expect(page.get_by_text("300 of 200 characters")).to_be_visible()


def edit_interview(page: Page) -> None:
    """An interview being changed, with the question about deleting it."""
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}")
    page.get_by_role("link", name="Change: Second interview").click()
    page.get_by_role("button", name="Delete this interview").click()


def edit_contact(page: Page) -> None:
    """A person being changed, with a number that is none."""
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}")
    page.get_by_role("link", name="Lee Park", exact=True).click()
    page.get_by_label("Phone").fill("ring me")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Phone")).to_have_attribute("aria-invalid", "true")


def edit_application(page: Page) -> None:
    """An application being changed."""
    visitor, application_id = full(page)
    visitor.open(f"#/applications/{application_id}/edit")
    page.get_by_role("button", name="Delete this application").click()


def settings(page: Page) -> None:
    """Settings with a new key on show."""
    arrive(page).open("#/settings")
    page.get_by_label("What the key is for").fill("My calendar script")
    page.get_by_role("button", name="Make a key").click()
    expect(page.get_by_text("avk_")).to_be_visible()


def templates(page: Page) -> None:
    """The templates, one with a long name and one of ours open."""
    visitor = arrive(page)
    visitor.send("POST", "/templates", {"name": LONG, "kind": "answer", "body": "{{ answer }}"})
    visitor.open("#/templates")
    expect(page.get_by_text(LONG)).to_be_visible()
    page.get_by_text("Handwritten note").click()


def template(page: Page) -> None:
    """A template with a mistake in it."""
    visitor = arrive(page)
    visitor.had_interview(LONG, LONG)
    visitor.open("#/templates/new/thank_you_email/en")
    page.get_by_label("Text", exact=True).fill("Dear {{ recipient.name | shout }}")
    expect(page.get_by_role("button", name="Go there")).to_be_visible()
    open_folds(page)


def suggestions(page: Page) -> None:
    """The names that fit what is being typed."""
    visitor = arrive(page)
    visitor.open("#/templates/new")
    page.get_by_label("Text", exact=True).press_sequentially("Dear {{ in")
    expect(page.get_by_role("listbox")).to_be_visible()


def connections(page: Page) -> None:
    """A calendar, a tool and a program that are connected, with everything open."""
    visitor = arrive(page)
    visitor.send("POST", "/integrations", {"vendor": "lever", "name": f"Lever, {LONG}"})
    visitor.send("POST", "/calendar-feeds", {"name": LONG})
    hook = {
        "url": "https://hooks.example/a-very-long-address-that-has-to-be-broken-somewhere",
        "events": ["action.due"],
    }
    made = visitor.send("POST", "/webhooks", hook)
    visitor.send("POST", f"/webhooks/{made['id']}/test", {})
    visitor.open("#/connections")
    page.get_by_text("Last deliveries").click()
    page.get_by_text("Connect a tool").click()
    page.get_by_text("Add a webhook").click()
    page.get_by_role("button", name="Make an address").click()
    expect(page.get_by_text("Copy this address now")).to_be_visible()
    expect(page.get_by_text("On its way", exact=True)).to_be_visible()


def guide(page: Page) -> None:
    """The rules."""
    arrive(page).open("#/guide/one-enquiry")
    expect(page.locator(".rule.wanted")).to_be_visible()


def nowhere(page: Page) -> None:
    """An address that leads nowhere."""
    arrive(page).open("#/nowhere/at/all")
    expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()


def gone(page: Page) -> None:
    """An application that is not there."""
    arrive(page).open("#/applications/01900000-0000-7000-8000-000000000000")
    expect(page.get_by_text("It may have been deleted.")).to_be_visible()


def open_folds(page: Page) -> None:
    """Open every fold on the page."""
    page.locator("summary").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


SCREENS: Final[list[Callable[[Page], None]]] = [
    outside, sign_up, first_visit, preview, table, message, today, all_clear, applications, candidacy, composer, call,
    invitation, edit_interview, edit_contact, edit_application, settings, templates, template,
    suggestions, connections, guide, nowhere, gone,
]  # fmt: skip
