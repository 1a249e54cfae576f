"""The list of orders: what it shows, how it is filtered, sorted, read and left."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import Orders, UnsubscriptionOrder
from supportplan_desktop.ui.orders.rows import PAGE, Column

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, Services
    from tests.contract.world import World
    from tests.ui.orders.conftest import Desk


@dataclass
class Troubled:
    """Orders that fail while there is trouble, and whose pages wait at a gate; all else is as it is."""

    inner: Orders
    trouble: Exception | None = None
    fails_after_first: bool = False
    gates: dict[str, threading.Event] = field(default_factory=dict)

    def page(self, query: OrderQuery, cursor: str | None = None, limit: int = 100) -> OrderPage:
        if gate := self.gates.get(query.text):
            gate.wait()
        if self.trouble is not None or (self.fails_after_first and cursor is not None):
            raise self.trouble or StoreUnavailable(detail="busy")
        return self.inner.page(query, cursor, limit)

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)


def troubled(services: Services, **trouble: object) -> tuple[Services, Troubled]:
    orders = Troubled(services.orders, **trouble)  # type: ignore[arg-type]
    return replace(services, orders=cast("Orders", orders)), orders


def unsubscribed(services: Services) -> UUID:
    quote = services.plans.quote_unsubscription()
    reason = UnsubscriptionReason.TESTING_FINISHED
    order_id = uuid4()
    services.orders.unsubscribe(order_id, UnsubscriptionOrder(quote.total, reason, is_confirmed=True))
    return order_id


# What it shows


def test_a_row_says_number_kind_plan_status_time_and_amount(desk: Desk, world: World) -> None:
    me = world.account()
    number = me.orders.get(desk.paid(me)).number
    page = desk.open(me)
    assert page.row(0) == [number, "New purchase", "Business", "Completed", "2019-12-09 11:41", "$90.00"]
    assert page.heads[:6] == ["Order", "Kind", "Plan", "Status", "Created (UTC+8)", "Amount"]
    assert page.count.startswith("1 ")


def test_money_that_comes_back_is_written_with_a_minus(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    unsubscribed(me)
    page = desk.open(me)
    assert page.row(0)[1:4] == ["Unsubscription", "Business", "Pending approval"]
    assert page.row(0)[5] == "−\N{NO-BREAK SPACE}$90.00"


def test_of_many_orders_only_the_first_are_loaded_and_all_are_counted(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 650)
    page = desk.open(me)
    assert page.loaded == PAGE
    assert page.count.startswith("650 ")
    page.to_the_end()
    assert page.loaded == 2 * PAGE
    for _ in range(4):
        page.to_the_end()
    assert page.loaded == 650
    assert len(set(page.column(Column.NUMBER))) == 650


def test_a_page_that_cannot_be_loaded_is_told_and_tried_again(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 250)
    services, orders = troubled(me, fails_after_first=True)
    page = desk.open(services).to_the_end()
    assert page.loaded == PAGE
    assert "could not be loaded" in page.banner("orders.error")
    orders.fails_after_first = False
    page.click("orders.retry").to_the_end()
    assert page.loaded == 250
    assert not page.shows("orders.error")


def test_without_any_order_a_plan_can_be_bought(desk: Desk, world: World) -> None:
    page = desk.open(world.account())
    assert page.nothing == ("No orders yet", "Buy Now")
    assert not page.button("orders.export").isEnabled()
    with desk.qtbot.waitSignal(page.page.purchase_requested):
        page.click("orders.empty.action")


def test_what_cannot_be_loaded_leaves_an_empty_surface_and_a_way_to_retry(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    services, orders = troubled(me, trouble=StoreUnavailable(detail="busy"))
    page = desk.open(services)
    assert page.nothing == ("Nothing to show yet", "")
    assert page.banner("orders.error").startswith("The orders could not be loaded.")
    orders.trouble = None
    page.click("orders.retry")
    assert page.loaded == 1
    assert not page.shows("orders.error")


def test_rows_stay_when_they_cannot_be_read_again(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    services, orders = troubled(me)
    page = desk.open(services)
    orders.trouble = StoreUnavailable(detail="busy")
    page.page.refresh()
    page.settle()
    assert page.loaded == 1
    assert page.shows("orders.error")


def test_another_account_begins_afresh(desk: Desk, world: World) -> None:
    me, other = world.account(), world.account(name="Quay Logistics")
    desk.paid(me)
    page = desk.open(me).search("CS").open(0)
    page.page.session.open(lambda: other)
    page.settle()
    assert page.nothing[0] == "No orders yet"
    assert page.find(QLineEdit, "orders.search").text() == ""


# Filters


def test_a_part_of_a_number_finds_the_order(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 40)
    page = desk.open(me).search(orders[7].number[-6:].lower())
    assert page.column(Column.NUMBER) == [orders[7].number]
    page.click("orders.clear")
    assert page.loaded == 40
    assert not page.button("orders.clear").isEnabled()


def test_typing_is_waited_for(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 5)
    page = desk.open(me)
    QTest.keyClicks(page.find(QLineEdit, "orders.search"), orders[2].number)
    assert page.loaded == 5
    page.until(lambda: page.loaded == 1)
    assert page.column(Column.NUMBER) == [orders[2].number]


def test_kind_and_status_are_chosen_together(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 30)
    page = desk.open(me).choose("orders.kind", "Renewal")
    assert set(page.column(Column.KIND)) == {"Renewal"}
    assert page.count.startswith(f"{sum(order.kind is OrderKind.RENEWAL for order in orders)} ")
    page.choose("orders.status", "Canceled")
    assert page.nothing == ("No order matches", "Clear filters")
    page.click("orders.empty.action")
    assert page.loaded == 30


def test_days_are_those_of_the_site(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 60)
    page = desk.open(me).choose("orders.period", "Choose days").set_day("orders.first", "2019-12-08")
    page.set_day("orders.last", "2019-12-08").until(lambda: page.loaded == 24)
    assert {time[:10] for time in page.column(Column.CREATED)} == {"2019-12-08"}


def test_a_period_counts_back_from_the_clock(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 30)
    world.pass_time(days=40)
    page = desk.open(me).choose("orders.period", "Last 30 days")
    assert page.nothing[0] == "No order matches"
    page.choose("orders.period", "Last 6 months")
    assert page.loaded == 30


def test_a_period_that_would_end_before_it_begins_is_one_day(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 60)
    page = desk.open(me).choose("orders.period", "Choose days").set_day("orders.last", "2019-12-08")
    page.set_day("orders.first", "2019-12-09").until(lambda: page.loaded == 12)
    assert {time[:10] for time in page.column(Column.CREATED)} == {"2019-12-09"}


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 30)
    slow = orders[3].number
    services, troubles = troubled(me)
    troubles.gates[slow] = threading.Event()
    page = desk.open(services)
    field = page.find(QLineEdit, "orders.search")
    QTest.keyClicks(field, slow)
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.setText(orders[5].number)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: page.loaded == 1)
    troubles.gates[slow].set()
    page.settle()
    assert page.column(Column.NUMBER) == [orders[5].number]


# Order


def test_heads_sort_and_turn_round(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 30)
    newest_first = [order.number for order in orders]
    page = desk.open(me)
    assert page.column(Column.NUMBER) == newest_first
    assert page.sort_by(Column.CREATED).column(Column.NUMBER) == newest_first[::-1]
    assert page.sort_by(Column.NUMBER).column(Column.NUMBER) == sorted(newest_first, reverse=True)
    assert page.sort_by(Column.KIND).column(Column.NUMBER) == sorted(newest_first, reverse=True)


def test_amounts_are_sorted_as_amounts(desk: Desk, world: World) -> None:
    me = world.account(balance="20000.00")
    for tier, months in (("business", 1), ("developer", 9), ("enterprise", 1)):
        me.orders.cancel(world.pending(me, tier, months))
    page = desk.open(me).sort_by(Column.AMOUNT)
    assert page.column(Column.AMOUNT) == ["$13,500.00", "$234.00", "$90.00"]
    assert page.sort_by(Column.AMOUNT).column(Column.AMOUNT) == ["$90.00", "$234.00", "$13,500.00"]
