"""Wizards over real services on a real file, in a world whose clock the tests move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.ui.session import Profile, ProfileKind, Session
from supportplan_desktop.ui.tasks import Tasks
from supportplan_desktop.ui.texts import Texts
from supportplan_desktop.ui.wizards.change import ChangeWizard
from supportplan_desktop.ui.wizards.purchase import PurchaseWizard
from supportplan_desktop.ui.wizards.renew import RenewWizard
from tests.contract.world import BOUGHT, World
from tests.ui.drivers.change import ChangeDriver
from tests.ui.drivers.paying import PayingDriver
from tests.ui.drivers.purchase import PurchaseDriver
from tests.ui.drivers.renew import RenewDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.wizards.paying import PayingWizard

DriverT = TypeVar("DriverT", bound=PayingDriver)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = open_sqlite(tmp_path / "supportplan.db")
    entropy, clock = SystemEntropy(), MovableClock(BOUGHT)
    courier = LocalInbox(store, entropy)
    built = World(Parts(store, clock, FileVault(tmp_path / "codes.key"), courier, entropy, vendor_offer()), clock)
    yield built
    built.check()
    store.close()


@dataclass(frozen=True)
class Desk:
    """Where wizards are opened."""

    qtbot: QtBot
    tasks: Tasks
    texts: Texts
    settle: Callable[[], None]

    def session(self, services: Services, *, clock_is_movable: bool = True) -> Session:
        session = Session(self.tasks, Profile(ProfileKind.DEMO, "demo", "", clock_is_movable), self.tasks)
        session.open(lambda: services)
        self.settle()
        self.texts.zone = session.catalogue.site_zone
        return session

    def buy(
        self, services: Services, tier: str = "", order_id: UUID | None = None, *, clock_is_movable: bool = True
    ) -> PurchaseDriver:
        return self.open(self.session(services, clock_is_movable=clock_is_movable), tier, order_id)

    def open(self, session: Session, tier: str = "", order_id: UUID | None = None) -> PurchaseDriver:
        return self._open(PurchaseDriver, PurchaseWizard(session, self.texts, tier, order_id))

    def change(self, services: Services, tier: str = "", order_id: UUID | None = None) -> ChangeDriver:
        return self._open(ChangeDriver, ChangeWizard(self.session(services), self.texts, tier, order_id))

    def renew(self, services: Services, order_id: UUID | None = None) -> RenewDriver:
        return self._open(RenewDriver, RenewWizard(self.session(services), self.texts, order_id))

    def _open(self, driver: type[DriverT], wizard: PayingWizard) -> DriverT:
        wizard.open()
        opened = driver(wizard, self.qtbot, self.tasks)
        opened.settle()
        return opened


@pytest.fixture
def desk(qtbot: QtBot, tasks: Tasks, texts: Texts, settle: Callable[[], None], world: World) -> Desk:
    del world  # the store is closed after the last call has ended
    return Desk(qtbot, tasks, texts, settle)
