"""The demonstration's story: who is in it, how each stands at its first instant, and what can be shown from there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.bootstrap import LocalData
from supportplan_desktop.domain.errors import MemberHasPlan, MemberHasUnpaidOrders
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import MemberQuery, OrderQuery, Services, UnsubscriptionOrder
from supportplan_desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
LEAP_DAY = datetime(2024, 2, 29, 20, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalData]:
    """Told once: who changes something begins it anew."""
    opened = LocalData(Settings(tmp_path_factory.mktemp("data"), demo="demo", at=START))
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def first(data: LocalData) -> Services:
    return data.open()


def named(services: Services, name: str) -> Services:
    return services.accounts.act_as(next(one.id for one in services.accounts.others() if one.name == name))


def orders(services: Services) -> list[tuple[OrderKind, OrderStatus]]:
    return [(order.kind, order.status) for order in services.orders.every(OrderQuery(descending=False))]


def test_the_window_opens_the_account_that_the_story_begins_with(first: Services) -> None:
    names = [account.name for account in first.accounts.others()]
    assert names == sorted(names)
    assert names[0] != "Harbor Retail"
    assert first.accounts.me().name == "Harbor Retail"


def test_it_opens_with_a_master_that_shares_business_with_twelve(first: Services) -> None:
    details, view = first.plans.details(), first.organization.overview()
    assert (details.tier, details.state, details.shared_with) == ("business", PlanState.ACTIVE, 12)
    assert (view.unified, view.independent, view.invited) == (12, 2, 3)
    rows = first.organization.members(MemberQuery()).members
    shown = {row.association.account_name: (row.effective.tier, row.effective.source) for row in rows}
    assert shown["Harbor Market"] == ("business", PlanSource.SHARED)
    assert shown["Harbor Ventures"] == ("basic", PlanSource.NONE)
    assert shown["Osprey Travel"] == ("developer", PlanSource.OWN)


def test_its_orders_are_of_every_kind_that_costs_and_of_one_that_came_back(first: Services) -> None:
    completed = [kind for kind, status in orders(first) if status is OrderStatus.COMPLETED]
    purchase, change, renewal = OrderKind.NEW_PURCHASE, OrderKind.CHANGE, OrderKind.RENEWAL
    assert completed == [purchase, renewal, purchase, change, change, purchase]
    assert [status for _, status in orders(first)].count(OrderStatus.CANCELED) == 2
    totals = [order.total.amount for order in first.orders.every(OrderQuery(kinds=frozenset({change})))]
    assert totals[0] < 0 < totals[1]


def test_of_three_invitees_two_are_in_the_way_each_for_another_reason(first: Services) -> None:
    readiness = first.organization.readiness()
    assert [(row.association.account_name, row.state.value) for row in readiness.in_way] == [
        ("Cedar Clinic", "owns_plan"),
        ("Mill Foods", "unpaid_orders"),
    ]
    assert (readiness.ready, readiness.independent) == (13, 2)


@pytest.mark.parametrize(
    ("name", "tier", "state", "balance"),
    [
        ("Lantern Studio", "basic", PlanState.BASIC, "60.00"),
        ("Quay Logistics", "basic", PlanState.BASIC, "20.00"),
        ("Tern Labs", "basic", PlanState.BASIC, "30.00"),
        ("Juniper Games", "business", PlanState.GRACE, "130.00"),
        ("Saffron Kitchens", "basic", PlanState.BASIC, "0.00"),
    ],
)
def test_the_others_stand_where_there_is_something_to_show(
    first: Services, name: str, tier: str, state: PlanState, balance: str
) -> None:
    services = named(first, name)
    details = services.plans.details()
    assert (details.tier, details.state) == (tier, state)
    assert f"{services.accounts.funds().balance.amount}" == balance
    assert (details.open_order is not None) is (name == "Quay Logistics")


def test_one_refund_is_on_its_way(first: Services) -> None:
    assert orders(named(first, "Saffron Kitchens"))[-1] == (OrderKind.UNSUBSCRIPTION, OrderStatus.PROCESSING)


def test_only_what_the_last_day_brought_is_unread(first: Services) -> None:
    for account in first.accounts.others():
        for message in named(first, account.name).messages.page(limit=200).messages:
            assert message.is_read is (message.at < START - timedelta(days=1))


@pytest.mark.parametrize("at", [START, LEAP_DAY])
def test_nothing_is_left_that_time_would_have_done_and_all_holds(tmp_path: Path, at: datetime) -> None:
    data = LocalData(Settings(tmp_path, demo="demo", at=at))
    services = data.open()
    assert services.orders.advance() == 0
    assert named(services, "Juniper Games").plans.details().state is PlanState.GRACE
    for account in services.accounts.others():
        assert named(services, account.name).audit.verify().holds
    data.close()


def test_rule_5_can_be_shown_and_solved(data: LocalData) -> None:
    first = data.reset()
    cedar, mill, willow = (named(first, name) for name in ("Cedar Clinic", "Mill Foods", "Willow Press"))
    received = {one: one.organization.overview().received[0].id for one in (cedar, mill, willow)}
    willow.organization.accept(received[willow])
    with pytest.raises(MemberHasPlan):
        cedar.organization.accept(received[cedar])
    with pytest.raises(MemberHasUnpaidOrders):
        mill.organization.accept(received[mill])
    quote = cedar.plans.quote_unsubscription()
    assert quote.total.amount < 0
    cedar.orders.unsubscribe(uuid4(), UnsubscriptionOrder(quote.total, UnsubscriptionReason.SURPLUS, is_confirmed=True))
    pending = mill.plans.details().open_order
    assert pending is not None
    mill.orders.cancel(pending.id)
    assert first.organization.readiness().is_green
    for one in (cedar, mill):
        one.organization.accept(received[one])
        assert one.plans.details().source is PlanSource.SHARED
    assert first.plans.details().shared_with == 15


def test_begun_anew_it_is_the_same_story_and_opens_the_same_account(data: LocalData) -> None:
    before = [(account.id, account.name) for account in data.open().accounts.others()]
    again = data.reset()
    assert [(account.id, account.name) for account in again.accounts.others()] == before
    assert again.accounts.me().name == "Harbor Retail"
