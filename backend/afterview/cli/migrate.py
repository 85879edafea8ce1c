"""`afterview migrate`."""

import typer

from afterview.cli.configuration import database_complaint, read_settings


def migrate() -> None:
    """Bring the database up to date; doing it twice is harmless."""
    from sqlalchemy.exc import OperationalError

    from afterview.store.migrations import upgrade

    url = read_settings().database_url
    try:
        upgrade(url)
    except OperationalError:
        typer.echo(database_complaint(url), err=True)
        raise typer.Exit(1) from None
    typer.echo("The database is up to date.")
