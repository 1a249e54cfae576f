"""Worlds behind a server: every service is asked over HTTP, as a window with a remote profile asks it.

The server is a process of its own over PostgreSQL. It does by itself what time makes due; the tests hold its turn, as
another server would, and let it have it when they want that done: so it is done neither earlier nor later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass, replace
from dataclasses import fields as fields_of
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from supportplan_desktop.backends.couriers import CouriersByChannel
from supportplan_desktop.backends.http.client import Connection
from supportplan_desktop.backends.http.orders import HttpOrders
from supportplan_desktop.backends.http.services import services_over
from supportplan_desktop.backends.tokens import MemoryTokens
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.domain.access import Login, RefreshToken
from supportplan_desktop.domain.accounts import Channel, Role
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from tests.contract.databases import Database
from tests.contract.files import offer_in
from tests.contract.letters import Letters
from tests.contract.serving import ServedHere, WrittenClock, trust
from tests.contract.world import BOUGHT, SeededEntropy, World
from tests.server.running import SECRET, RunningServer, environment

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.acting import Offer
    from supportplan_desktop.services.interfaces import Services
    from tests.postgres import Cluster

_TURN = "SELECT {}(hashtextextended('time-driven work', 0))"
_OFTEN = 0.02
_A_LITTLE = 0.01
_PATIENCE = 30.0
_DONE = re.compile(r"^supportplan_done_by_time_total (\S+)$", re.MULTILINE)
_NUMBER = re.compile(r"CS\d{10}[0-9A-Z]{5}")


class DueWork:
    """The turn of a database's time-driven work, which the tests have but for when they want it done."""

    def __init__(self, database: Database, cluster: Cluster) -> None:
        self._database = database
        self._turn = cluster.connect(database.name)
        self._lock = Lock()
        self._never = Event()
        self._take()

    def do(self, to: datetime, done: Callable[[], int]) -> int:
        """Let the server do what is due at that instant; how many things it did, by its own count."""
        with self._lock:
            if not self._database.store.due(to):
                return 0
            before = done()
            self._turn.execute(_TURN.format("pg_advisory_unlock"))
            until = monotonic() + _PATIENCE
            while self._database.store.due(to):
                assert monotonic() < until, "the server leaves undone what is due"
                self._never.wait(_A_LITTLE)  # asking without a pause would take the server its time
            self._take()
            return done() - before

    def close(self) -> None:
        self._turn.close()

    def _take(self) -> None:
        self._turn.execute(_TURN.format("pg_advisory_lock"))


@dataclass(frozen=True, slots=True)
class ServedOrders(HttpOrders):
    """Orders over HTTP, and a way to have done at once what the server does by itself before long."""

    do_due: Callable[[datetime | None], int]

    def advance(self, to: datetime | None = None) -> int:
        """Have the server do what time has made due."""
        return self.do_due(to)


