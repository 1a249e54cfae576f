"""Auto-renewal: when it pays, from what, and what it says where it cannot (DOMAIN 6)."""

from datetime import UTC, datetime, timedelta
from uuid import uuid5
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.errors import DurationNotOffered, InvalidInput, PlanNotPaid
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.services.interfaces import AutoRenewalStatus, Services
from tests.contract.conftest import NewWorld
from tests.contract.world import World, settled, site, usd


def turned_on(services: Services, months: int = 1, days_before: int = 3) -> AutoRenewalStatus:
    return services.plans.set_auto_renewal(is_on=True, months=months, days_before=days_before)


def failures(world: World, services: Services) -> list[tuple[datetime, datetime | None]]:
    kind = MessageKind.AUTO_RENEWAL_FAILED
    return [(message.at, message.until) for message in world.messages(services) if message.kind is kind]


def test_it_shows_its_next_date_and_amount(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    off = services.plans.details().auto_renewal
    assert off is not None
    assert (off.is_on, off.next_at, off.next_amount) == (False, None, None)
    on = turned_on(services, months=3, days_before=7)
    assert on == AutoRenewalStatus(
        is_on=True,
        months=3,
        days_before=7,
        next_at=site("2020-01-02 03:00:00"),
        next_amount=usd("270.00"),
        days_offered=(2, 3, 4, 5, 6, 7),
    )
    assert services.plans.details().auto_renewal == on
    world.changed(services, "developer")
    now = services.plans.details().auto_renewal
    assert now is not None
    assert (now.next_at, now.next_amount) == (on.next_at, usd("78.00"))


def test_it_renews_from_the_balance_at_three_in_the_morning(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    turned_on(services, months=2)
    world.go_to("2020-01-06 02:59:59")
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-01-09 23:59:59")
    assert world.next_due(services) == site("2020-01-06 03:00:00")
    world.pass_time(seconds=1)
    assert services.orders.advance() == 1
    assert services.plans.details().valid_until == site("2020-03-09 23:59:59")
    order = world.orders(services)[-1]
    assert (order.kind, order.status, order.total) == (OrderKind.RENEWAL, OrderStatus.COMPLETED, usd("180.00"))
    assert order.split == Split(usd("180.00"), usd("0.00"))
    assert {event.at for event in order.events} == {site("2020-01-06 03:00:00")}
    assert order.number.startswith("CS2001060300")
    message = world.messages(services)[-1]
    assert (message.kind, message.order_id) == (MessageKind.ORDER_COMPLETED, order.id)
    assert services.accounts.funds().balance == usd("230.00")
    status = services.plans.details().auto_renewal
    assert status is not None
    assert status.next_at == site("2020-03-06 03:00:00")
    world.check_money(services)


def test_it_goes_on_renewing_as_long_as_the_balance_lasts(world: World) -> None:
    services = world.account(balance="120.00", credit="500.00")
    world.paid(services, "developer")
    turned_on(services, days_before=2)
    world.go_to("2020-12-31 12:00:00")
    services.orders.advance()
    orders = world.orders(services)
    assert [order.created_at for order in orders[1:]] == [site(f"2020-{month:02d}-07 03:00:00") for month in (1, 2, 3)]
    assert services.accounts.funds().balance == usd("16.00")
    assert services.accounts.funds().available_credit == usd("500.00")
    assert services.plans.details().state is PlanState.BASIC
    assert world.kept(services) == settled(orders)
    world.check_money(services)


def test_a_failed_attempt_is_told_and_tried_again_every_day_until_retention_is_over(world: World) -> None:
    services = world.account(balance="90.00", credit="500.00")
    world.paid(services)
    turned_on(services)
    world.go_to("2020-03-01 00:00:00")
    services.orders.advance()
    days = [site("2020-01-06 03:00:00") + timedelta(days=day) for day in range(34)]
    assert [at for at, _ in failures(world, services)] == days
    assert [again for _, again in failures(world, services)][:-1] == days[1:]
    assert days[-1] == site("2020-02-08 03:00:00")
    assert failures(world, services)[-1][1] is None
    assert services.plans.details().state is PlanState.BASIC
    assert len(world.orders(services)) == 1


@pytest.mark.parametrize("late", ["2020-01-08 09:00:00", "2020-01-15 09:00:00", "2020-02-03 09:00:00"])
def test_once_there_is_money_the_next_attempt_renews_from_the_old_end(world: World, late: str) -> None:
    services = world.account(balance="90.00", credit="0")
    world.paid(services)
    turned_on(services)
    world.go_to(late)
    world.top_up(services, "95.00")
    status = services.plans.details().auto_renewal
    assert status is not None
    world.pass_time(days=1)
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-02-09 23:59:59")
    assert world.orders(services)[-1].created_at == status.next_at
    assert services.accounts.funds().balance == usd("5.00")


def test_a_failed_attempt_tells_what_it_would_have_cost(world: World) -> None:
    services = world.account(balance="100.00", credit="500.00")
    world.paid(services, "developer")
    world.changed(services, "business")
    turned_on(services, months=3)
    world.go_to("2020-01-06 03:00:00")
    services.orders.advance()
    told = world.messages(services)[-1]
    assert (told.kind, told.amount, told.tier) == (MessageKind.AUTO_RENEWAL_FAILED, usd("270.00"), "business")


def test_an_open_order_is_in_its_way(world: World) -> None:
    services = world.account(balance="1000.00")
    world.paid(services)
    turned_on(services)
    world.go_to("2020-01-05 12:00:00")
    order = world.renew(services)
    world.go_to("2020-01-07 02:00:00")
    services.orders.advance()
    assert failures(world, services) == [(site("2020-01-06 03:00:00"), site("2020-01-07 03:00:00"))]
    assert services.orders.get(order.id).status is OrderStatus.CANCELED
    world.go_to("2020-01-07 03:00:00")
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-02-09 23:59:59")


def test_a_refund_on_its_way_is_not_in_its_way(world: World) -> None:
    services = world.account(balance="1000.00")
    world.paid(services)
    turned_on(services)
    world.go_to("2020-01-05 12:00:00")
    world.change(services, "developer")
    world.go_to("2020-01-06 03:00:00")
    services.orders.advance()
    assert world.orders(services)[-1].total == usd("26.00")
    assert world.kept(services) == settled(world.orders(services))


def test_a_refund_paid_out_before_the_attempt_pays_for_it(world: World) -> None:
    services = world.account(balance="90.00", credit="0")
    world.paid(services)
    turned_on(services)
    world.go_to("2019-12-20 12:00:00")
    refund = world.change(services, "developer")
    assert -refund.total > usd("26.00")
    world.go_to("2020-01-20 12:00:00")
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-02-09 23:59:59")
    assert failures(world, services) == []
    world.check_money(services)


def test_nobody_can_take_the_id_of_a_renewal_to_come(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    turned_on(services)
    plan = world.plan(services)
    assert plan is not None
    guessed = uuid5(plan.id, "auto-renewal 1")
    services.orders.renew(guessed, world.renewal_order(services))
    services.orders.cancel(guessed)
    world.go_to("2020-01-06 03:00:00")
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-02-09 23:59:59")


def test_turned_off_it_stops(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    turned_on(services)
    off = services.plans.set_auto_renewal(is_on=False, months=1, days_before=3)
    assert (off.is_on, off.next_at, off.next_amount) == (False, None, None)
    world.go_to("2020-03-01 00:00:00")
    services.orders.advance()
    assert len(world.orders(services)) == 1
    assert failures(world, services) == []


def test_turned_on_after_three_on_the_day_it_begins_on_the_next(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2020-01-06 03:00:00")
    assert turned_on(services).next_at == site("2020-01-07 03:00:00")
    world.go_to("2020-01-06 02:59:59")
    services.plans.set_auto_renewal(is_on=False, months=1, days_before=3)
    assert turned_on(services).next_at == site("2020-01-06 03:00:00")


@pytest.mark.parametrize("day", ["2020-01-15 12:00:00", "2020-02-07 12:00:00"])
def test_turned_on_after_the_end_it_still_renews_while_that_is_possible(world: World, day: str) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to(day)
    status = turned_on(services, months=2)
    assert status.next_at == world.clock.now().replace(hour=19, minute=0)
    world.pass_time(days=1)
    services.orders.advance()
    assert services.plans.details().valid_until == site("2020-03-09 23:59:59")


def test_turned_on_when_no_attempt_is_left_it_has_no_next_date(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2020-02-08 12:00:00")
    status = turned_on(services)
    assert (status.is_on, status.next_at, status.next_amount) == (True, None, None)


def test_a_plan_given_up_is_not_renewed_nor_is_the_one_bought_after_it(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    turned_on(services)
    world.unsubscribe(services)
    world.paid(services, "developer")
    status = services.plans.details().auto_renewal
    assert status is not None
    assert (status.is_on, status.next_at) == (False, None)
    world.go_to("2020-03-01 00:00:00")
    services.orders.advance()
    assert [order.kind for order in world.orders(services)] == [
        OrderKind.NEW_PURCHASE,
        OrderKind.UNSUBSCRIPTION,
        OrderKind.NEW_PURCHASE,
    ]


def test_renewing_by_hand_moves_its_next_date_and_not_its_choice(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    turned_on(services, months=2, days_before=5)
    world.renewed(services)
    status = services.plans.details().auto_renewal
    assert status is not None
    assert (status.is_on, status.months, status.days_before) == (True, 2, 5)
    assert status.next_at == site("2020-02-04 03:00:00")


def test_choosing_the_same_again_changes_nothing(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    first = turned_on(services)
    entries = services.audit.verify().entries
    world.pass_time(hours=1)
    assert turned_on(services) == first
    assert services.audit.verify().entries == entries
    world.go_to("2020-01-06 12:00:00")
    services.orders.advance()
    assert turned_on(services).next_at == site("2020-02-06 03:00:00")


def test_only_what_is_offered_can_be_chosen(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    for days in (1, 8, 0, -3):
        with pytest.raises(InvalidInput) as refused:
            turned_on(services, days_before=days)
        assert refused.value.facts == {"field": "days_before", "value": days, "least": 2, "most": 7}
    with pytest.raises(DurationNotOffered):
        turned_on(services, months=10)
    world.go_to("2020-02-09 00:00:00")
    with pytest.raises(PlanNotPaid):
        turned_on(services)


def exists(at: datetime) -> bool:
    """Whether the clock of its zone ever shows that time."""
    return at.astimezone(UTC).astimezone(at.tzinfo) == at


@pytest.mark.parametrize(
    ("zone", "bought", "attempt"),
    [
        # 03:00 is skipped on the last Sunday of March, and comes twice on the last Sunday of October
        ("Europe/Helsinki", "2024-03-03 12:00:00", "2024-03-31 01:00:00+00:00"),
        ("Europe/Helsinki", "2024-09-29 12:00:00", "2024-10-27 00:00:00+00:00"),
        ("America/New_York", "2024-02-12 12:00:00", "2024-03-10 07:00:00+00:00"),
        ("America/Sao_Paulo", "2018-10-06 12:00:00", "2018-11-04 05:00:00+00:00"),
        ("Asia/Kathmandu", "2024-02-12 12:00:00", "2024-03-09 21:15:00+00:00"),
    ],
)
def test_three_in_the_morning_is_the_sites_own_on_days_its_clock_is_changed(
    new_world: NewWorld, zone: str, bought: str, attempt: str
) -> None:
    world = new_world(zone)
    world.go_to(bought)
    services = world.account(balance="500.00")
    world.paid(services)
    due = datetime.fromisoformat(attempt)
    until = services.plans.details().valid_until
    assert until is not None
    days = (until.astimezone(ZoneInfo(zone)).date() - due.astimezone(ZoneInfo(zone)).date()).days
    assert turned_on(services, days_before=days).next_at == due
    world.clock.set(due)
    services.orders.advance()
    assert world.orders(services)[-1].created_at == due
    world.top_up(services, "0.01")
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=2)
    world.pass_time(days=200)
    services.orders.advance()
    attempts = [at.astimezone(ZoneInfo(zone)) for at, _ in failures(world, services)]
    assert len({at.date() for at in attempts}) == len(attempts) >= 30
    assert all(at.hour == 3 or not exists(at.replace(hour=3)) for at in attempts)
    world.check_money(services)
