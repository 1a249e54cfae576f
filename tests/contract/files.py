"""Worlds over the embedded store: a SQLite file in a folder, gone with the test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from tests.contract.world import BOUGHT, SeededEntropy, World

if TYPE_CHECKING:
    from supportplan_desktop.services.acting import Offer

DATA = "supportplan.db"


@dataclass(kw_only=True)
class FileWorld(World):
    """A world over a SQLite file."""

    folder: Path

    def rows(self) -> list[str]:
        with closing(sqlite3.connect(self.folder / DATA)) as raw:
            return list(raw.iterdump())

    def close(self) -> None:
        if not self.is_over:
            super().close()
            self.parts.store.close()


@dataclass
class Files:
    """Each world has a folder of its own."""

    folder: Path
    share: int = 1
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def world(self, zone: str | None = None) -> FileWorld:
        return build(self.folder / f"world {next(self._numbers)}", zone)

    def close(self) -> None:
        """The folder is pytest's."""


def build(folder: Path, zone: str | None = None) -> FileWorld:
    """The world of a folder: the one that was left there, else a new one."""
    folder.mkdir(exist_ok=True)
    if not (folder / DATA).exists():
        (folder / DATA).write_bytes(_new_store())
    store = open_sqlite(folder / DATA)
    entropy, clock = SeededEntropy(), MovableClock(BOUGHT)
    vault, courier = FileVault(folder / "codes.key"), LocalInbox(store, entropy)
    parts = Parts(store, clock, vault, courier, entropy, offer_in(zone))
    return FileWorld(parts=parts, clock=clock, folder=folder)


def offer_in(zone: str | None) -> Offer:
    """What the vendor offers, from a site in that zone."""
    offer = vendor_offer()
    if zone is None:
        return offer
    return replace(offer, catalogue=replace(offer.catalogue, site_zone=ZoneInfo(zone)))


@cache
def _new_store() -> bytes:
    """A store with nothing in it, to be copied: quicker than making one for every test."""
    with TemporaryDirectory() as folder:
        path = Path(folder, DATA)
        open_sqlite(path).close()
        return path.read_bytes()
