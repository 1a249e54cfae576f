"""The store over SQLAlchemy: one use case is one transaction on one connection, made where it is used (DESIGN 3)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from threading import Condition
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from supportplan_desktop.backends.sql.access import SqlAccess
from supportplan_desktop.backends.sql.accounts import SqlAccounts, account_of
from supportplan_desktop.backends.sql.agenda import SqlAgenda
from supportplan_desktop.backends.sql.audit import SqlAudit
from supportplan_desktop.backends.sql.database import check_revision, check_tables
from supportplan_desktop.backends.sql.dialect import WRITES, is_conflict, is_unavailable, postgres_engine, sqlite_engine
from supportplan_desktop.backends.sql.file import prepare
from supportplan_desktop.backends.sql.journal import SqlJournal
from supportplan_desktop.backends.sql.messages import SqlMessages
from supportplan_desktop.backends.sql.orders import SqlOrders
from supportplan_desktop.backends.sql.organization import SqlAssociations, SqlInvitations, SqlSharings
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.subscriptions import SqlAutoRenewals, SqlSubscriptions
from supportplan_desktop.backends.sql.tables import accounts, agenda, settings
from supportplan_desktop.backends.sql.tickets import SqlTickets
from supportplan_desktop.backends.sql.verification import SqlChallenges, SqlConsents
from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.services.ports import TransactionConflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account

_PATIENCE = timedelta(seconds=10)


class SqlWork:
    """The records of one owner within one transaction (see `Work`)."""

    def __init__(self, scope: Scope) -> None:
        scope.lock()
        self._scope = scope
        self.accounts = SqlAccounts(scope)
        self.associations = SqlAssociations(scope)
        self.invitations = SqlInvitations(scope)
        self.sharings = SqlSharings(scope)
        self.orders = SqlOrders(scope)
        self.journal = SqlJournal(scope)
        self.subscriptions = SqlSubscriptions(scope)
        self.auto_renewals = SqlAutoRenewals(scope)
        self.agenda = SqlAgenda(scope)
        self.challenges = SqlChallenges(scope)
        self.consents = SqlConsents(scope)
        self.messages = SqlMessages(scope)
        self.tickets = SqlTickets(scope)
        self.audit = SqlAudit(scope)

    def of(self, owner_id: UUID) -> SqlWork:
        """The records of another owner within the same transaction."""
        return self if owner_id == self._scope.owner_id else SqlWork(replace(self._scope, owner_id=owner_id))


class SqlStore:
    """A store in a database whose tables are there (see `Store`). Any thread may use it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_closed = False
        self._under_way = 0
        self._idle = Condition()

    @contextmanager
    def change(self, owner_id: UUID) -> Iterator[SqlWork]:
        """A transaction that may write: committed at the end, rolled back by any exception; StoreUnavailable."""
        with self._transaction(writes=True) as connection:
            yield SqlWork(Scope(connection, owner_id, locks=connection.dialect.name == "postgresql"))

    @contextmanager
    def read(self, owner_id: UUID) -> Iterator[SqlWork]:
        """A consistent view that cannot write; StoreUnavailable."""
        with self._transaction(writes=False) as connection:
            yield SqlWork(Scope(connection, owner_id))

    def accounts(self) -> Sequence[Account]:
        """All accounts of a local store, by name."""
        with self._transaction(writes=False) as connection:
            found = [account_of(row) for row in connection.execute(select(accounts))]
        return sorted(found, key=lambda account: (account.name, account.id))

    def accounts_named(self, name: str) -> Sequence[Account]:
        """The accounts of exactly that name."""
        with self._transaction(writes=False) as connection:
            rows = connection.execute(select(accounts).where(accounts.c.name == name).order_by(accounts.c.id))
            return [account_of(row) for row in rows]

    def owners(self) -> Sequence[UUID]:
        """All owners, for checks."""
        with self._transaction(writes=False) as connection:
            owners = select(accounts.c.owner_id).distinct().order_by(accounts.c.owner_id)
            return connection.execute(owners).scalars().all()

    def due(self, at: datetime) -> Sequence[tuple[UUID, UUID]]:
        """Owner and account for whom something is due at that instant or before, the longest due first."""
        waiting = select(agenda.c.owner_id, agenda.c.account_id).where(agenda.c.due_at <= at)
        with self._transaction(writes=False) as connection:
            rows = connection.execute(waiting.order_by(agenda.c.due_at, agenda.c.owner_id, agenda.c.account_id))
            return [(row.owner_id, row.account_id) for row in rows]

    def setting(self, name: str) -> str | None:
        """A remark kept with the data itself, None where there is none."""
        with self._transaction(writes=False) as connection:
            value = select(settings.c.value).where(settings.c.name == name)
            return connection.execute(value).scalar_one_or_none()

    def set_setting(self, name: str, value: str) -> None:
        """Keep such a remark."""
        with self._transaction(writes=True) as connection:
            changed = connection.execute(update(settings).where(settings.c.name == name).values(value=value))
            if not changed.rowcount:
                connection.execute(insert(settings).values(name=name, value=value))

    @contextmanager
    def exclusively(self, name: str) -> Iterator[bool]:
        """Do something that only one of several programs should do at a time: False where another one is at it."""
        if self._engine.dialect.name != "postgresql":
            yield True  # only one writes at a time
            return
        with self._transaction(writes=True) as connection:
            key = func.hashtextextended(name, 0)
            yield bool(connection.execute(select(func.pg_try_advisory_xact_lock(key))).scalar_one())

    def check(self) -> None:
        """StoreUnavailable or StoreTooNew unless it can be read and its tables are those of this version."""
        with self._transaction(writes=False) as connection:
            check_tables(connection)

    @property
    def access(self) -> SqlAccess:
        """Who signs in, and their sessions; for a server."""
        return SqlAccess(lambda writes: self._transaction(writes=writes))

    def close(self) -> None:
        """Let go of the data once what is under way has ended; what is asked afterwards is StoreUnavailable."""
        with self._idle:
            self._is_closed = True
            self._idle.wait_for(lambda: not self._under_way)
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self._counted():
            try:
                with self._engine.connect().execution_options(**{WRITES: writes}) as connection, connection.begin():
                    yield connection
            except DatabaseError as error:
                if is_conflict(error):
                    raise TransactionConflict from error
                if is_unavailable(error):
                    raise StoreUnavailable(detail=str(error.orig)) from error
                raise
            except PoolTimeout as error:
                raise StoreUnavailable(detail="too many at once") from error

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._idle:
            if self._is_closed:
                raise StoreUnavailable(detail="closed")
            self._under_way += 1
        try:
            yield
        finally:
            with self._idle:
                self._under_way -= 1
                self._idle.notify_all()


def open_sqlite(path: Path, patience: timedelta = _PATIENCE) -> SqlStore:
    """The store in a SQLite file, made or brought up to date first; `patience` is how long to wait for a lock.

    StoreTooNew for a file of a newer version, StoreUnavailable for one that is locked, read-only, on a network or no
    database of ours.
    """
    prepare(path, patience)
    return SqlStore(sqlite_engine(path, patience))


def open_postgres(url: str, patience: timedelta = _PATIENCE, connections: int = 8) -> SqlStore:
    """The store in a PostgreSQL database whose tables are there (see `database.migrate`), with so many connections.

    StoreTooNew or StoreUnavailable for a database that is at another revision, cannot be reached or is none of ours.
    """
    check_revision(url, patience)
    return SqlStore(postgres_engine(url, patience, connections=connections))
