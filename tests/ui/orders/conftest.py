"""My Orders over real services on a real file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from supportplan_desktop.domain.orders import OrderKind, order_number
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.ui.orders import OrdersPage
from supportplan_desktop.ui.session import Profile, ProfileKind, Session
from supportplan_desktop.ui.tasks import Tasks
from supportplan_desktop.ui.texts import Texts
from tests.contract.files import build
from tests.contract.world import World
from tests.ui.drivers.orders import OrdersDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.remembered import Remembered

_KINDS = (OrderKind.NEW_PURCHASE, OrderKind.RENEWAL, OrderKind.CHANGE)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A file of its own; afterwards journal, audit and agenda are checked."""
    made = build(tmp_path / "world")
    yield made
    made.close()


@dataclass(frozen=True)
class Desk:
    """Where the page is opened, and what its orders are made by."""

    world: World
    qtbot: QtBot
    tasks: Tasks
    texts: Texts

    def session(self, services: Services) -> Session:
        session = Session(self.tasks, Profile(ProfileKind.DEMO, "demo", ""), self.tasks)
        session.open(lambda: services)
        self.qtbot.waitUntil(lambda: session.is_ready)
        self.texts.zone = session.catalogue.site_zone
        return session

    def open(self, services: Services, remembered: Remembered | None = None) -> OrdersDriver:
        """Show the page of an account, and wait for what it loads."""
        page = OrdersPage(self.session(services), self.texts, remembered)
        page.resize(1048, 720)
        page.show()
        page.activateWindow()
        driver = OrdersDriver(page, self.qtbot, self.tasks)
        driver.settle()
        return driver

    def paid(self, services: Services, tier: str = "business", months: int = 1) -> UUID:
        """Buy a plan."""
        order_id = self.world.pending(services, tier, months)
        services.orders.pay(order_id, FundsChoice(), self.world.code(services, order_id))
        return order_id

    def past(self, services: Services, count: int) -> list[Order]:
        """Keep so many completed orders of several kinds, an hour apart, the newest first."""
        sample = services.orders.get(self.paid(services))
        zone = self.world.parts.offer.catalogue.site_zone
        made = [sample]
        with self.world.parts.store.change(services.accounts.me().owner_id) as work:
            for place in range(1, count):
                at = sample.created_at - timedelta(hours=place)
                past = replace(
                    sample,
                    id=uuid4(),
                    number=order_number(at, zone, f"P{place:04}"),
                    kind=_KINDS[place % len(_KINDS)],
                    created_at=at,
                    quote=replace(sample.quote, at=at, tier="developer" if place % 2 else "business"),
                    events=tuple(replace(event, at=at) for event in sample.events),
                )
                work.orders.add(past)
                made.append(past)
        return made


@pytest.fixture
def desk(world: World, qtbot: QtBot, tasks: Tasks, texts: Texts) -> Desk:
    return Desk(world, qtbot, tasks, texts)
