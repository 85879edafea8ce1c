"""`afterview demo`."""

import secrets
from typing import Annotated

import typer

from afterview import clock
from afterview.cli.configuration import WRONG_SETTING, database_complaint, read_settings
from afterview.errors import Conflict


def demo(
    email: Annotated[str, typer.Option(help="The account to fill; a new one is made for an unknown address.")] = (
        "demo@example.com"
    ),
    time_zone: Annotated[str, typer.Option(help="Where a new account is, as an IANA name.")] = "Europe/London",
) -> None:
    """Fill an account with a sample job search: ten applications in every state."""
    from pydantic_core import PydanticCustomError

    from afterview.api.schemas.fields import check_email
    from afterview.api.schemas.times import check_zone
    from afterview.services import accounts
    from afterview.services.passwords import Passwords
    from afterview.services.sample_search import add_sample_search
    from afterview.store.engine import open_database

    settings = read_settings()
    try:
        email, time_zone = check_email(email), check_zone(time_zone)
    except PydanticCustomError as error:
        typer.echo(error.message(), err=True)
        raise typer.Exit(WRONG_SETTING) from None
    if complaint := database_complaint(settings.database_url):
        typer.echo(complaint, err=True)
        raise typer.Exit(1)
    database, now, password = open_database(settings.database_url), clock.now(), None
    try:
        with database.writing() as session:
            user_id = accounts.find_id(session, email=email)
            if user_id is None:
                password = secrets.token_urlsafe(12)
                new = accounts.NewAccount(
                    email, Passwords().hash(password), "Alex Sample", time_zone, settings.holiday_region
                )
                user_id = accounts.register(session, new=new, now=now).id
            zone = accounts.get_user(session, user_id=user_id).timezone
            count = add_sample_search(session, user_id=user_id, zone=zone, now=now)
    except Conflict as error:
        typer.echo(f"{error.detail} Name another one with --email.", err=True)
        raise typer.Exit(1) from None
    finally:
        database.engine.dispose()
    typer.echo(f"{email} has {count} sample applications now; see them at {settings.public_url}")
    if password is not None:
        typer.echo(f"  e-mail    {email}\n  password  {password}")
