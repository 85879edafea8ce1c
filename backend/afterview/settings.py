"""What an installation can set: environment variables that begin with `AFTERVIEW_`, checked once, at the start."""

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX: Final = "AFTERVIEW_"
SHORTEST_SECRET: Final = 32
"""Bytes that a secret key must have."""

_POSTGRES = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")
_REGION = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_MAIL_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

Level = Literal["debug", "info", "warning", "error"]
Format = Literal["json", "text", "auto"]


class SettingsError(Exception):
    """A setting that is wrong, and how to set it right, in one sentence that shows no value."""


class Log(NamedTuple):
    """How much is logged, and in what form; `auto` is text in a terminal and JSON elsewhere."""

    level: Level
    form: Format


class Security(StrEnum):
    """How a connection to a mail server is kept private."""

    NONE = "not encrypted"
    STARTTLS = "encrypted from the second word on"
    TLS = "encrypted"


class MailServer(NamedTuple):
    """Where a mail server is, and as whom to sign in there; nobody when `user` is null."""

    host: str
    port: int
    security: Security
    user: str | None
    password: SecretStr


class Outbox(NamedTuple):
    """The server that takes our mail, and the address that it comes from."""

    server: MailServer
    sender: str


class Inbox(NamedTuple):
    """The mailbox that is read, and the folder in it."""

    server: MailServer
    folder: str


def _database(url: str) -> str:
    if url.startswith("sqlite:///"):
        return url
    if found := _POSTGRES.match(url):
        return "postgresql+psycopg://" + url[found.end() :]
    raise ValueError("write sqlite:///path/to/file.db or postgresql://user:password@host/database")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query or parts.fragment:
        raise ValueError(
            "write origins such as https://app.example.com, separated by commas, without a path and never *"
        )
    return url


