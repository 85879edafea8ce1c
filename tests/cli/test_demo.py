"""`afterview demo`, run as people run it."""

import re

from tests.cli.test_commands import Run, run

__all__ = ["run"]


def test_it_makes_an_account_and_prints_how_to_come_in(run: Run) -> None:
    run("migrate")
    told = run("demo", "--email", "alex@example.com")
    assert told.returncode == 0, told.stderr
    assert "alex@example.com has 10 sample applications now" in told.stdout
    assert re.search(r"password  \S{12,}", told.stdout)


def test_a_second_time_is_refused_in_a_sentence(run: Run) -> None:
    run("migrate")
    run("demo")
    told = run("demo")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("The sample job search is in this account already.")


def test_a_database_that_was_not_migrated_is_told(run: Run) -> None:
    told = run("demo")
    assert told.returncode == 1
    assert "Traceback" not in told.stderr


def test_an_address_or_zone_that_is_none_is_refused(run: Run) -> None:
    for option, value in (("--email", "nobody"), ("--time-zone", "Mars/Olympus")):
        told = run("demo", option, value)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.count("\n") == 1
