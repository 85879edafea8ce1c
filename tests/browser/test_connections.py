"""Connections: subscriptions, letters, applicant-tracking tools and programs of one's own."""

import hmac
import json
from hashlib import sha256
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.people import Visitor, arrive


def connected(page: Page) -> Visitor:
    """Somebody who has come to see what is connected."""
    visitor = arrive(page)
    visitor.had_interview("Acme", "Data engineer")
    visitor.open("#/connections")
    expect(page.get_by_role("heading", name="Connections")).to_be_visible()
    return visitor


def test_a_calendar_address_is_shown_once_works_and_can_be_revoked(page: Page) -> None:
    connected(page)
    page.get_by_label("What to call it").fill("My phone")
    page.get_by_role("button", name="Make an address").click()
    box = page.get_by_role("status").filter(has_text="Copy this address now")
    address = box.locator("code").inner_text()
    here = urlsplit(address).path
    assert "thank-you" in page.request.get(here).text()
    page.reload()
    expect(page.get_by_text("My phone")).to_be_visible()
    expect(page.get_by_text("Copy this address now")).to_be_hidden()
    page.get_by_role("button", name="Revoke: My phone").click()
    page.get_by_role("button", name="Yes, revoke it").click()
    expect(page.get_by_text("The address leads nowhere now.")).to_be_visible()
    assert page.request.get(here).status == 404


def test_letters_are_not_offered_where_none_go_out(page: Page) -> None:
    connected(page)
    expect(page.get_by_text("No letters go out from this installation")).to_be_visible()
    expect(page.get_by_label("Send me a daily letter")).to_be_hidden()


def test_letters_are_asked_for_at_an_hour_where_they_go_out(page: Page) -> None:
    page.route(
        "**/api/v1/installation",
        lambda route: route.fulfill(
            json={"sends_letters": True, "mailbox": {"address": "in@x.example", "folder": "INBOX"}}
        ),
    )
    connected(page)
    expect(page.get_by_text("Forward messages about your applications to in@x.example")).to_be_visible()
    page.get_by_label("Send me a daily letter").check()
    page.get_by_label("At", exact=True).select_option("18:00")
    page.get_by_role("region", name="Mail").get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Send me a daily letter")).to_be_checked()
    expect(page.get_by_label("At", exact=True)).to_have_value("18")


def test_a_tool_is_connected_and_what_it_tells_is_listed(page: Page) -> None:
    visitor = connected(page)
    page.get_by_text("Connect a tool").click()
    page.get_by_label("Tool", exact=True).select_option("Greenhouse")
    page.get_by_label("Company").fill("Acme")
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.get_by_text("Needs its secret")).to_be_visible()
    hook = urlsplit(page.get_by_role("status").filter(has_text="Give Greenhouse").locator("code").inner_text()).path
    page.get_by_label("Signing secret").fill("demo-secret-1")
    page.get_by_role("region", name="Applicant-tracking tools").get_by_role("button", name="Save").click()
    expect(page.get_by_text("Listening")).to_be_visible()

    candidate = {"first_name": "Kim", "last_name": "Roe", "email_addresses": [{"value": visitor.email}]}
    application = {"id": 7, "status": "rejected", "candidate": candidate, "jobs": [{"id": 1, "name": "Data engineer"}]}
    body = json.dumps({"action": "reject_candidate", "payload": {"application": application}}).encode()
    signature = hmac.new(b"demo-secret-1", body, sha256).hexdigest()
    told = page.request.post(
        hook, data=body, headers={"Signature": f"sha256 {signature}", "Content-Type": "application/json"}
    )
    assert told.status == 200
    page.reload()
    page.get_by_text("What came last").click()
    expect(page.get_by_text("They said no")).to_be_visible()

    page.get_by_role("button", name="Disconnect: Greenhouse, Acme").click()
    page.get_by_role("button", name="Yes, disconnect").click()
    expect(page.get_by_text("Disconnected.")).to_be_visible()
    expect(page.get_by_text("Greenhouse, Acme")).to_be_hidden()


def test_a_webhook_is_added_tested_switched_off_and_deleted(page: Page) -> None:
    connected(page)
    page.get_by_text("Add a webhook").click()
    page.get_by_label("Address").fill("https://hooks.example/afterview")
    page.get_by_label("Something was logged").uncheck()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("status").filter(has_text="Copy this secret now").locator("code")).to_contain_text("whsec_")
    page.get_by_role("button", name="Send a test").click()
    expect(page.get_by_text("A test is on its way.")).to_be_visible()
    page.get_by_text("Last deliveries").click()
    expect(page.get_by_text("On its way", exact=True)).to_be_visible()
    page.get_by_role("button", name="Switch off").click()
    expect(page.get_by_text("Off", exact=True)).to_be_visible()
    page.get_by_role("button", name="Delete: https://hooks.example/afterview").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("The webhook is gone.")).to_be_visible()


def test_a_new_secret_is_shown_once(page: Page) -> None:
    visitor = arrive(page)
    hook = {"url": "https://hooks.example/afterview", "events": ["action.due"]}
    before = visitor.send("POST", "/webhooks", hook)["secret"]
    visitor.open("#/connections")
    page.get_by_role("button", name="New secret").click()
    page.get_by_role("button", name="Make a new secret").click()
    shown = page.get_by_role("status").filter(has_text="Copy this secret now").locator("code")
    expect(shown).to_contain_text("whsec_")
    assert shown.inner_text() != before


def test_a_tool_that_can_be_asked_is_asked_at_a_press(page: Page) -> None:
    visitor = arrive(page)
    visitor.send("POST", "/integrations", {"vendor": "lever", "name": "Lever", "api_key": "demo-key"})
    visitor.open("#/connections")
    page.get_by_role("button", name="Ask for interviews now").click()
    expect(page.get_by_text("We are asking.")).to_be_visible()


def test_an_address_inside_the_network_is_refused_at_its_field(page: Page) -> None:
    connected(page)
    page.get_by_text("Add a webhook").click()
    page.get_by_label("Address").fill("http://127.0.0.1/hook")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Name a server on the public internet")).to_be_visible()
