"""Settings and database as commands find them: what is wrong is said in one sentence, without a traceback."""

import typer

from afterview.settings import Settings, SettingsError, load_settings

WRONG_SETTING = 2
"""The exit code when a setting is wrong."""


def read_settings() -> Settings:
    """The settings of the environment, or the end of the program."""
    try:
        settings = load_settings()
        settings.derive_key("start")
        require_known_region(settings)
    except SettingsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_SETTING) from None
    return settings


def require_known_region(settings: Settings) -> None:
    """Refuse a holiday region that nobody knows (`SettingsError`): every new account would get it."""
    if settings.holiday_region is None:
        return
    from afterview.connectors.holiday_regions import is_known_region

    if not is_known_region(settings.holiday_region):
        raise SettingsError("AFTERVIEW_HOLIDAY_REGION is wrong: no holidays are known for it; write US or US-NY.")


def database_complaint(url: str) -> str | None:
    """What keeps the database from being used, in a sentence; null when nothing does."""
    from sqlalchemy.exc import SQLAlchemyError

    from afterview.errors import Unavailable
    from afterview.services.readiness import require_ready
    from afterview.store.engine import open_database

    database = open_database(url)
    try:
        with database.reading() as session:
            require_ready(session)
    except Unavailable as error:
        return error.detail
    except (SQLAlchemyError, OSError) as error:
        return f"The database cannot be reached ({type(error).__name__}); look at AFTERVIEW_DATABASE_URL."
    finally:
        database.engine.dispose()
    return None
