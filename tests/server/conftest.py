from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from supportplan_desktop.domain.accounts import Role
from tests.server.people import Caller, Registry, caller
from tests.server.running import RunningServer, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from supportplan_desktop.domain.accounts import Account
    from tests.postgres import Cluster


class StartServer(Protocol):
    """Starts a server on a database; it is stopped at the end of the test."""

    def __call__(self, database: str, *options: str, workers: int = 1, **settings: str) -> RunningServer: ...


class NewCaller(Protocol):
    """Somebody who talks to a server, signed in where a login is named."""

    def __call__(self, url: str, login: str | None = None) -> Caller: ...


class Join(Protocol):
    """Somebody new, signed in at the shared server, for a new account where none is named."""

    def __call__(self, account: Account | None = None, role: Role = ..., balance: str = ...) -> Caller: ...


@pytest.fixture
def database(cluster: Cluster) -> str:
    """A PostgreSQL database of the test's own, with its tables made."""
    return cluster.database()


@pytest.fixture
def sqlite_database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture
def start() -> Iterator[StartServer]:
    started: list[RunningServer] = []

    def begin(database: str, *options: str, workers: int = 1, **settings: str) -> RunningServer:
        started.append(RunningServer(environment(database, **settings), *options, workers=workers))
        return started[-1]

    yield begin
    for server in started:
        server.stop()


@pytest.fixture
def register() -> Iterator[Registries]:
    made = Registries()
    yield made
    made.close()


class Registries:
    """The databases of the test's servers from behind."""

    def __init__(self) -> None:
        self._made: list[Registry] = []

    def __call__(self, database: str) -> Registry:
        self._made.append(Registry(database))
        return self._made[-1]

    def close(self) -> None:
        for registry in self._made:
            registry.store.close()


@pytest.fixture
def talk() -> Iterator[NewCaller]:
    made: list[Caller] = []

    def begin(url: str, login: str | None = None) -> Caller:
        made.append(caller(url))
        if login is not None:
            made[-1].sign_in(login)
        return made[-1]

    yield begin
    for one in made:
        one.client.close()


@pytest.fixture(scope="session")
def shared_database(cluster: Cluster) -> str:
    return cluster.database()


@pytest.fixture(scope="session")
def server(shared_database: str) -> Iterator[RunningServer]:
    """A server of two workers that tests share; each works for accounts of its own."""
    running = RunningServer(environment(shared_database), workers=2)
    yield running
    assert running.stop() == 0


@pytest.fixture(scope="session")
def registry(shared_database: str) -> Iterator[Registry]:
    """The shared server's database from behind."""
    made = Registry(shared_database)
    yield made
    made.store.close()


@pytest.fixture
def join(server: RunningServer, registry: Registry, talk: NewCaller) -> Join:
    def begin(account: Account | None = None, role: Role = Role.OWNER, balance: str = "1000.00") -> Caller:
        acted_for = account or registry.account(balance=balance)
        return talk(server.url, registry.login(acted_for, role))

    return begin
