"""How much a visitor has to fetch, compressed as it is sent."""

import gzip
import re
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "frontend/dist/assets"
KB = 1_000


def compressed(pattern: str) -> int:
    files = list(ASSETS.glob(pattern))
    assert files, f"no {pattern} in {ASSETS}"
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_the_scripts_of_the_first_page_stay_under_45_kb() -> None:
    page = (ASSETS.parent / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r'(?:src|href)="\./assets/([^"]+\.js)"', page)
    assert scripts
    assert sum(compressed(name) for name in scripts) <= 45 * KB


def test_the_scripts_of_all_screens_stay_under_85_kb() -> None:
    assert compressed("*.js") <= 85 * KB


def test_the_styles_stay_under_12_kb() -> None:
    assert compressed("*.css") <= 12 * KB


def test_the_latin_fonts_stay_under_80_kb() -> None:
    assert sum(file.stat().st_size for file in ASSETS.glob("*-latin-wght-*.woff2")) <= 80 * KB
