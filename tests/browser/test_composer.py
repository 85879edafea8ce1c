"""From a recommendation to a checked draft where it is sent from: every kind of step, and what happens to the text."""

import re
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.people import Visitor, arrive
from tests.browser.recommended import STEPS, is_advised

# Stands for the programs that a link of another scheme opens, and keeps what they were given.
PROGRAMS = """addEventListener('click', event => {
  const link = event.target.closest('a:not([href^="#"])');
  if (link) { event.preventDefault(); window.handedOver = link.href; }
}); window.print = () => { window.printed = true; };"""

MAILS = ["thank_you_email", "answer", "rejection_thanks_email", "check_in_email", "additional_information_email"]
GOOD = "Good Nothing to look at again."


def composing(page: Page, kind: str) -> tuple[Visitor, str]:
    """Somebody who has pressed the first button of the card of that step; the application's id."""
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    application_id = is_advised(visitor, kind)
    visitor.open()
    page.get_by_role("article").first.locator(".btn.primary").click()
    expect(letter(page)).not_to_have_value("")
    return visitor, application_id


def letter(page: Page) -> Locator:
    return page.locator("textarea").first


def second_look(page: Page) -> Locator:
    return page.get_by_role("complementary", name="A second look")


def handed_over(page: Page) -> str:
    """What the last link gave to another program."""
    link: str = page.evaluate("window.handedOver")
    return link


def mail(link: str) -> tuple[str, str, str]:
    """To whom, about what, and the text of a mailto: link."""
    scheme, _, rest = link.partition(":")
    address, _, query = rest.partition("?")
    subject, body = (unquote(field.partition("=")[2]) for field in query.split("&"))
    assert scheme == "mailto"
    return unquote(address), subject, body.replace("\r\n", "\n")


def touches(visitor: Visitor, application_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.page.request.get(
        f"/api/v1/applications/{application_id}/touches", headers={"Authorization": f"Bearer {visitor.token}"}
    ).json()["items"]
    return found


@pytest.mark.parametrize("kind", MAILS)
def test_two_clicks_lead_from_a_recommendation_to_a_checked_draft_in_the_mail_program(page: Page, kind: str) -> None:
    visitor, application_id = composing(page, kind)
    verdict = "We cannot answer their question for you" if kind == "answer" else GOOD
    expect(second_look(page)).to_contain_text(verdict)
    page.get_by_role("link", name="Open in your mail app").click()
    written = (page.get_by_label("Subject").input_value(), letter(page).input_value())
    assert mail(handed_over(page)) == ("dana@acme.example", *written)
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("status").filter(has_text="Logged: ")).to_be_visible()
    assert page.url.endswith("#/")
    assert touches(visitor, application_id)[-1]["kind"] == kind


def test_two_clicks_lead_to_a_call_with_something_to_say(page: Page) -> None:
    visitor, application_id = composing(page, "follow_up_call")
    expect(second_look(page)).to_contain_text(GOOD)
    page.get_by_text("If a machine answers").click()
    spoken = page.get_by_label("What to say to a machine")
    expect(spoken).to_have_value(re.compile("You can reach me at this number"))
    page.get_by_role("link", name="Call +12125550123").click()
    assert handed_over(page) == "tel:+12125550123"
    page.get_by_role("button", name="I left a message").click()
    expect(page.get_by_role("status").filter(has_text="Logged: you called.")).to_be_visible()
    assert touches(visitor, application_id)[-1]["reached"] == "voicemail"


