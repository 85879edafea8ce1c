"""`afterview doctor`."""

import os
from collections.abc import Iterator

import typer

from afterview import __version__
from afterview.cli.configuration import WRONG_SETTING, database_complaint, require_known_region
from afterview.settings import Settings, SettingsError, load_settings, unknown_variables


def doctor() -> None:
    """Say what is configured, and what is wrong; secrets are not shown."""
    typer.echo(f"Afterview {__version__}")
    try:
        settings = load_settings()
        require_known_region(settings)
    except SettingsError as error:
        typer.echo(f"  wrong: {error}")
        raise typer.Exit(WRONG_SETTING) from None
    for name, value in _shown(settings):
        typer.echo(f"  {name:<19} {value}")
    wrong = list(_complaints(settings))
    for complaint in wrong:
        typer.echo(f"  wrong: {complaint}")
    if wrong:
        raise typer.Exit(1)
    typer.echo("All is well.")


def _shown(settings: Settings) -> Iterator[tuple[str, str]]:
    from sqlalchemy import make_url

    from afterview.api.frontend import built_frontend

    yield "data folder", str(settings.data_dir.resolve())
    yield "database", make_url(settings.database_url).render_as_string(hide_password=True)
    yield "secret key", "from the environment" if settings.secret_key else "kept in the data folder"
    yield "public address", settings.public_url
    yield "registration", "open" if settings.allow_registration else "switched off"
    yield "other sites", ", ".join(settings.cors_origins) or "none"
    yield "holidays", settings.holiday_region or "none for new accounts"
    yield "log", f"{settings.log.level}, {settings.log.form}"
    yield "rate limits", "on" if settings.rate_limits else "off"
    yield "letters", _letters(settings)
    yield "mailbox", _mailbox(settings)
    yield "private addresses", "may be called" if settings.allow_private_urls else "are not called"
    yield "pages", str(built_frontend() or "not built")


def _letters(settings: Settings) -> str:
    if settings.smtp_url is None:
        return "are not sent"
    server, sender = settings.smtp_url
    return f"go out over {server.host}, port {server.port}, {server.security.value}, from {sender}"


def _mailbox(settings: Settings) -> str:
    if settings.imap_url is None:
        return "is not read"
    server, folder = settings.imap_url
    return f"{server.user} at {server.host}, port {server.port}, {server.security.value}, folder {folder}"


def _complaints(settings: Settings) -> Iterator[str]:
    from afterview.api.frontend import built_frontend
    from afterview.connectors import mail_in, mail_out

    for name in unknown_variables():
        yield f"{name} is set, but there is no such setting."
    if built_frontend() is None:
        yield "The pages have not been built; run: make setup"
    yield from _writing(settings)
    if settings.smtp_url is not None and (complaint := mail_out.complaint(settings.smtp_url)):
        yield f"{complaint} Look at AFTERVIEW_SMTP_URL; no daily letters go out."
    if settings.imap_url is not None and (complaint := mail_in.complaint(settings.imap_url)):
        yield f"{complaint} Look at AFTERVIEW_IMAP_URL."
    if complaint := database_complaint(settings.database_url):
        yield complaint
    elif given_up := _jobs_given_up(settings.database_url):
        yield f"Failed so often that nobody tries any more: {given_up}; look at `error` in the table jobs."


def _jobs_given_up(url: str) -> int:
    from afterview.services.jobs import count_given_up
    from afterview.store.engine import open_database

    database = open_database(url)
    try:
        with database.reading() as session:
            return count_given_up(session)
    finally:
        database.engine.dispose()


def _writing(settings: Settings) -> Iterator[str]:
    folder = settings.data_dir
    if folder.exists() and not os.access(folder, os.W_OK):
        yield f"The data folder {folder} cannot be written to."
        return
    try:
        settings.derive_key("start")
    except (SettingsError, OSError) as error:
        yield str(error)
