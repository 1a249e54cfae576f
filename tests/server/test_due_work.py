"""What time has made due is done once, however many servers and workers look for it, and nobody waits for that."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import MessagePage, OrderPage, PlanDetails, PurchaseOrder
from tests.server.people import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from supportplan_desktop.domain.accounts import Account
    from tests.postgres import Cluster
    from tests.server.conftest import NewCaller, StartServer
    from tests.server.running import RunningServer

BEGIN = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ACCOUNTS = 12


class Clock:
    """The file that the servers of a test read the instant from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set(BEGIN)

    def set(self, at: datetime) -> None:
        aside = self.path.with_suffix(".new")
        aside.write_text(at.isoformat(), "utf-8")
        aside.replace(self.path)


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    return Clock(tmp_path / "clock")


@pytest.fixture
def registry(database: str) -> Iterator[Registry]:
    made = Registry(database, MovableClock(BEGIN))
    yield made
    made.store.close()


def pending_orders(registry: Registry) -> dict[Account, Order]:
    """New accounts, each with an order that waits for its payment until a day later."""
    made = {}
    for number in range(ACCOUNTS):
        account = registry.account(f"Account {number}")
        services = services_for(registry.parts, account)
        agreement, quote = services.catalogue.agreement(), services.plans.quote_purchase("business", 1)
        order = PurchaseOrder("business", 1, quote.total, agreement.version, agreement.sha256)
        made[account] = services.orders.purchase(registry.parts.entropy.uuid(), order)
    return made


def until(done: Callable[[], bool]) -> None:
    deadline = monotonic() + 60
    while not done():
        assert monotonic() < deadline


def done_by_time(server: RunningServer, talk: NewCaller) -> int:
    text = talk(server.url).client.get("/metrics").text
    return round(float(re.findall(r"^supportplan_done_by_time_total (\S+)$", text, re.MULTILINE)[0]))


def test_two_servers_of_two_workers_do_each_thing_once(
    database: str, registry: Registry, clock: Clock, start: StartServer, talk: NewCaller
) -> None:
    orders = pending_orders(registry)
    settings = {"CLOCK_FILE": str(clock.path), "TIME_EVERY": "0.1"}
    servers = [start(database, workers=2, **settings) for _ in range(2)]
    assert any("for demonstrations and tests only" in line["message"] for line in servers[0].log)
    later = BEGIN + timedelta(hours=25)
    clock.set(later)
    until(lambda: not registry.store.due(later))
    for account, order in orders.items():
        person = talk(servers[0].url, registry.login(account))
        canceled = person.ask(Order, f"orders/{order.id}")
        assert (canceled.status, canceled.events[-1].at) == (OrderStatus.CANCELED, order.pay_before)
        told = [message.kind for message in person.ask(MessagePage, "messages").messages]
        assert told.count(MessageKind.ORDER_DEADLINE_PASSED) == 1
        with registry.store.read(account.owner_id) as work:
            assert first_broken(work.audit.entries()) is None
    until(lambda: sum(done_by_time(server, talk) for server in servers) >= ACCOUNTS)
    assert sum(done_by_time(server, talk) for server in servers) == ACCOUNTS
    for server in servers:
        assert server.stop() == 0
        assert not any("exception" in line for line in server.log)


def test_one_account_that_is_busy_holds_nobody_up(
    cluster: Cluster, database: str, registry: Registry, clock: Clock, start: StartServer, talk: NewCaller
) -> None:
    orders = pending_orders(registry)
    server = start(database, CLOCK_FILE=str(clock.path), TIME_EVERY="0.1")
    busy, other = next(iter(orders)), next(reversed(orders))
    person = talk(server.url, registry.login(other))
    with cluster.locked(database, busy.id) as lock:
        clock.set(BEGIN + timedelta(hours=25))
        lock.wait_for_somebody()
        began = monotonic()
        assert person.ask(PlanDetails, "plan").open_order is None
        assert person.order("developer").status is OrderStatus.PENDING_PAYMENT
        assert person.ask(OrderPage, "orders", status="canceled").count == 1
        assert monotonic() - began < 8  # the lock is waited for longer
    until(lambda: not registry.store.due(BEGIN + timedelta(hours=25)))


def test_a_clock_that_cannot_be_read_stops_nothing_but_time(
    database: str, registry: Registry, clock: Clock, start: StartServer, talk: NewCaller
) -> None:
    server = start(database, CLOCK_FILE=str(clock.path), TIME_EVERY="0.1")
    person = talk(server.url, registry.login(registry.account()))
    clock.path.write_text("noon", "utf-8")
    server.wait_for_log(lambda lines: [line for line in lines if "what is due waits" in line])
    assert person.problem("GET", "clock").code == "store.unavailable"
    assert person.client.get("/v1/account").status_code == 200
    clock.set(BEGIN)
    assert person.client.get("/v1/clock").json() == {"now": "2026-03-02T02:00:00Z"}