def _web_root(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("write the address that people open, such as https://afterview.example.com")
    return url.rstrip("/")


_SMTP: Final = {
    "smtps": (Security.TLS, 465),
    "smtp+starttls": (Security.STARTTLS, 587),
    "smtp": (Security.NONE, 25),
}
_HOW_TO_SMTP: Final = (
    "write smtps://user:password@mail.example.com?from=afterview@example.com, or smtp+starttls:// where the server "
    "wants that; write % for characters such as @ and / in the password as %40 and %2F"
)


def _outbox(url: object) -> object:
    if not isinstance(url, str):
        return url
    try:
        parts = urlsplit(url)
        server = _mail_server(parts, _SMTP)
    except (ValueError, KeyError):
        raise ValueError(_HOW_TO_SMTP) from None
    said = dict(parse_qsl(parts.query, keep_blank_values=True))
    sender = said.pop("from", server.user or "")
    if said or parts.path.strip("/") or parts.fragment or not _MAIL_ADDRESS.fullmatch(sender):
        raise ValueError(_HOW_TO_SMTP)
    return Outbox(server, sender)


_IMAP: Final = {"imaps": (Security.TLS, 993), "imap": (Security.NONE, 143)}
_HOW_TO_IMAP: Final = (
    "write imaps://user:password@mail.example.com/Folder; write % for characters such as @ and / in the user and the "
    "password as %40 and %2F"
)


def _inbox(url: object) -> object:
    if not isinstance(url, str):
        return url
    try:
        parts = urlsplit(url)
        server = _mail_server(parts, _IMAP)
    except (ValueError, KeyError):
        raise ValueError(_HOW_TO_IMAP) from None
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not server.user or parts.query or parts.fragment or not folder.isprintable():
        raise ValueError(_HOW_TO_IMAP)
    return Inbox(server, folder)


def _mail_server(parts: SplitResult, schemes: Mapping[str, tuple[Security, int]]) -> MailServer:
    """The server of a URL; a `KeyError` or `ValueError` for what is none."""
    security, port = schemes[parts.scheme]
    host = parts.hostname or ""
    if not host or (parts.username is None) != (parts.password is None):
        raise ValueError
    if parts.password and security is Security.NONE and host not in _LOOPBACK:
        raise ValueError  # it would cross the network for everybody to read
    user = None if parts.username is None else unquote(parts.username)
    return MailServer(host, parts.port or port, security, user, SecretStr(unquote(parts.password or "")))


def _comma_separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _secret(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value().encode()) < SHORTEST_SECRET:
        raise ValueError(f"write at least {SHORTEST_SECRET} random bytes, or leave it unset and one is made for you")
    return key


def _region(code: str) -> str:
    if not _REGION.fullmatch(code):
        raise ValueError("write a country or one of its parts, such as US or US-NY")
    return code


def _switch(value: object) -> object:
    words = {"on": True, "1": True, "true": True, "yes": True, "off": False, "0": False, "false": False, "no": False}
    if isinstance(value, str):
        if value.lower() not in words:
            raise ValueError("write on or off")
        return words[value.lower()]
    return value


def _log(value: object) -> object:
    if not isinstance(value, str):
        return value
    level, _, form = value.lower().partition(":")
    if level not in {"debug", "info", "warning", "error"} or form not in {"", "json", "text"}:
        raise ValueError("write debug, info, warning or error, and :json or :text after it if you like")
    return Log(level, form or "auto")  # type: ignore[arg-type]


Switch = Annotated[bool, BeforeValidator(_switch)]


class Settings(BaseSettings):
    """Every setting of the program; each field is the variable `AFTERVIEW_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, hide_input_in_errors=True)

    data_dir: Path = Field(default=Path("data"), description="The folder of the SQLite file and the secret key.")
    database_url: Annotated[str, AfterValidator(_database)] = Field(
        default_factory=lambda read: f"sqlite:///{read['data_dir'] / 'afterview.db'}",
        description="SQLite or PostgreSQL; unset, an SQLite file in the data folder.",
        repr=False,
    )
    secret_key: Annotated[SecretStr, AfterValidator(_secret)] | None = Field(
        default=None, description="At least 32 bytes; unset, one is made and kept in the data folder."
    )
    public_url: Annotated[str, AfterValidator(_web_root)] = Field(
        default="http://127.0.0.1:8000", description="The address that people open."
    )
    allow_registration: Switch = Field(default=True, description="Whether anybody may make an account.")
    cors_origins: Annotated[
        tuple[Annotated[str, AfterValidator(_origin)], ...], NoDecode, BeforeValidator(_comma_separated)
    ] = Field(default=(), description="Other sites whose pages may call the API, separated by commas.")
    holiday_region: Annotated[str, AfterValidator(_region)] | None = Field(
        default=None, description="Whose public holidays new accounts keep, such as US or US-NY."
    )
    log: Annotated[Log, NoDecode, BeforeValidator(_log)] = Field(
        default=Log("info", "auto"), description="debug, info, warning or error; then :json or :text."
    )
    rate_limits: Switch = Field(default=True, description="Whether sign-in attempts are counted; off in tests.")
    allow_private_urls: Switch = Field(
        default=False, description="Whether webhooks may go to addresses inside the network."
    )

    smtp_url: Annotated[Outbox, NoDecode, BeforeValidator(_outbox)] | None = Field(
        default=None,
        description="The mail server for daily letters: `smtps://user:password@host?from=address`; "
        "unset, none are sent.",
    )

    imap_url: Annotated[Inbox, NoDecode, BeforeValidator(_inbox)] | None = Field(
        default=None,
        description="The mail folder that people forward messages to: `imaps://user:password@host/folder`; "
        "unset, none is read.",
    )

    @property
    def is_small(self) -> bool:
        """Whether the database is an SQLite file, so that the serving process does everything by itself."""
        return self.database_url.startswith("sqlite:")

    def derive_key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, made from the secret key by HKDF, so that no two purposes share a key."""
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"afterview/{purpose}".encode()).derive(
            self._secret_bytes()
        )

    def _secret_bytes(self) -> bytes:
        if self.secret_key is not None:
            return self.secret_key.get_secret_value().encode()
        path = self.data_dir / "secret_key"
        if not path.exists():
            _keep_new_secret(path)
        kept = path.read_bytes().strip()
        if len(kept) < SHORTEST_SECRET:
            raise SettingsError(f"The secret key in {path} is too short; delete the file to have a new one made.")
        return kept


def load_settings() -> Settings:
    """The settings of the environment; the first wrong one is a `SettingsError` that names it."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SettingsError(f"{name} is wrong: {first['msg'].removeprefix('Value error, ')}.") from None


def unknown_variables() -> list[str]:
    """Variables with our prefix that no setting reads, such as misspelt ones."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)


def _keep_new_secret(path: Path) -> None:
    """Write a new key for the owner's eyes only; where two processes start at once, the first one's key stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
