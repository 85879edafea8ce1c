"""An installed wheel needs no checkout: it carries its migrations, its pages and everything that stands beside code."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


def files_under(folder: Path) -> set[str]:
    """The files of a folder, by their paths from it."""
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files in the wheel that hatchling builds."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    [path] = folder.iterdir()
    return set(ZipFile(path).namelist())


@pytest.mark.parametrize(
    ("folder", "place"), [("backend/afterview", ""), ("migrations", "migrations/"), ("frontend/dist", "web/")]
)
def test_a_wheel_carries(folder: str, place: str, wheel: set[str]) -> None:
    assert wheel >= {f"afterview/{place}{file}" for file in files_under(ROOT / folder)}


def test_a_wheel_has_a_start_page(wheel: set[str]) -> None:
    assert "afterview/web/index.html" in wheel
