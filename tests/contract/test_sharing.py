"""Rule 6 of DOMAIN 11: one switch of the master's plan for all its unified members together, all or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.errors import PlanExpired, PlanNotPaid, StoreUnavailable
from supportplan_desktop.domain.subscriptions import PlanState
from tests.contract.breaking import BreakingStore
from tests.contract.organizing import (
    INDEPENDENT,
    effective,
    invited,
    joined,
    master,
    member,
    members,
    new_member,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from tests.contract.world import World

BASIC, SHARED = ("basic", "none"), ("business", "shared")


def test_rule_6_one_switch_shares_with_all_unified_members_or_none(world: World) -> None:
    boss = master(world, is_shared=False)
    unified = [member(world, boss, f"Harbor {number}") for number in range(5)]
    independent = member(world, boss, "Harbor Macau", INDEPENDENT)
    assert {effective(one) for one in unified} == {BASIC}
    status = boss.organization.set_sharing(is_on=True)
    assert (status.is_on, status.members, status.tier, status.obstacle) == (True, 6, "business", None)
    assert status.since == world.clock.now()
    assert {effective(one) for one in unified} == {SHARED}
    assert effective(independent) == BASIC
    assert not boss.organization.set_sharing(is_on=False).is_on
    assert {effective(one) for one in (*unified, independent)} == {BASIC}


def test_rule_6_switching_again_changes_nothing(world: World) -> None:
    boss = master(world, is_shared=False)
    for is_on in (True, False):
        first = boss.organization.set_sharing(is_on=is_on)
        entries = boss.audit.verify().entries
        world.pass_time(hours=1)
        assert boss.organization.set_sharing(is_on=is_on) == first
        assert boss.audit.verify().entries == entries


def test_rule_6_a_switch_that_was_never_touched_is_off(world: World) -> None:
    boss = master(world, is_shared=False)
    entries = boss.audit.verify().entries
    status = boss.organization.set_sharing(is_on=False)
    assert (status.is_on, status.since) == (False, None)
    assert boss.audit.verify().entries == entries


def test_rule_6_who_joins_later_follows_the_switch(world: World) -> None:
    boss, invitee, early = master(world), world.account(name="Tern Labs"), world.account(name="Quay Logistics")
    waiting = invited(world, boss, early)
    assert effective(early) == BASIC
    early.organization.accept(waiting)
    joined(world, boss, invitee)
    created = member(world, boss)
    assert [effective(one) for one in (early, invitee, created)] == [SHARED] * 3
    boss.organization.set_sharing(is_on=False)
    assert effective(member(world, boss, "Harbor Macau")) == BASIC


def test_rule_6_who_leaves_has_it_no_more(world: World) -> None:
    boss, services = master(world), world.account(name="Tern Labs")
    joined(world, boss, services)
    boss.organization.disassociate(services.accounts.me().id)
    assert effective(services) == BASIC
    assert boss.plans.details().shared_with == 1


def test_rule_6_without_a_plan_there_is_nothing_to_share(world: World) -> None:
    boss = world.account()
    unified = member(world, boss)
    assert boss.organization.overview().sharing is not None
    assert boss.organization.overview().sharing.obstacle == "plan.not_paid"  # type: ignore[union-attr]
    with pytest.raises(PlanNotPaid):
        boss.organization.set_sharing(is_on=True)
    world.pending(boss)
    with pytest.raises(PlanNotPaid):
        boss.organization.set_sharing(is_on=True)
    assert effective(unified) == BASIC


# What becomes of the master's plan is felt at once


def test_rule_6_members_have_the_plan_through_grace_but_not_in_retention(world: World) -> None:
    boss = master(world, months=1)
    unified = member(world, boss)
    details = boss.plans.details()
    assert details.valid_until is not None
    assert details.grace_until is not None
    world.clock.set(details.valid_until)
    assert unified.plans.details().state is PlanState.ACTIVE
    world.pass_time(seconds=1)
    assert unified.plans.details().state is PlanState.GRACE
    assert effective(unified) == SHARED
    world.clock.set(details.grace_until)
    assert effective(unified) == SHARED
    world.pass_time(seconds=1)
    assert (effective(boss), effective(unified)) == (("basic", "own"), BASIC)
    sharing = boss.organization.overview().sharing
    assert sharing is not None
    assert (sharing.is_on, sharing.state, sharing.obstacle) == (False, PlanState.RETENTION, "plan.expired")
    with pytest.raises(PlanExpired):
        boss.organization.set_sharing(is_on=True)


def test_rule_6_sharing_can_be_switched_on_in_grace(world: World) -> None:
    boss = master(world, months=1, is_shared=False)
    world.pass_time(days=40)
    assert boss.organization.set_sharing(is_on=True).state is PlanState.GRACE
    assert effective(member(world, boss)) == SHARED


def test_rule_6_a_renewal_out_of_retention_brings_the_plan_back_to_all(world: World) -> None:
    boss = master(world, months=1)
    unified = member(world, boss)
    world.pass_time(days=50)
    assert effective(unified) == BASIC
    world.renewed(boss, 3)
    assert effective(unified) == SHARED


def test_rule_6_a_frozen_plan_can_still_be_switched_off(world: World) -> None:
    boss = master(world, months=1)
    unified = member(world, boss)
    world.pass_time(days=50)
    boss.organization.set_sharing(is_on=False)
    world.renewed(boss, 3)
    assert effective(unified) == BASIC


@pytest.mark.parametrize("tier", ["developer", "enterprise"])
def test_rule_6_a_change_of_tier_is_a_change_for_all(world: World, tier: str) -> None:
    boss = master(world)
    unified = member(world, boss)
    world.changed(boss, tier)
    assert effective(unified) == (tier, "shared")


def test_rule_6_an_upgrade_waits_for_its_payment_for_all(world: World) -> None:
    boss = master(world)
    unified = member(world, boss)
    order = world.change(boss, "enterprise")
    assert effective(unified) == SHARED
    boss.orders.cancel(order.id)
    assert effective(unified) == SHARED


def test_rule_6_unsubscribing_ends_it_for_all_and_a_new_purchase_begins_unshared(world: World) -> None:
    boss = master(world)
    unified = member(world, boss)
    world.unsubscribe(boss)
    assert effective(unified) == BASIC
    world.paid(boss, "enterprise")
    sharing = boss.organization.overview().sharing
    assert sharing is not None
    assert (sharing.is_on, sharing.obstacle) == (False, None)
    assert (boss.plans.details().shared_with, effective(unified)) == (0, BASIC)
    boss.organization.set_sharing(is_on=True)
    assert effective(unified) == ("enterprise", "shared")


def test_rule_6_a_plan_that_ended_by_itself_is_not_shared_under_the_next_one(world: World) -> None:
    boss = master(world, months=1)
    unified = member(world, boss)
    world.pass_time(days=100)
    boss.orders.advance()
    world.paid(boss, "business")
    assert effective(unified) == BASIC
    assert not boss.organization.set_sharing(is_on=False).is_on
    assert effective(unified) == BASIC


def test_rule_6_a_master_that_becomes_a_member_shares_nothing(world: World) -> None:
    boss = master(world)
    (only,) = members(boss)
    boss.organization.disassociate(only.association.account_id)
    group = world.account(name="Quay Logistics")
    joined(world, group, boss, INDEPENDENT)
    assert boss.organization.overview().sharing is None
    assert (effective(boss), boss.plans.details().shared_with) == (("business", "own"), 0)


# All or nothing, whatever breaks half-way

BREAKING = "the store itself breaks, in the middle of a transaction"


def told(*services: Services) -> list[object]:
    """All that anybody can see."""
    return [
        (
            one.organization.overview(),
            members(one),
            one.organization.readiness(),
            one.plans.details(),
            one.messages.page(),
            one.audit.verify(),
        )
        for one in services
    ]


def until_it_holds(
    world: World, services: Services, everybody: list[Services], command: Callable[[Services], object]
) -> int:
    """Let the store fail at the first write, the second, ..., until the command comes through; how often it failed."""
    account, before = services.accounts.me(), told(*everybody)
    for number in range(1, 40):
        broken = BreakingStore(world.parts.store, number)
        try:
            command(world.services(account, parts=replace(world.parts, store=broken)))
        except StoreUnavailable:
            assert told(*everybody) == before, f"write {number} left something behind"
        else:
            return number - 1
    raise AssertionError("the command never came through")


@pytest.mark.local(BREAKING)
def test_rule_6_sharing_that_breaks_half_way_has_shared_nothing(world: World) -> None:
    boss = master(world, is_shared=False)
    unified = [member(world, boss, f"Harbor {number}") for number in range(3)]

    def switch(services: Services) -> object:
        return services.organization.set_sharing(is_on=not boss.plans.details().shared_with)

    for after in (SHARED, BASIC):
        assert until_it_holds(world, boss, [boss, *unified], switch) >= 2
        assert {effective(one) for one in unified} == {after}


@pytest.mark.local(BREAKING)
def test_joining_that_breaks_half_way_has_joined_nobody(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    invitation_id = invited(world, boss, invitee)
    broke = until_it_holds(
        world, invitee, [boss, invitee], lambda services: services.organization.accept(invitation_id)
    )
    assert broke >= 4
    assert effective(invitee) == SHARED


@pytest.mark.local(BREAKING)
@pytest.mark.parametrize("name", ["create_member", "invite", "revoke", "decline", "disassociate"])
def test_every_other_command_too_happens_whole_or_not_at_all(world: World, name: str) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    new_id: UUID = world.parts.entropy.uuid()
    if name in {"revoke", "decline"}:
        new_id = invited(world, boss, invitee)
    elif name == "disassociate":
        joined(world, boss, invitee)
        new_id = invitee.accounts.me().id
    commands: dict[str, Callable[[Services], object]] = {
        "create_member": lambda services: services.organization.create_member(new_id, new_member()),
        "invite": lambda services: services.organization.invite(new_id, "Tern Labs", INDEPENDENT),
        "revoke": lambda services: services.organization.revoke(new_id),
        "decline": lambda services: services.organization.decline(new_id),
        "disassociate": lambda services: services.organization.disassociate(new_id),
    }
    who = invitee if name == "decline" else boss
    assert until_it_holds(world, who, [boss, invitee], commands[name]) >= 3
