"""`afterview worker`."""

from typing import Annotated

import typer

from afterview import clock
from afterview.cli.configuration import database_complaint, read_settings


def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, and end; for cron.")] = False,
) -> None:
    """Carry out what is due: deliveries, reviews. With PostgreSQL run as many as you like; SQLite needs none."""
    import signal

    from afterview.api.request_log import configure_log
    from afterview.store.engine import open_database
    from afterview.worker import make_worker

    settings = read_settings()
    if complaint := database_complaint(settings.database_url):
        typer.echo(complaint, err=True)
        raise typer.Exit(1)
    configure_log(settings.log)
    database = open_database(settings.database_url)
    made = make_worker(settings, database, clock.now)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: made.stop())
    try:
        if once:
            typer.echo(f"Done: {made.run_once()}.")
        else:
            typer.echo("The worker is at work (Ctrl+C ends it).")
            made.run()
    finally:
        database.engine.dispose()
