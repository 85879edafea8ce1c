"""`afterview check`, run as people run it."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.api.test_evaluate import FACTS, facts_with
from tests.cli.test_commands import PROGRAM

GOOD = """Dear Dana,

Thank you for the time on Friday, and for telling me how your team at Acme works. I am very interested in the position.

Kind regards,
Kim Okafor
"""


@pytest.fixture
def facts_file(tmp_path: Path) -> Path:
    """Facts in a file."""
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS))
    return file


def check(text: str, facts: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command with a text on its standard input."""
    command = [PROGRAM, "check", "-", "--facts", str(facts), *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=False)


def test_a_good_message_can_go_out(facts_file: Path) -> None:
    told = check(GOOD, facts_file)
    assert (told.stdout, told.returncode) == ("This can go out.\n", 0)


def test_what_is_found_is_pointed_at_with_carets_and_fails_the_command(facts_file: Path) -> None:
    told = check(GOOD.replace("Dear Dana,", "Dear Samir,"), facts_file)
    assert told.returncode == 1
    assert told.stdout.startswith("Better not send this as it is.\n\nDo not send in line 1 [wrong_name, DO]\n")
    assert "  Dear Samir,\n       ^^^^^\n" in told.stdout
    assert "  Instead: Dear Dana Reyes,\n" in told.stdout


def test_a_place_in_the_middle_of_a_long_line_is_shown_with_its_surroundings(facts_file: Path) -> None:
    told = check(
        GOOD.replace("I am very", "This is about [Topic], which goes on and on and on and on. I am"), facts_file
    )
    line, carets = told.stdout.splitlines()[3:5]
    assert line.startswith("  …")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "[Topic]"


def test_the_caret_stands_below_its_place_after_wide_letters_marks_and_signs_that_join(facts_file: Path) -> None:
    told = check(GOOD.replace("I am very", "\n\t日本 e\u0301 \u2764\ufe0f\u200d [Topic]. I am very"), facts_file)
    assert f"\n  {' ' * 10}^^^^^^^\n" in told.stdout


def test_a_warning_alone_does_not_fail_the_command(facts_file: Path) -> None:
    told = check(GOOD.replace("I am very", "We talked " * 300 + "I am very"), facts_file)
    assert told.returncode == 0
    assert told.stdout.startswith("This can go out, and would be better with a change.")


def test_kind_sender_and_contact_decide_what_is_looked_for(facts_file: Path) -> None:
    script = "Hello Dana, this is Kim. Thank you for the interview at Acme. Could you tell me how things stand?"
    told = check(
        script, facts_file, "--kind", "follow_up_call", "--sender", "Kim Okafor", "--contact", "dana", "--json"
    )
    assert [finding["rule"] for finding in json.loads(told.stdout)["findings"]] == ["no_time_check"]
    voicemail = check(script, facts_file, "--kind", "follow_up_call", "--voicemail", "--json")
    assert json.loads(voicemail.stdout) == {"findings": [], "verdict": "ok", "wording_read": True}


def test_facts_and_ids_that_do_not_fit_are_refused_with_the_place(facts_file: Path) -> None:
    told = check(GOOD, facts_file, "--contact", "nobody")
    assert (told.returncode, "/contact_id: Name a contact" in told.stderr) == (2, True)
    facts_file.write_text(json.dumps(facts_with(now="soon")))
    told = check(GOOD, facts_file)
    assert (told.returncode, "/now: Write a time as" in told.stderr) == (2, True)


def test_a_message_that_is_not_there_or_no_text_is_refused_in_a_sentence(facts_file: Path, tmp_path: Path) -> None:
    for name, content in (("none.txt", None), ("picture.png", b"\x89PNG\xff")):
        file = tmp_path / name
        if content is not None:
            file.write_bytes(content)
        command = [PROGRAM, "check", str(file), "--facts", str(facts_file)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (told.returncode, "cannot be read" in told.stderr, "Traceback" in told.stderr) == (2, True, False)
