"""The locks pin what pyproject.toml asks for, by hash, and say nothing of where it was fetched."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNTIME, EVERYTHING = "requirements-runtime.lock", "requirements.lock"


def pins(lock: str) -> dict[str, str]:
    """The versions that a lock pins, by the package's name."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text(), re.MULTILINE))


def asked_for() -> dict[str, str]:
    """What pyproject.toml asks for, exactly, by the package's name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return {re.sub(r"\[.*\]", "", name): version for name, _, version in (one.partition("==") for one in wanted)}


def test_the_lock_is_as_new_as_what_is_asked_for() -> None:
    locked = pins(EVERYTHING)
    assert {name: locked.get(name) for name in asked_for()} == asked_for(), "run `make lock`"


def test_what_is_shipped_is_what_was_tested() -> None:
    assert pins(RUNTIME).items() <= pins(EVERYTHING).items()


@pytest.mark.parametrize("lock", [RUNTIME, EVERYTHING])
def test_every_package_is_pinned_by_hash(lock: str) -> None:
    packages = re.split(r"^(?=[\w.-]+==)", (ROOT / lock).read_text(), flags=re.MULTILINE)[1:]
    assert not [package.partition(" ")[0] for package in packages if "--hash=sha256:" not in package]


@pytest.mark.parametrize("lock", [RUNTIME, EVERYTHING, "frontend/package-lock.json"])
def test_a_lock_holds_no_download_address(lock: str) -> None:
    assert not re.findall(r'"resolved"|--index-url|--find-links|file:/|\.whl', (ROOT / lock).read_text())
