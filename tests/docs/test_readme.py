"""What README.md says of settings, commands, `make` and a first request is what there is."""

import json
import re
from pathlib import Path

import pytest
from pydantic import JsonValue
from starlette.testclient import TestClient

from afterview.cli import app
from afterview.settings import PREFIX, Log, Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)


def shown(value: object) -> str:
    """A default as the table shows it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, Log):
        return value.level
    return f"`{value}`" if value else "none"


def settings_as_documented() -> dict[str, tuple[str, str]]:
    """The default and the meaning of each variable of the README's table."""
    return {name: (default, meaning) for name, default, meaning in ROW.findall(README) if name.startswith(PREFIX)}


def settings_as_they_are() -> dict[str, tuple[str, str]]:
    """The same from the code."""
    defaults = Settings()
    return {
        PREFIX + name.upper(): (shown(getattr(defaults, name)), field.description or "")
        for name, field in Settings.model_fields.items()
    }


def test_the_table_lists_the_settings_in_their_order() -> None:
    assert list(settings_as_documented()) == list(settings_as_they_are())


@pytest.mark.parametrize("variable", settings_as_they_are())
def test_a_setting_is_described_as_it_is(variable: str) -> None:
    assert settings_as_documented().get(variable) == settings_as_they_are()[variable]


@pytest.mark.parametrize("command", [command.name for command in app.registered_commands])
def test_every_command_is_named(command: str) -> None:
    assert f"`afterview {command}" in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z]+)`", README))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


def part_of(shown: JsonValue, whole: JsonValue) -> bool:
    """Whether what is shown was only shortened: names and items may be missing, and nothing is different."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(name in whole and part_of(value, whole[name]) for name, value in shown.items())
    if isinstance(shown, list) and isinstance(whole, list):
        return all(any(part_of(item, other) for other in whole) for item in shown)
    return shown == whole


def test_the_first_request_gets_the_answer_that_is_shown(signed_in: TestClient) -> None:
    [facts] = re.findall(r"policy/evaluate .*? -d '(\{.*?\})'\n```", README, re.DOTALL)
    shown, _ = re.findall(r"```json\n(.*?)```", README, re.DOTALL)  # the other one is for assistants
    answer = signed_in.post("/api/v1/policy/evaluate", json=json.loads(facts))
    assert part_of(json.loads(shown), answer.json()), answer.text
