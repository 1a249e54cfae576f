"""The SQLite file before the store uses it: made where there is none, brought up to date, refused where it must be.

Alembic is imported only for a file that is behind; which revisions there are stands here, oldest first.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from supportplan_desktop.backends.sql import access_tables  # noqa: F401 - its tables are among those that are made
from supportplan_desktop.backends.sql.dialect import WRITES, connect_sqlite, is_unavailable, sqlite_engine
from supportplan_desktop.backends.sql.network import network_of
from supportplan_desktop.backends.sql.tables import METADATA
from supportplan_desktop.domain.errors import StoreTooNew, StoreUnavailable

if TYPE_CHECKING:
    from datetime import timedelta

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of the tables, oldest first, and the folder of the scripts that lead from one to the next."""

    revisions: tuple[str, ...]
    scripts: Path

    @property
    def head(self) -> str:
        """The revision the tables are at."""
        return self.revisions[-1]


_HEADER = b"SQLite format 3\0"
HISTORY = History(revisions=("0001", "0002"), scripts=Path(__file__).resolve().parent / "migrations")


def prepare(path: Path, patience: timedelta, history: History = HISTORY) -> None:
    """Leave a file with the newest tables; a copy is made beside one that is brought up to date.

    StoreTooNew where a newer version wrote it, which leaves it as it is; StoreUnavailable where it cannot be written,
    is locked, lies on a network or is no database of ours.
    """
    network = network_of(path)
    if network:
        raise StoreUnavailable(detail=f"{path} lies on a network ({network}), where locks cannot be relied on")
    try:
        _check_kind(path)
        with closing(connect_sqlite(path, patience, create=True)) as plain:
            found = _revision(plain)
            if found not in {None, *history.revisions}:
                raise StoreTooNew(found=found, known=history.head)
            _check_writable(plain)
        if found != history.head:
            _bring_up(path, patience, history)
    except (sqlite3.Error, OSError) as error:
        raise StoreUnavailable(detail=f"{path}: {error}") from error
    except DatabaseError as error:
        if is_unavailable(error):
            raise StoreUnavailable(detail=f"{path}: {error.orig}") from error
        raise


def _check_kind(path: Path) -> None:
    """Refuse what is no database; a very short file SQLite itself would take for an empty one."""
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(_HEADER)) != _HEADER:
                raise StoreUnavailable(detail=f"{path}: file is not a database")


def _revision(plain: sqlite3.Connection) -> str | None:
    """The revision a file is at, None where it is empty; StoreUnavailable for the file of some other program."""
    tables = {name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    row = plain.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in tables else None
    if row is None:
        raise StoreUnavailable(detail="the file is no data of this application")
    return str(row[0])


def _check_writable(plain: sqlite3.Connection) -> None:
    """Turn to write-ahead logging, which stays with the file, and try the lock."""
    (mode,) = plain.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise StoreUnavailable(detail=f"the place of the file allows no write-ahead log (only {mode})")
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("ROLLBACK")


def _bring_up(path: Path, patience: timedelta, history: History) -> None:
    engine = sqlite_engine(path, patience, foreign_keys=False)  # tables may have to be rebuilt one by one
    try:
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            # another process may have been here while this one waited for the lock
            with closing(connect_sqlite(path, patience)) as plain:
                found = _revision(plain)
                if found not in {None, history.head}:
                    _copy(plain, path, found)
            if found is None:
                _create(connection, history)
            elif found != history.head:
                upgrade(connection, history)
    finally:
        engine.dispose()


def _create(connection: Connection, history: History) -> None:
    """All tables at once, as a test proves that the scripts would make them: a tenth of the time of running these."""
    METADATA.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (history.head,))


def _copy(plain: sqlite3.Connection, path: Path, revision: str) -> None:
    """Copy the file to `<name>.revision-<revision>.db` beside it, whole or not at all."""
    target = path.with_name(f"{path.stem}.revision-{revision}{path.suffix}")
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as copy:
        plain.backup(copy)
    partial.replace(target)


def upgrade(connection: Connection, history: History) -> None:
    """Run the missing scripts in the connection's transaction; StoreUnavailable where they break a reference."""
    from alembic import command  # noqa: PLC0415 - half a second that only a file from an earlier version has to wait
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(history.scripts))
    command.upgrade(config, history.head)
    if connection.dialect.name != "sqlite":
        return  # every other database checks references by itself
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise StoreUnavailable(detail=f"the update left references to nothing: {broken[:3]}")
