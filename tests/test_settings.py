"""Settings come from the environment, and a wrong one is refused by name."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from afterview.settings import (
    Inbox,
    Log,
    MailServer,
    Outbox,
    Security,
    Settings,
    SettingsError,
    load_settings,
    unknown_variables,
)

SECRET = "a secret that is long enough for this"


def test_without_any_the_defaults_hold() -> None:
    settings = load_settings()
    assert settings.database_url == "sqlite:///data/afterview.db"
    assert (settings.public_url, settings.allow_registration) == ("http://127.0.0.1:8000", True)
    assert (settings.cors_origins, settings.holiday_region) == ((), None)
    assert (settings.log, settings.rate_limits) == (Log("info", "auto"), True)
    assert not settings.allow_private_urls
    assert (settings.smtp_url, settings.imap_url) == (None, None)


def test_each_is_read_from_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "DATA_DIR": "/srv/afterview",
        "DATABASE_URL": "postgres://kim:pw@db/afterview",
        "SECRET_KEY": SECRET,
        "PUBLIC_URL": "https://afterview.example/",
        "ALLOW_REGISTRATION": "off",
        "CORS_ORIGINS": "https://a.example, http://b.example:8080",
        "HOLIDAY_REGION": "US-NY",
        "LOG": "debug:json",
        "RATE_LIMITS": "Off",
        "ALLOW_PRIVATE_URLS": "1",
        "IMAP_URL": "imaps://kim%40a.example:p%2Fw@mail.example/J%C3%B6bs/New",
        "SMTP_URL": "smtps://kim%40a.example:p%2Fw@mail.example:4650?from=letters@a.example",
    }.items():
        monkeypatch.setenv(f"AFTERVIEW_{name}", value)
    settings = load_settings()
    assert settings.data_dir == Path("/srv/afterview")
    assert settings.database_url == "postgresql+psycopg://kim:pw@db/afterview"
    assert settings.secret_key == SecretStr(SECRET)
    assert (settings.public_url, settings.allow_registration) == ("https://afterview.example", False)
    assert settings.cors_origins == ("https://a.example", "http://b.example:8080")
    assert (settings.holiday_region, settings.log, settings.rate_limits) == ("US-NY", Log("debug", "json"), False)
    assert settings.allow_private_urls
    mailbox = MailServer("mail.example", 993, Security.TLS, "kim@a.example", SecretStr("p/w"))
    assert settings.imap_url == Inbox(mailbox, "Jöbs/New")
    server = MailServer("mail.example", 4650, Security.TLS, "kim@a.example", SecretStr("p/w"))
    assert settings.smtp_url == Outbox(server, "letters@a.example")


@pytest.mark.parametrize(
    ("url", "server", "sender"),
    [
        ("smtps://h?from=a@b.example", ("h", 465, Security.TLS, None), "a@b.example"),
        ("smtp+starttls://h?from=a@b.example", ("h", 587, Security.STARTTLS, None), "a@b.example"),
        ("smtp://h?from=a@b.example", ("h", 25, Security.NONE, None), "a@b.example"),
        ("smtps://kim%40b.example:pw@h", ("h", 465, Security.TLS, "kim@b.example"), "kim@b.example"),
        ("smtp://kim:pw@127.0.0.1?from=a@b", ("127.0.0.1", 25, Security.NONE, "kim"), "a@b"),
        ("smtps://[2001:db8::1]/?from=a@b.example", ("2001:db8::1", 465, Security.TLS, None), "a@b.example"),
    ],
)
def test_a_mail_server_is_read_from_its_address(url: str, server: tuple[object, ...], sender: str) -> None:
    outbox = Settings.model_validate({"smtp_url": url}).smtp_url
    assert outbox is not None
    assert (outbox.server[:4], outbox.sender) == (server, sender)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://kim:secret@db/afterview"),
        ("SECRET_KEY", "short secret"),
        ("PUBLIC_URL", "afterview.example"),
        ("ALLOW_REGISTRATION", "perhaps"),
        ("CORS_ORIGINS", "*"),
        ("CORS_ORIGINS", "https://a.example/path"),
        ("HOLIDAY_REGION", "New York"),
        ("LOG", "loud"),
        ("LOG", "info:xml"),
        ("RATE_LIMITS", "5"),
        ("ALLOW_PRIVATE_URLS", "10.0.0.0/8"),
        ("IMAP_URL", "mail.example"),
        ("IMAP_URL", "https://kim:secret@mail.example/"),
        ("IMAP_URL", "imaps://mail.example/Folder"),
        ("IMAP_URL", "imap://kim:secret@mail.example/Folder"),
        ("IMAP_URL", "imaps://kim:secret@mail.example/Folder?peek=1"),
        ("IMAP_URL", "imaps://kim:secret@mail.example/Fol%0ader"),
        ("SMTP_URL", "mail.example"),
        ("SMTP_URL", "http://kim:secret@mail.example?from=a@b.example"),
        ("SMTP_URL", "smtps://kim:secret@mail.example"),
        ("SMTP_URL", "smtps://kim@mail.example?from=a@b.example"),
        ("SMTP_URL", "smtps://kim:secret@?from=a@b.example"),
        ("SMTP_URL", "smtps://mail.example:0x19?from=a@b.example"),
        ("SMTP_URL", "smtps://mail.example?form=a@b.example"),
        ("SMTP_URL", "smtps://mail.example?from=a@b.example%0d%0aBcc: c@d.example"),
        ("SMTP_URL", "smtp://kim:secret@mail.example?from=a@b.example"),
    ],
)
def test_a_wrong_one_is_refused_by_name_without_showing_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"AFTERVIEW_{name}", value)
    with pytest.raises(SettingsError) as refusal:
        load_settings()
    assert str(refusal.value).startswith(f"AFTERVIEW_{name} is wrong: ")
    assert "secret" not in str(refusal.value).replace("secret key", "")


def test_a_misspelt_variable_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERVIEW_DATABSE_URL", "sqlite:///x.db")
    assert unknown_variables() == ["AFTERVIEW_DATABSE_URL"]


def test_a_secret_key_is_made_once_and_kept_for_its_owner_only(tmp_path: Path) -> None:
    first, second = Settings(data_dir=tmp_path / "new"), Settings(data_dir=tmp_path / "new")
    assert first.derive_key("cursors") == second.derive_key("cursors")
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret_key"]


def test_processes_that_start_at_once_agree_on_the_secret_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as several:
        keys = set(several.map(lambda _: Settings(data_dir=tmp_path / "new").derive_key("cursors"), range(8)))
    assert len(keys) == 1


def test_a_damaged_secret_key_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short\n")
    with pytest.raises(SettingsError):
        Settings(data_dir=tmp_path).derive_key("cursors")


def test_no_two_purposes_share_a_key() -> None:
    settings = Settings(secret_key=SecretStr(SECRET))
    assert settings.derive_key("cursors") != settings.derive_key("access tokens")


def test_settings_can_be_printed_without_their_secrets() -> None:
    settings = Settings(secret_key=SecretStr(SECRET), database_url="postgresql://kim:password@db/afterview")
    assert SECRET not in repr(settings)
    assert "password" not in repr(settings)
