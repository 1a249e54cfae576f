"""The ways through the list: by keyboard, to an order and back, to what is open; habits and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.orders.rows import PAGE, Column
from supportplan_desktop.ui.remembered import Remembered

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.orders.conftest import Desk


# By keyboard


def test_everything_goes_by_keyboard(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 30)
    page = desk.open(me)
    page.page.focus_search()
    page.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.chosen == orders[2].number
    page.press(Qt.Key.Key_Return)
    assert page.text("order.number") == orders[2].number
    page.press(Qt.Key.Key_Escape)
    assert page.chosen == orders[2].number
    page.press(Qt.Key.Key_End)
    assert page.chosen == orders[-1].number
    page.press(Qt.Key.Key_Home)
    assert page.chosen == orders[0].number


def test_the_head_sorts_by_keyboard(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 10)
    page = desk.open(me).tab_to("orders.list.head").press(Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert page.column(Column.NUMBER) == sorted((order.number for order in orders), reverse=True)
    page.press(Qt.Key.Key_Return)
    assert page.column(Column.NUMBER) == sorted(order.number for order in orders)


def test_the_number_of_the_chosen_order_can_be_copied(desk: Desk, world: World) -> None:
    me = world.account()
    orders = desk.past(me, 3)
    page = desk.open(me)
    page.table.setFocus()
    QApplication.clipboard().clear()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == orders[0].number


def test_escape_empties_the_search(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 3)
    page = desk.open(me).search("ZZZ")
    assert page.nothing[0] == "No order matches"
    page.press(Qt.Key.Key_Escape).until(lambda: not page.shows("orders.nothing"))
    assert page.loaded == 3


# Coming back


def test_going_back_leads_to_where_one_was(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 250)
    page = desk.open(me)
    page.open(150)
    page.page.session.changed.emit(Change.ORDERS, None)
    page.settle()
    page.click("orders.back")
    assert page.table.currentIndex().row() == 150
    assert page.table.visualRect(page.table.currentIndex()).intersects(page.table.viewport().rect())


def test_a_longer_list_is_read_again_as_far_as_it_was_read(desk: Desk, world: World) -> None:
    me = world.account()
    desk.past(me, 450)
    page = desk.open(me).to_the_end()
    place = page.table.verticalScrollBar().value()
    page.page.refresh()
    page.settle()
    assert page.loaded == 2 * PAGE
    assert page.table.verticalScrollBar().value() == place


# The open order


def test_the_open_order_can_be_paid(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = world.pending(me)
    page = desk.open(me)
    assert me.orders.get(order_id).number in page.banner("orders.open_order")
    with desk.qtbot.waitSignal(page.page.pay_requested) as asked:
        page.click("orders.open_order.pay")
    assert asked.args == [order_id]


def test_the_open_order_is_canceled_once_that_is_confirmed(desk: Desk, world: World) -> None:
    me = world.account()
    world.pending(me)
    page = desk.open(me).click("orders.open_order.cancel").answer("confirmation.keep")
    assert page.row(0)[3] == "Pending payment"
    page.click("orders.open_order.cancel").answer("confirmation.act")
    assert page.row(0)[3] == "Canceled"
    assert not page.shows("orders.open_order")
    assert page.toast[0] == "Order canceled"


def test_an_order_that_was_paid_meanwhile_is_not_canceled_and_that_is_said(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = world.pending(me)
    page = desk.open(me).click("orders.open_order.cancel")
    code = world.code(me, order_id)
    me.orders.pay(order_id, FundsChoice(), code)
    page.answer("confirmation.act")
    assert "can no longer be changed" in page.banner("orders.refusal")
    assert page.row(0)[3] == "Completed"
    page.click("orders.refusal.close")
    assert not page.shows("orders.refusal")


# Language and habits


def test_the_language_changes_while_it_is_open(desk: Desk, world: World, language: Language) -> None:
    me = world.account()
    desk.past(me, 2)
    page = desk.open(me)
    assert page.row(1)[2] == "Developer"
    language.use("zh_CN")
    page.until(lambda: page.row(1)[2] == "开发者级")
    assert page.row(0)[5] == "$90.00"


def test_the_widths_of_columns_are_remembered(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    desk.past(me, 2)
    page = desk.open(me, Remembered(tmp_path))
    before = page.table.columnWidth(Column.KIND)
    page.table.horizontalHeader().resizeSection(Column.KIND, before - 10)
    again = desk.open(me, Remembered(tmp_path))
    assert again.table.columnWidth(Column.KIND) == before - 10


@pytest.mark.parametrize("width", [906, 1200])
def test_amounts_days_and_numbers_are_never_cut(desk: Desk, world: World, width: int) -> None:
    me = world.account()
    desk.past(me, 30)
    page = desk.open(me)
    page.page.resize(width, 680)
    page.settle()
    table = page.table
    for column in (Column.NUMBER, Column.CREATED, Column.AMOUNT):
        table.horizontalHeader().resizeSection(column, 20)
        needed = table.fontMetrics().horizontalAdvance(page.row(0)[column])
        assert table.columnWidth(column) >= needed