def test_two_clicks_lead_to_the_profile_with_the_invitation_on_the_clipboard(
    page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    composing(page, "linkedin_request")
    expect(second_look(page)).to_contain_text(GOOD)
    page.get_by_role("link", name="Copy it and open their profile").click()
    assert handed_over(page) == "https://www.linkedin.com/in/dana"
    assert page.evaluate("navigator.clipboard.readText()") == letter(page).input_value()
    expect(page.get_by_text("Did it go out?").last).to_be_visible()


def test_two_clicks_lead_to_a_note_on_paper(page: Page) -> None:
    composing(page, "handwritten_note")
    expect(second_look(page)).to_contain_text(GOOD)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    expect(page.get_by_text("Did it go out?").last).to_be_visible()
    page.emulate_media(media="print")
    sheet = page.locator(".sheet")
    expect(sheet).to_have_text(letter(page).input_value())
    assert page.locator("main > :visible").count() == 1
    size = sheet.evaluate("it => [it.offsetWidth, it.offsetHeight, getComputedStyle(it).fontSize]")
    assert size == [397, 559, "18.6667px"]  # 105 by 148 mm, 14 pt


def test_every_way_out_follows_the_text_as_it_is_edited(page: Page) -> None:
    composing(page, "thank_you_email")
    page.get_by_label("Subject").fill("Thanks & 50 % more")
    letter(page).fill("Dear Dana,\n\nit’s 1+1=2, 大橋 👋🏽.")
    expected = ("dana@acme.example", "Thanks & 50 % more", "Dear Dana,\n\nit’s 1+1=2, 大橋 👋🏽.")
    page.get_by_role("link", name="Open in your mail app").click()
    assert mail(handed_over(page)) == expected
    for name, subject in (("Open in Gmail", "su"), ("Open in Outlook", "subject")):
        page.get_by_role("link", name=name).click()
        asked = {key: value for key, (value,) in parse_qs(urlsplit(handed_over(page)).query).items()}
        assert (asked["to"], asked[subject], asked["body"].replace("\r\n", "\n")) == expected


def test_the_links_of_an_unchanged_draft_are_those_of_the_api(page: Page) -> None:
    visitor, application_id = composing(page, "check_in_email")
    said = visitor.send("POST", "/templates/check_in_email/render", {"application_id": application_id})
    for name, words in (("mailto", "your mail app"), ("gmail", "Gmail"), ("outlook", "Outlook")):
        link = page.get_by_role("link", name=f"Open in {words}")
        assert link.evaluate("it => it.getAttribute('href')") == said["links"][name]


def test_a_draft_is_saved_as_a_file_for_mail_programs(page: Page) -> None:
    composing(page, "thank_you_email")
    letter(page).fill("Dear Dana,\n\nthank you.")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Save as a mail file").click()
    assert downloading.value.suggested_filename == "Dana Reyes - Thank you for your time on Monday.eml"
    file = message_from_bytes(Path(downloading.value.path()).read_bytes(), policy=policy.default)
    assert (file["X-Unsent"], file["To"]) == ("1", "Dana Reyes <dana@acme.example>")
    assert file.get_payload(decode=True) == b"Dear Dana,\r\n\r\nthank you.\r\n"
    expect(page.get_by_role("button", name="Yes")).to_be_visible()


def test_what_is_too_long_for_a_link_goes_as_a_file(page: Page) -> None:
    composing(page, "thank_you_email")
    letter(page).fill("a" * 1_900)
    expect(page.get_by_role("link", name="Open in")).to_have_count(0)
    expect(page.get_by_role("button", name="Save as a mail file")).to_have_class(re.compile("primary"))
    expect(page.get_by_text("This is too long for a link.")).to_be_visible()


def test_what_is_typed_is_looked_at_and_never_held_back(page: Page) -> None:
    composing(page, "thank_you_email")
    expect(second_look(page)).to_contain_text(GOOD)
    letter(page).fill("👋 " + letter(page).input_value().replace("Dana Reyes", "[name]"))
    finding = second_look(page).get_by_role("listitem").filter(has_text="[name]")
    expect(finding).to_contain_text("Look again")
    expect(second_look(page).get_by_role("status")).to_contain_text("to look at again.")
    finding.get_by_role("button", name="Show it in the text").click()
    selected = "it => it.value.slice(it.selectionStart, it.selectionEnd)"
    assert "[name]" in letter(page).evaluate(selected)
    expect(page.get_by_role("link", name="Open in your mail app")).to_be_visible()


def test_without_the_network_a_letter_can_still_go_out(page: Page) -> None:
    composing(page, "thank_you_email")
    expect(second_look(page)).to_contain_text(GOOD)
    page.context.set_offline(True)
    letter(page).fill("Dear Dana,\n\nthank you.")
    expect(second_look(page)).to_contain_text("You can send it all the same.")
    page.get_by_role("link", name="Open in your mail app").click()
    assert mail(handed_over(page))[2] == "Dear Dana,\n\nthank you."


def test_a_text_survives_a_reload_and_there_is_a_way_back(page: Page) -> None:
    composing(page, "thank_you_email")
    ours = letter(page).input_value()
    letter(page).fill("My own words.")
    page.reload()
    expect(letter(page)).to_have_value("My own words.")
    page.get_by_role("button", name="Back to our draft").click()
    expect(letter(page)).to_have_value(ours)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(letter(page)).to_have_value("My own words.")


def test_the_question_waits_for_whoever_comes_back_from_the_mail_program(page: Page) -> None:
    composing(page, "thank_you_email")
    page.get_by_role("link", name="Open in your mail app").click()
    page.reload()
    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_text("Did it go out?")).to_have_count(0)
    page.reload()
    expect(letter(page)).not_to_have_value("")
    expect(page.get_by_text("Did it go out?")).to_have_count(0)


