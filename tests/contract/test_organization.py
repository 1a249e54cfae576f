"""The rules of an organization by their numbers in DOMAIN 11; rule 5 is in test_joining.py, 6 in test_sharing.py."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import (
    AlreadyMember,
    InvalidInput,
    InviteeIsMaster,
    MemberConflict,
    NotAMaster,
    PlanAlreadyPaid,
    PlanManagedByMaster,
)
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.services.interfaces import NewTicket, RenewalOrder
from tests.contract.organizing import (
    INDEPENDENT,
    MASTER,
    UNIFIED,
    effective,
    invited,
    joined,
    master,
    member,
    members,
    new_member,
)
from tests.contract.world import World, usd

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.interfaces import Services

BASIC = ("basic", "none")
FAULT = NewTicket("technical_support", "production_unavailable", "Shop is down", "Since 11:40 no order goes through.")


# Rule 1: at most one plan of its own; the effective one is derived


def test_rule_1_an_account_has_at_most_one_plan(world: World) -> None:
    services = world.account(balance="900.00")
    world.paid(services, "developer")
    with pytest.raises(PlanAlreadyPaid):
        world.pending(services, "business")


def test_rule_1_the_effective_plan_is_the_own_one_else_the_masters_while_shared_else_basic(world: World) -> None:
    boss, independent = master(world), world.account(name="Tern Labs")
    world.paid(independent, "developer")
    joined(world, boss, independent, INDEPENDENT)
    unified = member(world, boss)
    assert effective(boss) == ("business", "own")
    assert effective(independent) == ("developer", "own")
    assert effective(unified) == ("business", "shared")
    boss.organization.set_sharing(is_on=False)
    assert [effective(one) for one in (boss, independent, unified)] == [
        ("business", "own"),
        ("developer", "own"),
        BASIC,
    ]


def test_rule_1_a_frozen_plan_gives_what_basic_has_and_hides_no_other(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    world.pass_time(days=50)
    assert services.plans.details().state is PlanState.RETENTION
    assert services.organization.overview().effective.tier == "basic"


def test_rule_1_a_member_sees_the_plan_with_who_shares_it(world: World) -> None:
    boss = master(world)
    unified = member(world, boss)
    theirs, own = unified.plans.details(), boss.plans.details()
    assert (theirs.tier, theirs.state, theirs.valid_until) == ("business", PlanState.ACTIVE, own.valid_until)
    assert (theirs.shared_by, theirs.shared_with, theirs.auto_renewal) == (MASTER, 0, None)
    assert not any((theirs.can_buy, theirs.can_change, theirs.can_renew, theirs.can_unsubscribe))
    assert (own.shared_by, own.shared_with) == (None, 2)
    assert own.can_change
    boss.organization.set_sharing(is_on=False)
    assert boss.plans.details().shared_with == 0
    assert (unified.plans.details().tier, unified.plans.details().shared_by) == ("basic", None)
    assert not unified.plans.details().can_buy


def test_rule_1_tickets_follow_the_effective_plan(world: World) -> None:
    boss = master(world)
    unified, independent = member(world, boss), member(world, boss, "Harbor Macau", INDEPENDENT)
    assert unified.tickets.create(uuid4(), FAULT).tier == "business"
    with pytest.raises(Exception, match=r"ticket\.not_included"):
        independent.tickets.create(uuid4(), FAULT)
    boss.organization.set_sharing(is_on=False)
    with pytest.raises(Exception, match=r"ticket\.not_included"):
        unified.tickets.create(uuid4(), FAULT)


# Rule 2: the master buys, members are shared


def _orders(world: World, services: Services) -> list[Callable[[], object]]:
    """Everything that a plan of one's own could be asked for."""
    bought = world.order(services)
    return [
        lambda: services.orders.purchase(uuid4(), bought),
        lambda: world.change(services, "enterprise"),
        lambda: services.orders.renew(uuid4(), RenewalOrder(1, usd("90.00"))),
        lambda: world.unsubscribe(services),
        lambda: services.plans.set_auto_renewal(is_on=True, months=1, days_before=7),
        lambda: services.plans.quote_change("enterprise"),
        lambda: services.plans.quote_renewal(1),
        services.plans.quote_unsubscription,
        lambda: services.plans.change_curve("enterprise"),
        services.plans.unsubscription_curve,
    ]


@pytest.mark.parametrize("is_shared", [True, False])
def test_rule_2_a_unified_member_is_told_who_buys_changes_renews_and_unsubscribes(
    world: World, is_shared: bool
) -> None:
    boss, newcomer = master(world, is_shared=is_shared), world.account(name="Tern Labs")
    joined(world, boss, newcomer)
    for services in (newcomer, member(world, boss)):
        for command in _orders(world, services):
            with pytest.raises(PlanManagedByMaster) as refused:
                command()
            assert refused.value.facts == {"master": MASTER}
        assert services.plans.details().last_order is None


