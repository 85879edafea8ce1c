"""The program's commands, run as people run them."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from afterview.store.engine import open_database
from afterview.store.tables import Job
from tests.dovecot import ImapServer
from tests.mail_server import SENDER, taking_letters
from tests.store.rows import NOW, a_user

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PROGRAM = str(Path(sys.executable).with_name("afterview"))


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a command, with its data in `folder`."""
    return {**os.environ, "AFTERVIEW_DATA_DIR": str(folder / "data")} | {
        f"AFTERVIEW_{name}": value for name, value in settings.items()
    }


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run("doctor", LOG="debug")` runs a command in a folder of its own."""

    def run(*command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [PROGRAM, *command],
            cwd=tmp_path,
            env=environment(tmp_path, **settings),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_help_names_every_command(run: Run) -> None:
    listed = run("--help").stdout
    for command in ("serve", "worker", "migrate", "openapi", "doctor"):
        assert command in listed


def test_migrating_twice_is_harmless(run: Run) -> None:
    assert [run("migrate").returncode for _ in range(2)] == [0, 0]


def test_the_contract_is_printed_alike_each_time_and_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    first, second = run("openapi"), run("openapi")
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["info"]["title"] == "Afterview"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["serve", "worker", "migrate", "doctor"])
def test_a_wrong_setting_ends_a_command_with_one_sentence(run: Run, command: str) -> None:
    ended = run(command, SECRET_KEY="short")
    assert ended.returncode == 2
    assert "AFTERVIEW_SECRET_KEY is wrong" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_region_without_holidays_is_a_wrong_setting(run: Run) -> None:
    ended = run("serve", HOLIDAY_REGION="ZZ")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "AFTERVIEW_HOLIDAY_REGION is wrong" in ended.stderr


@pytest.mark.parametrize("command", ["serve", "worker", "migrate"])
def test_a_database_out_of_reach_ends_a_command_with_one_sentence(run: Run, command: str) -> None:
    ended = run(command, DATABASE_URL="postgresql://kim:secret@127.0.0.1:1/nothing")
    assert ended.returncode == 1
    assert "AFTERVIEW_DATABASE_URL" in ended.stderr
    assert "secret" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_doctor_says_what_is_wrong_and_shows_no_secret(run: Run) -> None:
    told = run("doctor", DATABASE_URL="postgresql://kim:secretpw@127.0.0.1:1/nothing", SECRET_KEI="x")
    assert told.returncode == 1
    assert "AFTERVIEW_SECRET_KEI is set, but there is no such setting." in told.stdout
    assert "The database cannot be reached" in told.stdout
    assert "secretpw" not in told.stdout


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_an_unmigrated_database_is_told_with_what_to_run(run: Run, command: str) -> None:
    ended = run(command)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "afterview migrate" in ended.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_serving_says_where_and_answers_there(run: Run, tmp_path: Path, workers: str) -> None:
    run("migrate")
    command = [sys.executable, "-u", PROGRAM, "serve", "--port", "0", "--workers", workers]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split()[3]
            with urllib.request.urlopen(f"{address}/readyz", timeout=120) as answer:  # noqa: S310  (our own address)
                assert json.load(answer) == {"status": "ok"}
        finally:
            server.terminate()


def test_the_doctor_says_what_has_been_given_up(run: Run, tmp_path: Path) -> None:
    run("migrate")
    database = open_database(f"sqlite:///{tmp_path / 'data' / 'afterview.db'}")
    with database.writing() as session:
        said: dict[str, object] = {"kind": "kind", "payload": {}, "run_at": None, "gave_up_at": NOW, "created_at": NOW}
        session.add(Job.model_validate({"user_id": a_user(session).id} | said))
        session.commit()
    database.engine.dispose()
    assert "nobody tries any more: 1;" in run("doctor").stdout


def test_the_doctor_says_whether_letters_go_out(run: Run) -> None:
    run("migrate")
    assert "letters             are not sent\n" in run("doctor").stdout
    with taking_letters() as mail:
        told = run("doctor", SMTP_URL=mail.url)
    assert f"go out over 127.0.0.1, port {mail.port}, not encrypted, from {SENDER}" in told.stdout
    assert "SMTP" not in told.stdout
    told = run("doctor", SMTP_URL=f"smtp://kim:secretpw@127.0.0.1:1?from={SENDER}")
    assert told.returncode == 1
    assert "The mail server cannot be reached (ConnectionRefusedError). Look at AFTERVIEW_SMTP_URL" in told.stdout
    assert "secretpw" not in told.stdout


def test_the_doctor_says_whether_the_mailbox_can_be_read(run: Run, imap: ImapServer) -> None:
    run("migrate")
    assert "mailbox             is not read\n" in run("doctor").stdout
    told = run("doctor", IMAP_URL=imap.url("INBOX"))
    assert f"afterview@example.com at 127.0.0.1, port {imap.port}, not encrypted, folder INBOX" in told.stdout
    assert "IMAP" not in told.stdout
    told = run("doctor", IMAP_URL=imap.url(secret="guess-work"))
    assert told.returncode == 1
    assert "The mailbox does not take the user and password. Look at AFTERVIEW_IMAP_URL." in told.stdout
    assert "guess-work" not in told.stdout


def test_a_worker_for_cron_does_what_is_due_and_ends(run: Run) -> None:
    run("migrate")
    run("demo")
    ended = run("worker", "--once")
    assert (ended.returncode, ended.stdout.split()[0]) == (0, "Done:")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_in_peace_when_it_is_told_to(run: Run, tmp_path: Path, how: int) -> None:
    run("migrate")
    command = [sys.executable, "-u", PROGRAM, "worker"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "The worker is at work (Ctrl+C ends it).\n"
        worker.send_signal(how)
        assert worker.wait(timeout=30) == 0


def test_a_port_that_is_taken_ends_serving(run: Run) -> None:
    run("migrate")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = run("serve", "--port", str(taken.getsockname()[1]))
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
