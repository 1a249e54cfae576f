"""Every promise is made on each backend: a SQLite file, PostgreSQL, and a server over HTTP.

`@pytest.mark.local(reason)` leaves HTTP out, `@pytest.mark.served(reason)` all others. After every test the journal
must balance, the audit chain verify and the agenda be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tests.contract.files import Files, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contract.letters import Letters
    from tests.contract.world import World

__all__ = ["Backend", "NewWorld", "build"]

NARROWER = {"local": ("sqlite", "postgresql"), "served": ("http",)}


class NewWorld(Protocol):
    """Makes a world; the same steps in two of them give the same history. Making another ends the one before."""

    def __call__(self, zone: str | None = None) -> World: ...


class Backend(Protocol):
    """Makes worlds whose services lead to one kind of place; of many examples only one in `share` is tried."""

    @property
    def share(self) -> int: ...

    def world(self, zone: str | None = None) -> World: ...

    def close(self) -> None: ...


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "backend" in metafunc.fixturenames:
        marked = [names for mark, names in NARROWER.items() if metafunc.definition.get_closest_marker(mark)]
        names = marked[0] if marked else ("sqlite", "postgresql", "http")
        metafunc.parametrize("backend", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def letters() -> Iterator[Letters]:
    from tests.contract.letters import Letters  # noqa: PLC0415 - only for servers

    made = Letters()
    yield made
    made.close()


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    made = _backend(request, tmp_path_factory)
    yield made
    made.close()


def _backend(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Backend:
    if request.param == "sqlite":
        return Files(folders.mktemp("worlds"))
    from tests.contract.databases import Databases  # noqa: PLC0415 - a database is only started where it is needed
    from tests.contract.served import Served  # noqa: PLC0415 - the same

    cluster = request.getfixturevalue("cluster")
    if request.param == "postgresql":
        return Databases(cluster)
    return Served(cluster, request.getfixturevalue("letters"), folders.mktemp("server"))


@pytest.fixture
def new_world(backend: Backend) -> Iterator[NewWorld]:
    worlds: list[World] = []

    def make(zone: str | None = None) -> World:
        for earlier in worlds[-1:]:
            earlier.close()
        worlds.append(backend.world(zone))
        return worlds[-1]

    yield make
    for last in worlds[-1:]:
        last.close()


@pytest.fixture
def world(new_world: NewWorld) -> World:
    return new_world()
