"""A PostgreSQL database before the store uses it: brought up to date by a person's command, checked by every start."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from supportplan_desktop.backends.sql.dialect import WRITES, is_unavailable, postgres_engine
from supportplan_desktop.backends.sql.file import HISTORY, History, upgrade
from supportplan_desktop.domain.errors import StoreTooNew, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from sqlalchemy import Connection

_MIGRATING = 7_404_612_733  # any number that is always the same: of two that migrate at once one waits for the other


def migrate(url: str, patience: timedelta, history: History = HISTORY) -> str | None:
    """Bring the tables up to date in one transaction; returns the revision they were at, None for an empty database.

    StoreTooNew where a newer version made them, StoreUnavailable where it cannot be reached or is none of ours.
    """
    with _connected(url, patience, writes=True) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _MIGRATING})
        found = _revision(connection, history)
        if found != history.head:
            upgrade(connection, history)
        return found


def check_revision(url: str, patience: timedelta, history: History = HISTORY) -> None:
    """StoreUnavailable unless the tables are those of this version, StoreTooNew for those of a newer one."""
    with _connected(url, patience, writes=False) as connection:
        check_tables(connection, history)


def check_tables(connection: Connection, history: History = HISTORY) -> None:
    """The same of a database that is connected to."""
    found = _revision(connection, history)
    if found != history.head:
        raise StoreUnavailable(detail=f"the database is at revision {found}, {history.head} is expected: migrate it")


def _revision(connection: Connection, history: History) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreUnavailable(detail="the database holds no data of this application")
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if found not in history.revisions:
        raise StoreTooNew(found=found, known=history.head)
    return found


@contextmanager
def _connected(url: str, patience: timedelta, *, writes: bool) -> Iterator[Connection]:
    engine = postgres_engine(url, patience, connections=1)
    try:
        with engine.connect().execution_options(**{WRITES: writes}) as connection, connection.begin():
            yield connection
    except DatabaseError as error:
        if is_unavailable(error):
            raise StoreUnavailable(detail=str(error.orig)) from error
        raise
    finally:
        engine.dispose()
