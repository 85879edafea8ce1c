"""Every screen in both colour schemes and at three widths: what axe-core finds, what fits, what a thumb can press."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Page

from tests.browser.screens import SCREENS

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
WIDTHS = (320, 390, 1280)


class Violation(TypedDict):
    """What axe found: the rule's id, and where."""

    id: str
    where: list[str]


def violations(page: Page, run_only: Mapping[str, object] = EVERYTHING) -> list[Violation]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Violation] = page.evaluate(
        """async runOnly => (await axe.run(document, { runOnly })).violations
             .map(({ id, nodes }) => ({ id, where: nodes.map(node => `${node.html} ${node.failureSummary}`) }))""",
        dict(run_only),
    )
    return found


def small_targets(page: Page) -> list[str]:
    """Buttons and fields of less than 44 pixels in height."""
    small: list[str] = page.evaluate(
        """[...document.querySelectorAll('button, .btn, summary, select, input, .choice, nav a')]
             .filter(it => it.checkVisibility() && !it.closest('.sr') && !it.matches('.sr, .choice input'))
             .filter(it => it.getBoundingClientRect().height < 44)
             .map(it => it.outerHTML)"""
    )
    return small


# One visit for everything that is looked at, because the way to a screen takes longer than looking.
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screen_fits_and_can_be_used_by_everybody(page: Page, screen: Callable[[Page], None]) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(reduced_motion="reduce")  # or colours would be looked at while they change
    screen(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width} px: scrolls sideways"
        assert small_targets(page) == [], f"{width} px"
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert violations(page) == [], f"light, {width} px"
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert violations(page, COLOURS) == [], f"dark, {width} px"


def test_axe_can_find_something_wrong(page: Page) -> None:
    page.goto("/#/sign-in")
    page.get_by_label("Email").wait_for()
    page.evaluate(
        "document.querySelector('h1').style.color = '#ccc'; document.querySelector('main').append(new Image(9, 9))"
    )
    assert {found["id"] for found in violations(page)} >= {"color-contrast", "image-alt"}


def test_a_small_button_is_noticed(page: Page) -> None:
    page.goto("/#/sign-in")
    page.get_by_label("Email").wait_for()
    page.evaluate("document.querySelector('button').style = 'height: 40px; min-height: 0'")
    assert len(small_targets(page)) == 1
