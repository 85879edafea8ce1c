"""Templates are tried in processes that can be ended, so that none of them can hold up anything."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from afterview.connectors.template_trial import Fault, TemplateTrial
from afterview.messages.terms import Kind

SLOW = "{" * 8_000
"""What the library's own reader thinks about for seconds."""


@pytest.fixture(scope="module")
def trial() -> Iterator[TemplateTrial]:
    """A trial that is warm."""
    trial = TemplateTrial()
    faults_in(trial, "Dear {{ recipient.name }},")
    yield trial
    trial.close()


def faults_in(trial: TemplateTrial, body: str, subject: str = "Hello") -> list[Fault]:
    """What is found wrong."""
    return trial.faults({"subject": subject, "body": body}, kind=Kind.THANK_YOU_EMAIL, language="en")


def test_a_good_template_has_no_faults(trial: TemplateTrial) -> None:
    assert faults_in(trial, "Dear {{ recipient.name }}, 😀 ü") == []


def test_each_part_has_its_own(trial: TemplateTrial) -> None:
    found = faults_in(trial, "a\n b {% nope %}", subject="{{ a")
    assert [(it.part, it.code, it.line, it.column) for it in found] == [
        ("subject", "unclosed", 1, 1),
        ("body", "unknown_tag", 2, 7),
    ]


def test_a_hostile_template_is_refused_within_two_seconds(trial: TemplateTrial) -> None:
    took: list[float] = []
    while len(took) < 3 and min(took, default=9) >= 2:  # a machine that is busy may be slow once
        began = time.monotonic()
        assert [(it.part, it.code) for it in faults_in(trial, SLOW)] == [("body", "template_too_slow")]
        took.append(time.monotonic() - began)
    assert min(took) < 2


def test_nobody_waits_for_a_hostile_one(trial: TemplateTrial) -> None:
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(faults_in, trial, SLOW)
        assert faults_in(trial, "Hello") == []
        assert not slow.done()
        assert slow.result()


def test_a_child_that_dies_is_replaced(trial: TemplateTrial) -> None:
    child = trial._child
    assert child is not None
    os.kill(child.process.pid, signal.SIGKILL)
    child.process.wait()
    assert faults_in(trial, "Hello") == []


def test_a_child_does_not_outlive_whoever_started_it() -> None:
    program = (
        "from afterview.connectors.template_trial import TemplateTrial; from afterview.messages.terms import Kind;"
        "TemplateTrial().faults({'body': ''}, kind=Kind.ANSWER, language='en'); import os; os._exit(7)"
    )
    # The child holds the same pipes, so that nothing is returned before both have ended.
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=20, check=False)
    assert ended.returncode == 7
