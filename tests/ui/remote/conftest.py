"""The real window over a real server on PostgreSQL, each in a process of its own but for the window, which is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.ui.drivers.remote import RemoteDriver
from tests.ui.remote.office import Office, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.postgres import Cluster


class NewWindow(Protocol):
    """A window on a folder of that name."""

    def __call__(self, name: str = "here") -> RemoteDriver: ...


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    """This computer's keyring is none of the tests' business."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def shared_office(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The server that tests share which do not kill it."""
    database, clock_file = cluster.database(), tmp_path_factory.mktemp("office") / "clock"
    made = Office(database, started(database, clock_file), clock_file)
    yield made
    made.close()


@pytest.fixture
def office(shared_office: Office) -> Iterator[Office]:
    """The shared server, with accounts and an address of the test's own; afterwards their journals must be in order."""
    shared = shared_office
    made = Office(shared.database, shared.server, shared.clock_file, is_shared=True)
    yield made
    made.close()


@pytest.fixture
def doomed(cluster: Cluster, tmp_path: Path) -> Iterator[Office]:
    """A server of the test's own, which may be killed; afterwards its journals must be in order."""
    database, clock_file = cluster.database(), tmp_path / "clock"
    made = Office(database, started(database, clock_file), clock_file)
    yield made
    made.close()


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[NewWindow]:
    """Windows with a new profile of a server each, not started yet; the last one is closed first."""
    made: list[RemoteDriver] = []

    def new(name: str = "here") -> RemoteDriver:
        made.append(RemoteDriver(qtbot, qapp, tmp_path / name))
        return made[-1]

    yield new
    for driver in reversed(made):
        driver.end()


@pytest.fixture
def window(windows: NewWindow) -> RemoteDriver:
    """One of them."""
    return windows()
