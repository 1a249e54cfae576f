"""Worlds over a store in PostgreSQL: one database, emptied for each; services run again what the database has ended."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any

from psycopg import sql

from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.sql.access_tables import ACCESS
from supportplan_desktop.backends.sql.store import SqlStore, open_postgres
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.server.retries import carried_out
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import Services
from tests.contract.files import offer_in
from tests.contract.world import BOUGHT, SeededEntropy, World
from tests.server.running import SECRET

if TYPE_CHECKING:
    import psycopg

    from supportplan_desktop.domain.accounts import Account
    from tests.postgres import Cluster

_OF_ACCESS = {table.name for table in ACCESS}
_KEPT = {"alembic_version"}


class Database:
    """A database of the cluster: what is in it from behind, and a way to have nothing in it."""

    def __init__(self, cluster: Cluster) -> None:
        self.url = cluster.database()
        self.store: SqlStore = open_postgres(self.url)
        self.name = self.url.rpartition("/")[2].partition("?")[0]
        self.raw: psycopg.Connection = cluster.connect(self.name)
        found = self.raw.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        self._tables = [name for (name,) in found if name not in _KEPT]

    def empty(self) -> None:
        """Take every row away, from what only grows too."""
        with self.raw.transaction():
            self.raw.execute("SET LOCAL session_replication_role = replica")  # no triggers, no foreign keys
            for table in self._tables:
                self.raw.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))

    def rows(self) -> list[str]:
        """Everything that is kept of accounts."""
        told: list[str] = []
        for table in self._tables:
            if table not in _OF_ACCESS:
                rows = sql.SQL("SELECT t::text FROM {} AS t ORDER BY 1").format(sql.Identifier(table))
                told += [f"{table} {row}" for (row,) in self.raw.execute(rows)]
        return told

    def close(self) -> None:
        self.raw.close()
        self.store.close()


@dataclass(kw_only=True)
class DatabaseWorld(World):
    """A world over PostgreSQL; whoever makes the next one in that database has ended this one."""

    database: Database

    def rows(self) -> list[str]:
        return self.database.rows()

    def services(self, account: Account, role: Role = Role.OWNER, parts: Parts | None = None) -> Services:
        return run_again(services_for(parts or self.parts, account, role))


class Databases:
    """One database for one world after the other."""

    share = 4

    def __init__(self, cluster: Cluster) -> None:
        self._database = Database(cluster)

    def world(self, zone: str | None = None) -> DatabaseWorld:
        self._database.empty()
        store, entropy, clock = self._database.store, SeededEntropy(), MovableClock(BOUGHT)
        parts = Parts(store, clock, SecretVault(SECRET), LocalInbox(store, entropy), entropy, offer_in(zone))
        return DatabaseWorld(parts=parts, clock=clock, database=self._database)

    def close(self) -> None:
        self._database.close()


class _Again:
    """One interface whose use cases are run again as a server does it."""

    def __init__(self, part: object) -> None:
        self._part = part

    def __dir__(self) -> list[str]:
        return dir(self._part)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the interface offers
        asked = getattr(self._part, name)
        if not callable(asked):
            return asked
        return lambda *values, **named: carried_out(partial(asked, *values, **named), lambda: None)


def run_again(services: Services) -> Services:
    parts: dict[str, Any] = {part.name: _Again(getattr(services, part.name)) for part in fields(services)}
    return Services(**parts)
