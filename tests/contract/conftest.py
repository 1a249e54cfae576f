"""After every test of the contract suite the journal must balance, the audit chain verify and the agenda be right."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from tests.contract.world import BOUGHT, SeededEntropy, World

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewWorld(Protocol):
    """Makes a world with a store of its own; the same steps in two of them give the same history."""

    def __call__(self, zone: str | None = None) -> World: ...


@cache
def _new_store() -> bytes:
    """A store with nothing in it, to be copied: quicker than making one for every test."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "supportplan.db")
        open_sqlite(path).close()
        return path.read_bytes()


def build(folder: Path, zone: str | None = None) -> World:
    """The world of a folder: the one that was left there, else a new one."""
    folder.mkdir(exist_ok=True)
    if not (folder / "supportplan.db").exists():
        (folder / "supportplan.db").write_bytes(_new_store())
    store = open_sqlite(folder / "supportplan.db")
    entropy, clock, offer = SeededEntropy(), MovableClock(BOUGHT), vendor_offer()
    if zone is not None:
        offer = replace(offer, catalogue=replace(offer.catalogue, site_zone=ZoneInfo(zone)))
    vault, courier = FileVault(folder / "codes.key"), LocalInbox(store, entropy)
    return World(Parts(store, clock, vault, courier, entropy, offer), clock)


@pytest.fixture
def new_world(tmp_path: Path) -> Iterator[NewWorld]:
    worlds: list[World] = []
    numbers = count(1)

    def make(zone: str | None = None) -> World:
        worlds.append(build(tmp_path / f"world {next(numbers)}", zone))
        return worlds[-1]

    yield make
    for made in worlds:
        made.check()
        made.parts.store.close()


@pytest.fixture
def world(new_world: NewWorld) -> World:
    return new_world()
