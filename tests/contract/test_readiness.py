"""The check before sharing: who is ready, and exactly who is in the way, with what there is to do (DOMAIN 11.5, 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.errors import AlreadyMember, InvalidInput, MemberHasPlan, MemberHasUnpaidOrders
from supportplan_desktop.domain.organization import TodoKind
from supportplan_desktop.services.interfaces import ReadinessState
from tests.contract.organizing import INDEPENDENT, effective, invited, joined, master, member, members
from tests.contract.world import usd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from supportplan_desktop.services.interfaces import ReadinessRow, Services
    from tests.contract.world import World


def rows(boss: Services, limit: int) -> list[ReadinessRow]:
    """All rows, page by page; who is in the way is told whole on each."""
    page = boss.organization.readiness(limit=limit)
    found, in_way = [*page.rows], page.in_way
    while page.cursor is not None:
        page = boss.organization.readiness(page.cursor, limit)
        assert page.in_way == in_way
        found += page.rows
    return found


def crowd(world: World, boss: Services, count: int) -> list[tuple[Services, UUID]]:
    """So many clean accounts with an invitation each."""
    found = []
    for number in range(count):
        services = world.account(balance="0", credit="0", name=f"Guest {number:03}")
        found.append((services, invited(world, boss, services)))
    return found


def accept(everybody: Sequence[tuple[Services, UUID]]) -> list[Services]:
    """Let everybody accept who can; the ones who cannot."""
    refused = []
    for services, invitation_id in everybody:
        try:
            services.organization.accept(invitation_id)
        except (MemberHasPlan, MemberHasUnpaidOrders):
            refused.append(services)
    return refused


@pytest.mark.slow
def test_of_two_hundred_exactly_the_three_in_the_way_are_named_and_solved_one_by_one(world: World) -> None:
    boss = master(world)
    for number in range(99):
        member(world, boss, f"Harbor {number:03}")
    first, second, third = (world.account(balance="900.00", name=name) for name in ("Owl", "Quay", "Tern"))
    world.paid(first, "business", 3)
    world.paid(second, "developer", 12)
    everybody = crowd(world, boss, 97) + [(one, invited(world, boss, one)) for one in (first, second, third)]
    world.pass_time(days=6)
    order_id = world.pending(third)

    assert len(members(boss)) == 200
    readiness = boss.organization.readiness()
    assert (readiness.is_green, readiness.ready, readiness.independent) == (False, 197, 0)
    assert [row.association.account_name for row in readiness.in_way] == ["Owl", "Quay", "Tern"]
    assert [row.state.value for row in readiness.in_way] == ["owns_plan", "owns_plan", "unpaid_orders"]
    assert [row for row in rows(boss, 30) if row.state is not ReadinessState.READY] == list(readiness.in_way)
    for services, row in zip((first, second), readiness.in_way, strict=False):
        (step,) = row.todo
        assert step.refund == -services.plans.quote_unsubscription().total
        assert usd("0") < step.refund < usd("312.00")
    assert readiness.in_way[2].todo[0].numbers == (third.orders.get(order_id).number,)

    assert accept(everybody) == [first, second, third]
    overview = boss.organization.overview()
    assert (overview.unified, overview.invited, boss.plans.details().shared_with) == (197, 3, 197)

    world.unsubscribe(first)
    assert [row.association.account_name for row in boss.organization.readiness().in_way] == ["Quay", "Tern"]
    third.orders.cancel(order_id)
    assert [row.association.account_name for row in boss.organization.readiness().in_way] == ["Quay"]
    world.unsubscribe(second)
    readiness = boss.organization.readiness()
    assert (readiness.is_green, readiness.ready, readiness.in_way) == (True, 200, ())
    assert accept(everybody[-3:]) == []
    assert {effective(one) for one in (first, second, third)} == {("business", "shared")}
    assert boss.plans.details().shared_with == 200


def test_the_refund_is_that_of_the_instant_somebody_looks(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    world.paid(invitee, "business")
    invited(world, boss, invitee)
    seen = []
    for days in (0, 1, 5, 7):
        world.pass_time(days=days)
        (row,) = boss.organization.readiness().in_way
        assert row.todo[0].refund == -invitee.plans.quote_unsubscription().total
        assert row.todo == invitee.organization.overview().received[0].todo
        seen.append(row.todo[0].refund)
    assert seen[:2] == [usd("90.00")] * 2
    assert len(set(seen)) == 3


def test_the_refund_counts_the_full_refunds_that_the_year_has_seen(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs", balance="5000.00")
    for _ in range(10):
        world.paid(invitee, "business")
        world.unsubscribe(invitee)
        world.pass_time(days=1)
    world.paid(invitee, "business")
    invited(world, boss, invitee)
    (row,) = boss.organization.readiness().in_way
    assert row.todo[0].refund == -invitee.plans.quote_unsubscription().total == usd("81.00")


def test_an_open_order_is_told_before_the_plan_it_blocks(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    world.paid(invitee, "developer")
    world.renew(invitee)
    invited(world, boss, invitee)
    (row,) = boss.organization.readiness().in_way
    assert row.state is ReadinessState.UNPAID_ORDERS
    assert [step.kind for step in row.todo] == [TodoKind.SETTLE_ORDERS, TodoKind.UNSUBSCRIBE]


def test_whoever_is_independent_is_never_in_the_way(world: World) -> None:
    boss, one, other = master(world), world.account(name="Tern Labs"), world.account(name="Quay Logistics")
    for services in (one, other):
        world.paid(services, "developer")
    joined(world, boss, one, INDEPENDENT)
    invited(world, boss, other, INDEPENDENT)
    readiness = boss.organization.readiness()
    assert (readiness.is_green, readiness.ready, readiness.independent) == (True, 1, 2)
    assert [row.state.value for row in readiness.rows] == ["ready", "independent", "independent"]


def test_those_in_the_way_keep_nobody_else_from_being_shared(world: World) -> None:
    boss, invitee = master(world, is_shared=False), world.account(name="Tern Labs")
    world.paid(invitee, "developer")
    invited(world, boss, invitee)
    assert not boss.organization.readiness().is_green
    assert boss.organization.set_sharing(is_on=True).is_on
    assert effective(member(world, boss)) == ("business", "shared")
    assert effective(invitee) == ("developer", "own")


def test_who_has_ended_an_invitation_is_not_in_the_way_any_more(world: World) -> None:
    boss = master(world)
    for name in ("Owl", "Quay", "Tern"):
        services = world.account(name=name)
        world.paid(services, "developer")
        invitation_id = invited(world, boss, services)
        if name == "Owl":
            services.organization.decline(invitation_id)
        elif name == "Quay":
            boss.organization.revoke(invitation_id)
    assert [row.association.account_name for row in boss.organization.readiness().in_way] == ["Tern"]
    world.pass_time(days=14)
    readiness = boss.organization.readiness()
    assert (readiness.is_green, [row.association.account_name for row in readiness.rows]) == (True, ["Harbor Central"])
    assert boss.organization.overview().invited == 0


def test_the_same_name_twice_is_two_rows(world: World) -> None:
    boss = master(world)
    twins = [member(world, boss, "Harbor Kowloon").accounts.me().id for _ in range(3)]
    found = [row.association.account_id for row in rows(boss, 1) if row.association.account_name == "Harbor Kowloon"]
    assert sorted(found) == sorted(twins)
    assert len(rows(boss, 1)) == 4


def test_a_broken_cursor_is_refused(world: World) -> None:
    boss = master(world)
    for cursor, limit in (("nonsense", 100), (None, 0)):
        with pytest.raises(InvalidInput):
            boss.organization.readiness(cursor, limit)


def test_a_member_of_a_foreign_master_is_in_nobodys_way(world: World) -> None:
    boss, services = master(world), world.account(name="Tern Labs")
    early = invited(world, boss, services)
    other = world.account(name="Quay Logistics")
    joined(world, other, services)
    assert boss.organization.readiness().is_green
    with pytest.raises(AlreadyMember):
        services.organization.accept(early)