def test_what_went_out_is_logged_with_what_it_carried_and_can_be_taken_back(page: Page) -> None:
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    application_id = visitor.had_interview("Acme", "Data engineer", points_to_add=["I have run Kafka for two years"])
    visitor.open()
    page.get_by_role("link", name="Write the email").click()
    letter(page).fill("Thank you, Dana.")
    page.get_by_role("link", name="Open in your mail app").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="Nothing to do today")).to_be_visible()
    (touch,) = touches(visitor, application_id)
    assert touch["carries"] == ["additional_information_email"]
    page.get_by_role("button", name="Undo", exact=True).click()
    page.get_by_role("link", name="Write the email").click()
    expect(letter(page)).to_have_value("Thank you, Dana.")
    assert touches(visitor, application_id) == []


def test_two_people_of_one_panel_do_not_get_the_same_letter(page: Page) -> None:
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    panel = [{"name": name, "email": f"{name[:3].lower()}@acme.example"} for name in ("Dana Reyes", "Lee Park")]
    visitor.had_interview("Acme", "Data engineer", interviewers=panel, discussion_points=["the move to event streams"])
    visitor.open()
    page.get_by_role("link", name="Write the email").click()
    first = letter(page).input_value()
    page.get_by_role("link", name="Open in your mail app").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="Send Lee Park a thank-you email")).to_be_visible()
    page.get_by_role("link", name="Write the email").click()
    expect(second_look(page)).to_contain_text(GOOD)
    greeting, others = letter(page).input_value().partition("\n")[0], first.partition("\n")[2]
    letter(page).fill(f"{greeting}\n{others}")
    found = second_look(page).get_by_role("listitem").filter(has_text="A colleague gets nearly the same sentence")
    expect(found.first).to_contain_text("Write of something that you talked about with them alone.")
    found.first.get_by_role("button", name="Show it in the text").click()
    sentence = letter(page).evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd)")
    assert sentence in others
    assert found.count() == len([one for one in re.split(r"(?<=[.!?])\s", others) if len(one.split()) >= 5])


def test_a_letter_in_german_says_what_was_looked_at_and_german_is_remembered(page: Page) -> None:
    visitor, application_id = composing(page, "thank_you_email")
    page.get_by_label("Draft").focus()
    page.get_by_label("Draft").select_option("Ours, in German")
    expect(letter(page)).to_have_value(re.compile("^Guten Tag Dana Reyes,"))
    expect(page.get_by_label("Draft")).to_be_focused()
    expect(second_look(page)).to_contain_text("Nothing to look at again, as far as we can read it.")
    expect(second_look(page)).to_contain_text("We read wording in English only.")
    visitor.open(f"#/applications/{application_id}/write/answer")
    expect(letter(page)).to_have_value(re.compile("^Guten Tag"))


def test_another_draft_does_not_lose_what_was_written(page: Page) -> None:
    composing(page, "thank_you_email")
    letter(page).fill("My own words.")
    page.get_by_label("Draft").select_option("Ours, in German")
    expect(letter(page)).to_have_value(re.compile("^Guten Tag"))
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(letter(page)).to_have_value("My own words.")
    expect(page.get_by_label("Draft")).to_have_value("en")
    page.reload()
    expect(letter(page)).to_have_value("My own words.")


