"""`afterview decide`, run as people run it."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.api.test_evaluate import FACTS, facts_with
from tests.cli.test_commands import PROGRAM


def decide(*arguments: str, facts: object = None) -> "subprocess.CompletedProcess[str]":
    """The command with these arguments, and facts on its standard input."""
    written = json.dumps(facts) if facts is not None else ""
    return subprocess.run(
        [PROGRAM, "decide", *arguments], input=written, capture_output=True, text=True, timeout=60, check=False
    )


def test_it_tells_what_to_do_by_when_and_why_in_words() -> None:
    told = decide("-", facts=facts_with(touches=[], now="2026-11-20T18:00:00-05:00"))
    assert told.returncode == 0
    assert told.stdout.startswith("Send Dana Reyes a thank-you email.\n")
    assert "at latest  Sat 21 Nov, 16:00 (New York)" in told.stdout
    assert "[thank-within-a-day: article, WHEN, WAY1]" in told.stdout


def test_a_wait_is_told_with_its_end_and_what_it_is_for() -> None:
    told = decide("-", facts=FACTS).stdout
    assert told.startswith("Waiting is right, until ")
    assert "[enquiry-waits-a-week: " in told


def test_it_reads_a_file_and_prints_what_the_api_answers(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS))
    told = json.loads(decide(str(file), "--json").stdout)
    assert (told["action"]["kind"], told["application_id"]) == ("wait", None)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (facts_with(now="soon"), "/now: Write a time as"),
        (facts_with(touches__0__contact_id="sam"), "/touches/0/contact_id: Name one of the contacts"),
    ],
)
def test_facts_that_do_not_fit_are_refused_with_the_place(facts: object, sentence: str) -> None:
    told = decide("-", facts=facts)
    assert (told.returncode, told.stdout) == (2, "")
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr


def test_a_file_that_is_not_there_or_no_json_is_refused_in_a_sentence(tmp_path: Path) -> None:
    missing = decide(str(tmp_path / "none.json"))
    assert (missing.returncode, "cannot be read: No such file" in missing.stderr) == (2, True)
    broken = decide("-")
    assert (broken.returncode, "cannot be read: The body is not JSON" in broken.stderr) == (2, True)
