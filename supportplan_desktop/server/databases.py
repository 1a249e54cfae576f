"""The two kinds of database a server works on, by their address."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from supportplan_desktop.backends.sql.database import migrate
from supportplan_desktop.backends.sql.file import HISTORY
from supportplan_desktop.backends.sql.store import SqlStore, open_postgres, open_sqlite
from supportplan_desktop.server.settings import sqlite_file

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = timedelta(seconds=10)
_CONNECTIONS = 10


def open_database(address: str, connections: int = _CONNECTIONS) -> SqlStore:
    """The store there; StoreUnavailable or StoreTooNew where it cannot be used.

    A file is made, or brought up to date, as it is opened; PostgreSQL's tables are brought up to date by `bring_up`.
    """
    file = sqlite_file(address)
    return open_postgres(address, PATIENCE, connections) if file is None else _opened(file)


def bring_up(address: str) -> str:
    """Make the tables or bring them up to date; returns the revision they are at. StoreUnavailable, StoreTooNew."""
    file = sqlite_file(address)
    if file is None:
        migrate(address, PATIENCE)
    else:
        _opened(file).close()
    return HISTORY.head


def _opened(file: Path) -> SqlStore:
    file.parent.mkdir(parents=True, exist_ok=True)
    return open_sqlite(file, PATIENCE)
