"""What becomes of a plan that is not renewed, and what is told of it (DOMAIN 7)."""

import pytest

from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.services.interfaces import Services
from tests.contract.world import World, site, usd

OF_THE_PLAN = {
    MessageKind.EXPIRY_REMINDER,
    MessageKind.PLAN_EXPIRED,
    MessageKind.PLAN_FROZEN,
    MessageKind.PLAN_ENDED,
}


def told(world: World, services: Services) -> list[Message]:
    return [message for message in world.messages(services) if message.kind in OF_THE_PLAN]


@pytest.mark.parametrize(
    ("at", "state", "can_change", "can_renew"),
    [
        ("2020-01-09 23:59:59", PlanState.ACTIVE, True, True),
        ("2020-01-10 00:00:00", PlanState.GRACE, False, True),
        ("2020-01-24 23:59:59", PlanState.GRACE, False, True),
        ("2020-01-25 00:00:00", PlanState.RETENTION, False, True),
        ("2020-02-08 23:59:59", PlanState.RETENTION, False, True),
        ("2020-02-09 00:00:00", PlanState.BASIC, False, False),
    ],
)
def test_a_plan_goes_through_grace_and_retention_to_basic(
    world: World, at: str, state: PlanState, can_change: bool, can_renew: bool
) -> None:
    services = world.account()
    world.paid(services)
    world.go_to(at)
    details = services.plans.details()
    assert details.state is state
    assert details.tier == ("basic" if state is PlanState.BASIC else "business")
    assert (details.can_change, details.can_unsubscribe, details.can_renew) == (can_change, can_change, can_renew)
    assert details.can_buy is (state is PlanState.BASIC)
    services.orders.advance()
    assert services.plans.details() == details


def test_every_reminder_and_every_stage_is_told_once_at_its_instant(world: World) -> None:
    services = world.account()
    order = world.paid(services)
    world.go_to("2020-03-01 00:00:00")
    assert services.orders.advance() == 7
    assert services.orders.advance() == 0
    end, grace, retention = (
        site("2020-01-09 23:59:59"),
        site("2020-01-24 23:59:59"),
        site("2020-02-08 23:59:59"),
    )
    assert [(message.kind, message.at, message.until) for message in told(world, services)] == [
        (MessageKind.EXPIRY_REMINDER, site("2019-12-10 00:00:00"), end),
        (MessageKind.EXPIRY_REMINDER, site("2019-12-25 00:00:00"), end),
        (MessageKind.EXPIRY_REMINDER, site("2020-01-02 00:00:00"), end),
        (MessageKind.EXPIRY_REMINDER, site("2020-01-08 00:00:00"), end),
        (MessageKind.PLAN_EXPIRED, site("2020-01-10 00:00:00"), grace),
        (MessageKind.PLAN_FROZEN, site("2020-01-25 00:00:00"), retention),
        (MessageKind.PLAN_ENDED, site("2020-02-09 00:00:00"), end),
    ]
    assert {(message.tier, message.order_id, message.amount) for message in told(world, services)} == {
        ("business", order.id, usd("90.00"))
    }
    assert world.next_due(services) is None


def test_the_agenda_says_when_the_next_of_them_is_due(world: World) -> None:
    services = world.account()
    world.paid(services)
    dues = []
    while (due := world.next_due(services)) is not None:
        dues.append(due)
        world.clock.set(due)
        assert services.orders.advance() == 1
    assert dues == [message.at for message in told(world, services)]


def test_a_plan_for_years_is_reminded_of_before_its_end_only(world: World) -> None:
    services = world.account(balance="5000.00")
    world.paid(services, "business", 24)
    assert world.next_due(services) == site("2021-11-09 00:00:00")
    world.go_to("2021-11-08 23:59:59")
    assert services.orders.advance() == 0


def test_a_renewed_plan_is_reminded_of_its_new_end(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2020-01-02 09:00:00")
    renewal = world.renewed(services, 2)
    world.go_to("2020-03-10 09:00:00")
    services.orders.advance()
    after = [message for message in told(world, services) if message.order_id == renewal.id]
    assert [(message.kind, message.at) for message in after] == [
        (MessageKind.EXPIRY_REMINDER, site("2020-02-08 00:00:00")),
        (MessageKind.EXPIRY_REMINDER, site("2020-02-23 00:00:00")),
        (MessageKind.EXPIRY_REMINDER, site("2020-03-02 00:00:00")),
        (MessageKind.EXPIRY_REMINDER, site("2020-03-08 00:00:00")),
        (MessageKind.PLAN_EXPIRED, site("2020-03-10 00:00:00")),
    ]
    assert {message.until for message in after[:-1]} == {site("2020-03-09 23:59:59")}


def test_a_plan_renewed_in_retention_is_told_of_its_second_end_too(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2020-02-01 09:00:00")
    world.renewed(services)  # until 9 February
    world.go_to("2020-04-01 09:00:00")
    services.orders.advance()
    assert [(message.kind, message.at) for message in told(world, services)[6:]] == [
        (MessageKind.EXPIRY_REMINDER, site("2020-02-02 00:00:00")),
        (MessageKind.EXPIRY_REMINDER, site("2020-02-08 00:00:00")),
        (MessageKind.PLAN_EXPIRED, site("2020-02-10 00:00:00")),
        (MessageKind.PLAN_FROZEN, site("2020-02-25 00:00:00")),
        (MessageKind.PLAN_ENDED, site("2020-03-11 00:00:00")),
    ]


def test_nothing_is_told_of_a_plan_that_was_given_up(world: World) -> None:
    services = world.account()
    world.paid(services)
    refund = world.unsubscribe(services)
    assert world.next_due(services) == site("2019-12-10 11:41:23")
    world.go_to("2020-03-01 00:00:00")
    assert services.orders.advance() == 2
    assert told(world, services) == []
    assert world.messages(services)[-1].order_id == refund.id


def test_what_is_told_names_the_tier_the_plan_has_then(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services, "developer")
    world.go_to("2019-12-20 09:00:00")
    world.changed(services, "business")
    world.go_to("2020-01-10 00:00:00")
    services.orders.advance()
    assert [message.tier for message in told(world, services)] == ["developer"] + ["business"] * 4


def test_a_plan_bought_after_the_one_that_ended_has_reminders_of_its_own(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2020-02-09 00:00:00")
    second = world.paid(services, "developer")
    world.go_to("2020-03-09 09:00:00")
    services.orders.advance()
    assert [message.kind for message in told(world, services) if message.order_id == second.id] == [
        MessageKind.EXPIRY_REMINDER,
        MessageKind.EXPIRY_REMINDER,
        MessageKind.EXPIRY_REMINDER,
    ]
