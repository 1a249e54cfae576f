"""All that differs between databases: how each is opened and begins, and how rows are protected from change.

SQLite: the driver is in autocommit mode and every BEGIN is ours. What writes begins IMMEDIATE and so waits for the
lock before it has read anything; what reads gets one consistent view and cannot write at all.

PostgreSQL: what writes is READ COMMITTED and first locks the row of each owner it touches, so it reads only what the
one before it has committed; what reads is REPEATABLE READ and READ ONLY. Two transactions that lock the same owners in
another order are a deadlock, which the database ends; it is then run again (`is_conflict`).
"""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection

WRITES = "supportplan_writes"
_CONFLICTS = frozenset({"40001", "40P01"})  # serialization failure, deadlock


def connect_sqlite(path: Path, patience: timedelta, *, create: bool = False) -> sqlite3.Connection:
    """A plain connection in autocommit mode that waits so long for a lock; sqlite3.Error where no file is."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
        uri=True,
        timeout=patience.total_seconds(),
        isolation_level=None,
        check_same_thread=False,  # the pool gives a connection to one thread at a time
    )
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def sqlite_engine(path: Path, patience: timedelta, *, foreign_keys: bool = True) -> Engine:
    """An engine for an existing file; a connection that was given `WRITES` as an execution option may write."""

    def connect() -> sqlite3.Connection:
        connection = connect_sqlite(path, patience)
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")

    return engine


def postgres_engine(url: str, patience: timedelta, *, connections: int) -> Engine:
    """An engine for a PostgreSQL database, with at most so many connections; `patience` bounds waits for locks.

    `url` names the driver: `postgresql+psycopg://user:password@host/database`. A connection that was given `WRITES` as
    an execution option may write.
    """
    milliseconds = round(patience / timedelta(milliseconds=1))
    options = f"-c lock_timeout={milliseconds} -c statement_timeout={3 * milliseconds} -c timezone=UTC"
    engine = create_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=patience.total_seconds(),
        pool_pre_ping=True,
        hide_parameters=True,  # they are people's data and have no place in a log
        connect_args={"options": options, "connect_timeout": max(2, round(patience.total_seconds()))},
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(WRITES, False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


def is_unavailable(error: DatabaseError) -> bool:
    """Whether the database could not be reached, read or locked, as against a wrong statement or a broken rule."""
    return isinstance(error, OperationalError) or type(error) is DatabaseError


def is_conflict(error: DatabaseError) -> bool:
    """Whether PostgreSQL ended a transaction because of another one, so that running it again can go through."""
    return getattr(error.orig, "sqlstate", None) in _CONFLICTS


def guards(table: str, columns: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """By dialect, what makes a table append-only: triggers that abort every DELETE and UPDATE.

    With columns only those are frozen, and the others may change.
    """
    update = f"UPDATE OF {', '.join(columns)}" if columns else "UPDATE"
    events = {"no_update": update, "no_delete": "DELETE"}
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
    function = (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' only grows', ERRCODE = '23000'; END $$"
    )
    return {
        "sqlite": tuple(
            f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} {refuse}" for name, event in events.items()
        ),
        "postgresql": (
            function,
            *(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                for name, event in events.items()
            ),
        ),
    }