@dataclass(kw_only=True)
class ServedWorld(World):
    """A world behind a server."""

    database: Database
    work: DueWork
    letters: Letters
    url: str
    codes_are_told: bool = False
    connections: list[Connection] = field(default_factory=list)
    servers: list[ServedHere] = field(default_factory=list)

    def person(self, services: Services) -> str:
        return login_name(services.accounts.me(), Role.OWNER)

    def rows(self) -> list[str]:
        return self.database.rows()

    def services(self, account: Account, role: Role = Role.OWNER, parts: Parts | None = None) -> Services:
        """Signed in for the account in that role; at a server of its own where other parts are named."""
        return self._signed_in(account, role, self.url if parts is None else self._served(parts.offer, _PATIENCE * 100))

    def code(self, services: Services, order_id: UUID, channel: Channel = Channel.PHONE) -> str:
        services.orders.send_code(order_id, channel)
        return self.letters.code(services.orders.get(order_id).number)

    def retold(self, services: Services) -> object:
        """The history, its ids and numbers by their order instead of the server's chance."""
        told = self.history(services)
        messages = sorted(told.messages, key=lambda message: (message.at, message.kind))
        return renumbered(replace(told, messages=tuple(messages)), {})

    def close(self) -> None:
        if not self.is_over:
            super().close()
            for connection in self.connections:
                connection.close()
            for server in self.servers:
                server.stop()

    def serve(self) -> None:
        """Have a server of this world's own, which sells what this world's vendor offers and does its work of time."""
        self.url = self._served(self.parts.offer, _OFTEN)

    def _served(self, offer: Offer, every: float) -> str:
        settings = self.letters.settings | {"TIME_EVERY": str(every)}
        self.servers.append(ServedHere(environment(self.database.url, **settings), offer, self.clock))
        return self.servers[-1].url

    def _signed_in(self, account: Account, role: Role, url: str) -> Services:
        tokens = MemoryTokens()
        tokens.put(self._refresh_token(account, role))
        connection = Connection(url, tokens, trust=trust())
        self.connections.append(connection)
        services = services_over(connection)
        return replace(services, orders=ServedOrders(connection, self._do_due))

    def _refresh_token(self, account: Account, role: Role) -> str:
        """A token of somebody who has signed in: what a password is good for is tested where it is cheaper."""
        access, text = self.database.store.access, uuid4().hex
        login = Login(login_name(account, role), account.owner_id, account.id, role, "no password at all")
        access.put_login(login)
        ends = datetime.now(UTC) + timedelta(days=1)
        access.add_token(RefreshToken(sha256(text.encode()).hexdigest(), uuid4(), login.name, ends))
        return text

    def _do_due(self, to: datetime | None) -> int:
        """What is due at an instant that has passed is done while the server's clock stands there."""
        now = self.clock.now()
        if to is None or to >= now:
            return self.work.do(now, self._done)
        self.clock.set(to)
        try:
            return self.work.do(to, self._done)
        finally:
            self.clock.set(now)

    def _done(self) -> int:
        found = _DONE.search(self.letters.read(f"{self.url}/metrics"))
        return int(float(found[1])) if found else 0


class Served:
    """A server over one database, for one world after the other; and another database for other time zones."""

    share = 6

    def __init__(self, cluster: Cluster, letters: Letters, folder: Path) -> None:
        self._cluster, self._letters, self._clock_file = cluster, letters, folder / "instant"
        self._database = Database(cluster)
        self._work = DueWork(self._database, cluster)
        self._elsewhere: tuple[Database, DueWork] | None = None
        WrittenClock(BOUGHT, self._clock_file)
        settings = letters.settings | {"CLOCK_FILE": str(self._clock_file), "TIME_EVERY": str(_OFTEN)}
        self._server = RunningServer(environment(self._database.url, **settings))

    def world(self, zone: str | None = None) -> ServedWorld:
        if zone is None:
            clock: MovableClock = WrittenClock(BOUGHT, self._clock_file)
            return self._world(clock, zone, self._database, self._work, self._server.url)
        if self._elsewhere is None:
            database = Database(self._cluster)
            self._elsewhere = database, DueWork(database, self._cluster)
        world = self._world(MovableClock(BOUGHT), zone, *self._elsewhere, "")
        world.serve()
        return world

    def close(self) -> None:
        assert self._server.stop() == 0
        for database, work in filter(None, [(self._database, self._work), self._elsewhere]):
            work.close()
            database.close()

    def _world(self, clock: MovableClock, zone: str | None, database: Database, work: DueWork, url: str) -> ServedWorld:
        database.empty()
        parts = Parts(
            database.store, clock, SecretVault(SECRET), CouriersByChannel({}), SeededEntropy(), offer_in(zone)
        )
        return ServedWorld(parts=parts, clock=clock, database=database, work=work, letters=self._letters, url=url)


def login_name(account: Account, role: Role) -> str:
    return f"{role}.{account.id}"


def renumbered(value: Any, seen: dict[Any, Any]) -> Any:  # noqa: ANN401 - whatever a history holds
    """The same with every id and order number as how many different ones there were before it."""
    if isinstance(value, UUID):
        return seen.setdefault(value, UUID(int=len(seen)))
    if isinstance(value, str):
        return _NUMBER.sub(lambda number: str(seen.setdefault(number[0], UUID(int=len(seen)))), value)
    if isinstance(value, tuple):
        return tuple(renumbered(inner, seen) for inner in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = [renumbered(getattr(value, one.name), seen) for one in fields_of(value)]
        return type(value).__name__, *told
    return value
