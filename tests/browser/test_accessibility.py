"""axe-core on every screen, in both colour schemes and at three widths; and what axe cannot see."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Page

from tests.browser.screens import SCREENS

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 390, 1280)


class Violation(TypedDict):
    """What axe found: the rule's id, and where."""

    id: str
    where: list[str]


def violations(page: Page) -> list[Violation]:
    """What axe finds wrong with the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Violation] = page.evaluate(
        """async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations
             .map(({ id, nodes }) => ({ id, where: nodes.map(node => `${node.html} ${node.failureSummary}`) }))""",
        TAGS,
    )
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_axe_finds_nothing_wrong(page: Page, screen: Callable[[Page], None]) -> None:
    page.emulate_media(reduced_motion="reduce")  # or colours would be looked at while they change
    screen(page)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            assert violations(page) == [], f"{scheme}, {width} px"


def test_axe_can_find_something_wrong(page: Page) -> None:
    page.goto("/#/sign-in")
    page.get_by_label("Email").wait_for()
    page.evaluate(
        "document.querySelector('h1').style.color = '#ccc'; document.querySelector('main').append(new Image(9, 9))"
    )
    assert {found["id"] for found in violations(page)} >= {"color-contrast", "image-alt"}
