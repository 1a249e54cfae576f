"""The export: which orders, how they are written, and what becomes of a file that cannot be."""

from __future__ import annotations

import csv
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import pytest

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.services.interfaces import Orders
from supportplan_desktop.ui.orders.export import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from supportplan_desktop.services.interfaces import OrderQuery, OrderSummary
    from tests.contract.world import World
    from tests.ui.orders.conftest import Desk

BOM = b"\xef\xbb\xbf"


@dataclass
class Halting:
    """Orders of which an export gets the first at once, and more or an error when the test lets it."""

    inner: Orders
    error: Exception | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)

    def every(self, query: OrderQuery) -> Iterator[OrderSummary]:
        for order in self.inner.every(query):
            yield order
            self.begun.set()
            self.gate.wait()
            if self.error is not None:
                raise self.error

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_bytes().removeprefix(BOM).decode("utf-8").splitlines()))


def test_all_that_match_are_exported_not_only_those_that_were_loaded(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    orders = desk.past(me, 450)
    path = tmp_path / "all.csv"
    page = desk.open(me).click("orders.export").save_to(path)
    assert [row[0] for row in rows(path)[1:]] == [order.number for order in orders]
    assert page.toast[0].startswith("450 ")
    assert page.toast[1] == "all.csv"


def test_the_export_follows_the_filters(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    desk.past(me, 30)
    path = tmp_path / "some.csv"
    desk.open(me).choose("orders.kind", "Renewal").click("orders.export").save_to(path)
    assert {row[1] for row in rows(path)[1:]} == {"Renewal"}


def test_amounts_are_exact_and_instants_have_their_offset(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    order = me.orders.get(desk.paid(me))
    path = tmp_path / "one.csv"
    desk.open(me).click("orders.export").save_to(path)
    assert path.read_bytes().startswith(BOM)
    assert rows(path) == [
        ["Order", "Kind", "Plan", "Status", "Created", "Pay before", "Amount", "Currency"],
        [
            order.number,
            "New purchase",
            "Business",
            "Completed",
            "2019-12-09T11:41:23+08:00",
            "2019-12-10T11:41:23+08:00",
            "90.00",
            "USD",
        ],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_an_export_that_fails_leaves_what_was_there(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    desk.past(me, 5)
    halting = Halting(me.orders, StoreUnavailable(detail="busy"))
    halting.gate.set()
    path = tmp_path / "kept.csv"
    page = desk.open(replace(me, orders=cast("Orders", halting))).click("orders.export")
    page.save_to(path)
    assert page.banner("orders.export.progress").startswith(
        "The orders could not be exported. The data cannot be reached."
    )
    assert list(tmp_path.glob("*.csv*")) == []
    assert list(tmp_path.glob(".*.part")) == []
    page.click("orders.export.close")
    assert page.button("orders.export").isEnabled()


def test_an_export_under_way_says_how_far_it_is_and_can_be_stopped(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    desk.past(me, 5)
    halting = Halting(me.orders)
    path = tmp_path / "stopped.csv"
    page = desk.open(replace(me, orders=cast("Orders", halting))).click("orders.export")
    page.choose_file(path, waits=False)
    halting.begun.wait()
    desk.qtbot.waitUntil(lambda: page.banner("orders.export.progress") == "Exporting: 1 of 5 orders")
    assert not page.button("orders.export").isEnabled()
    page.button("orders.export.stop").click()
    halting.gate.set()
    page.settle()
    assert not path.exists()
    assert not page.shows("orders.export.progress")
    assert page.button("orders.export").isEnabled()


def test_a_folder_that_is_gone_is_named(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    desk.paid(me)
    page = desk.open(me).click("orders.export")
    page.choose_file(tmp_path / "gone" / "orders.csv")
    assert "This folder is not there any more" in page.banner("orders.export.progress")