def test_another_draft_that_cannot_be_had_leaves_this_one_alone(page: Page) -> None:
    composing(page, "thank_you_email")
    ours = letter(page).input_value()
    page.context.set_offline(True)
    page.get_by_label("Draft").select_option("Ours, in German")
    expect(page.get_by_role("status").filter(has_text="offline")).to_be_visible()
    with page.expect_response("**/render?*") as read_again:
        page.context.set_offline(False)
    assert read_again.value.url.endswith("?language=en")
    expect(letter(page)).to_have_value(ours)
    expect(page.get_by_label("Draft")).to_have_value("en")


def test_a_template_of_ones_own_is_offered_for_its_kind_and_taken_the_next_time(page: Page) -> None:
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    mine = {"name": "Short", "kind": "thank_you_email", "body": "Dear {{ recipient.name }}, thanks from {{ company }}."}
    template_id = visitor.send("POST", "/templates", mine)["id"]
    for company in ("Acme", "Lumen"):
        application_id = visitor.had_interview(company, "Data engineer")
        visitor.open(f"#/applications/{application_id}")
        page.get_by_role("link", name="Write the email").click()
        if company == "Acme":
            page.get_by_label("Draft").select_option("Yours: Short")
        expect(letter(page)).to_have_value(f"Dear Dana Reyes, thanks from {company}.")
    headers = {"Authorization": f"Bearer {visitor.token}"}
    assert page.request.delete(f"/api/v1/templates/{template_id}", headers=headers).ok
    page.reload()
    expect(letter(page)).to_have_value(re.compile("^Dear Dana Reyes,\n"))


def test_what_a_machine_hears_is_looked_at_and_survives_a_reload(page: Page) -> None:
    composing(page, "follow_up_call")
    page.get_by_text("If a machine answers").click()
    spoken = page.get_by_label("What to say to a machine")
    spoken.fill("Hello [name], call me.")
    look = second_look(page).get_by_role("region", name="For a machine")
    look.get_by_role("button", name="Show it in the text: “[name]”").click()
    assert spoken.evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd)") == "[name]"
    page.reload()
    page.get_by_text("If a machine answers").click()
    expect(spoken).to_have_value("Hello [name], call me.")


def test_other_ways_that_are_open_lead_to_their_letters(page: Page) -> None:
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    names = ("Dana Reyes", "Lee Park", "Ana Sá")
    panel = [{"name": name, "email": f"{name[:3].lower()}@acme.example"} for name in names]
    visitor.had_interview("Acme", "Data engineer", interviewers=panel)
    visitor.open()
    ways = page.get_by_role("article").locator(".ways")
    for name in names[1:]:
        ways.get_by_role("link", name=f"{name}: Thank-you email").click()
        expect(letter(page)).to_have_value(re.compile(f"^Dear {name},"))
        page.get_by_role("link", name="Open in your mail app").click()
        assert mail(handed_over(page))[0] == f"{name[:3].lower()}@acme.example"
        page.go_back()


def test_an_invitation_is_counted_against_the_limit_of_the_account(page: Page) -> None:
    composing(page, "linkedin_request")
    letter(page).fill("👋" * 200)
    expect(page.get_by_text("200 of 200 characters")).not_to_have_class(re.compile("wait"))
    letter(page).fill("👋" * 201)
    expect(page.get_by_text("201 of 200 characters")).to_have_class(re.compile("wait"))


def test_an_address_that_is_not_known_can_be_added_or_filled_in_later(page: Page) -> None:
    page.context.add_init_script(PROGRAMS)
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer", interviewers=[{"name": "Dana Reyes"}])
    visitor.open()
    page.get_by_role("link", name="Write the email").click()
    page.get_by_role("link", name="Open in your mail app").click()
    assert mail(handed_over(page))[0] == ""
    page.get_by_role("link", name="Add it").click()
    expect(page.get_by_label("Name")).to_have_value("Dana Reyes")


def test_signing_out_leaves_no_text_behind(page: Page) -> None:
    visitor, _ = composing(page, "thank_you_email")
    letter(page).fill("My own words.")
    visitor.open("#/settings")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["arrived"]


def test_every_kind_of_step_has_been_tried() -> None:
    assert {*MAILS, "follow_up_call", "linkedin_request", "handwritten_note"} == set(STEPS)