# Rule 3: independent accounting buys its own and is never shared


def test_rule_3_an_independent_member_buys_its_own_and_is_never_shared(world: World) -> None:
    boss, independent = master(world), world.account(name="Tern Labs", balance="500.00")
    joined(world, boss, independent, INDEPENDENT)
    assert effective(independent) == BASIC
    assert not independent.organization.overview().is_shared_with
    assert independent.plans.details().can_buy
    world.paid(independent, "developer")
    world.changed(independent, "business")
    world.renewed(independent)
    world.unsubscribe(independent)
    assert effective(independent) == BASIC
    assert boss.plans.details().shared_with == 1


def test_rule_3_an_account_without_organization_buys_its_own(world: World) -> None:
    master(world)
    alone = world.account(name="Tern Labs")
    assert effective(alone) == BASIC
    assert alone.plans.details().can_buy


# Rule 4: members are created or invited


def test_rule_4_creating_a_member_makes_the_account_a_master(world: World) -> None:
    services = world.account(name=MASTER)
    assert services.accounts.me().kind is AccountKind.SINGLE
    made = member(world, services)
    account = made.accounts.me()
    assert services.accounts.me().kind is AccountKind.MASTER
    assert (account.kind, account.accounting, account.master_id) == (
        AccountKind.MEMBER,
        UNIFIED,
        services.accounts.me().id,
    )
    assert made.organization.overview().master == MASTER
    assert made.accounts.funds().balance == usd("0")


def test_rule_4_a_member_that_is_created_again_is_the_same_member(world: World) -> None:
    services, account_id = world.account(name=MASTER), uuid4()
    first = services.organization.create_member(account_id, new_member())
    world.pass_time(minutes=5)
    assert services.organization.create_member(account_id, new_member()) == first
    assert len(members(services)) == 1
    for other in (new_member("Harbor Macau"), new_member(accounting=INDEPENDENT)):
        with pytest.raises(MemberConflict):
            services.organization.create_member(account_id, other)


def test_rule_4_a_member_does_not_take_the_id_of_another_account(world: World) -> None:
    boss = master(world)
    for taken in (boss.accounts.me().id, members(boss)[0].association.account_id):
        with pytest.raises(MemberConflict):
            boss.organization.create_member(taken, new_member("Harbor Macau"))


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("contact", ""), ("phone", "12"), ("email", "nobody"), ("name", "x" * 81)]
)
def test_rule_4_a_member_needs_a_name_and_a_way_to_be_reached(world: World, field: str, value: str) -> None:
    services = world.account(name=MASTER)
    with pytest.raises(InvalidInput) as refused:
        services.organization.create_member(uuid4(), replace(new_member(), **{field: value}))  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field
    assert services.accounts.me().kind is AccountKind.SINGLE


def test_rule_4_a_member_has_no_members(world: World) -> None:
    boss = master(world)
    world.account(name="Tern Labs")
    for accounting in (UNIFIED, INDEPENDENT):
        services = member(world, boss, f"Harbor {accounting}", accounting)
        for command in (
            lambda services=services: member(world, services, "Harbor Macau"),
            lambda services=services: services.organization.invite(uuid4(), "Tern Labs", UNIFIED),
            lambda services=services: services.organization.set_sharing(is_on=True),
        ):
            with pytest.raises(NotAMaster) as refused:
                command()
            assert refused.value.facts == {"master": MASTER}


def test_rule_4_an_account_alone_has_nothing_to_share(world: World) -> None:
    services = world.account()
    with pytest.raises(NotAMaster) as refused:
        services.organization.set_sharing(is_on=True)
    assert refused.value.facts == {"master": None}


def test_rule_4_a_member_has_exactly_one_master(world: World) -> None:
    boss, other, invitee = master(world), world.account(name="Quay Logistics"), world.account(name="Tern Labs")
    early = invited(world, other, invitee)
    joined(world, boss, invitee)
    with pytest.raises(AlreadyMember):
        invited(world, world.account(name="Osprey Travel"), invitee)
    with pytest.raises(AlreadyMember):
        invitee.organization.accept(early)
    assert invitee.organization.overview().master == MASTER
    assert invitee.organization.overview().received[0].master == "Quay Logistics"
    boss.organization.disassociate(invitee.accounts.me().id)
    assert invitee.organization.accept(early).master_id == other.accounts.me().id


def test_rule_4_an_account_with_members_or_invitations_of_its_own_does_not_become_one(world: World) -> None:
    boss, other = master(world), world.account(name="Quay Logistics")
    early = invited(world, boss, other)
    third = world.account(name="Tern Labs")
    own = invited(world, other, third)
    for command in (lambda: other.organization.accept(early), lambda: invited(world, third, other)):
        with pytest.raises(InviteeIsMaster):
            command()
    other.organization.revoke(own)
    assert other.organization.accept(early).kind is AccountKind.MEMBER
