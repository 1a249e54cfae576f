"""After every test of the contract suite the journal must balance and the audit chain must verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from tests.contract.world import BOUGHT, World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = open_sqlite(tmp_path / "supportplan.db")
    entropy, clock = SystemEntropy(), MovableClock(BOUGHT)
    courier = LocalInbox(store, entropy)
    built = World(Parts(store, clock, FileVault(tmp_path / "codes.key"), courier, entropy, vendor_offer()), clock)
    yield built
    built.check()
    store.close()
