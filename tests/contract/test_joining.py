"""Rule 5 of DOMAIN 11: an invitee under unified accounting comes with no plan and no unpaid order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.errors import MemberHasPlan, MemberHasUnpaidOrders
from supportplan_desktop.domain.organization import TodoKind
from tests.contract.organizing import INDEPENDENT, effective, invited, joined, master, members
from tests.contract.world import usd

if TYPE_CHECKING:
    from tests.contract.world import World


def test_rule_5_an_invitee_with_a_paid_plan_must_unsubscribe_first(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    world.paid(invitee, "developer", 3)
    invitation_id = invited(world, boss, invitee)
    quoted = -invitee.plans.quote_unsubscription().total
    (step,) = invitee.organization.overview().received[0].todo
    assert (step.kind, step.tier, step.refund) == (TodoKind.UNSUBSCRIBE, "developer", quoted)
    with pytest.raises(MemberHasPlan) as refused:
        invitee.organization.accept(invitation_id)
    assert refused.value.facts == {
        "account": "Tern Labs",
        "tier": "developer",
        "until": invitee.plans.details().valid_until,
    }
    assert effective(invitee) == ("developer", "own")
    world.unsubscribe(invitee)
    assert invitee.organization.overview().received[0].todo == ()
    invitee.organization.accept(invitation_id)
    assert effective(invitee) == ("business", "shared")


def test_rule_5_unpaid_orders_must_be_settled_and_are_named(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    order_id = world.pending(invitee)
    invitation_id = invited(world, boss, invitee)
    number = invitee.orders.get(order_id).number
    with pytest.raises(MemberHasUnpaidOrders) as refused:
        invitee.organization.accept(invitation_id)
    assert refused.value.facts == {"account": "Tern Labs", "numbers": (number,)}
    invitee.orders.cancel(order_id)
    invitee.organization.accept(invitation_id)
    assert effective(invitee) == ("business", "shared")


def test_rule_5_an_unpaid_renewal_comes_before_the_plan_it_is_for(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    world.paid(invitee, "developer")
    world.renew(invitee)
    invitation_id = invited(world, boss, invitee)
    steps = invitee.organization.overview().received[0].todo
    assert [step.kind for step in steps] == [TodoKind.SETTLE_ORDERS, TodoKind.UNSUBSCRIBE]
    with pytest.raises(MemberHasUnpaidOrders):
        invitee.organization.accept(invitation_id)


def test_rule_5_an_order_whose_deadline_has_passed_is_not_in_the_way(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    world.pending(invitee)
    invitation_id = invited(world, boss, invitee)
    world.pass_time(hours=24)
    assert invitee.organization.overview().received[0].todo == ()
    invitee.organization.accept(invitation_id)
    assert invitee.plans.details().open_order is None


def test_rule_5_a_plan_that_has_ended_is_waited_for(world: World) -> None:
    invitee = world.account(name="Tern Labs")
    world.paid(invitee, "developer")
    world.pass_time(days=57)
    boss = master(world)
    invitation_id = invited(world, boss, invitee)
    (step,) = invitee.organization.overview().received[0].todo
    assert (step.kind, step.until, step.refund) == (
        TodoKind.WAIT_FOR_END,
        invitee.plans.details().retention_until,
        None,
    )
    with pytest.raises(MemberHasPlan):
        invitee.organization.accept(invitation_id)
    world.pass_time(days=5)
    invitee.organization.accept(invitation_id)
    assert effective(invitee) == ("business", "shared")


def test_rule_5_a_refund_still_reaches_a_member(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs", balance="100.00")
    world.paid(invitee, "developer")
    world.unsubscribe(invitee)
    joined(world, boss, invitee)
    world.pass_time(days=4)
    invitee.orders.advance()
    assert invitee.accounts.funds().balance == usd("100.00")


def test_rule_5_independent_accounting_asks_for_nothing(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs", balance="500.00")
    world.paid(invitee, "developer")
    world.renew(invitee)
    joined(world, boss, invitee, INDEPENDENT)
    assert effective(invitee) == ("developer", "own")
    assert invitee.plans.details().open_order is not None


def test_rule_5_a_plan_that_had_ended_stays_so_for_a_member_where_the_clock_is_set_back(world: World) -> None:
    invitee = world.account(name="Tern Labs")
    world.paid(invitee, "developer")
    world.pass_time(days=70)
    boss = master(world)
    joined(world, boss, invitee)
    world.pass_time(days=-30)
    assert effective(invitee) == ("business", "shared")
    assert invitee.organization.overview().effective == members(boss)[-1].effective
