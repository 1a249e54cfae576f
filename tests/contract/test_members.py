"""Members: their mode, how they leave, and how they are listed (DOMAIN 11)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import AlreadyMember, InvitationEnded, MemberNotFound, PlanNotPaid
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.services.interfaces import MemberQuery, MemberSort, Organization
from tests.contract.organizing import (
    INDEPENDENT,
    UNIFIED,
    effective,
    invited,
    joined,
    master,
    member,
    members,
    new_member,
)

if TYPE_CHECKING:
    from tests.contract.world import World

BASIC = ("basic", "none")


def test_the_mode_is_never_edited_but_left_and_invited_anew(world: World) -> None:
    assert not [name for name in vars(Organization) if "mode" in name or "accounting" in name]
    boss, services = master(world), world.account(name="Tern Labs")
    first = joined(world, boss, services)
    with pytest.raises(AlreadyMember):
        invited(world, boss, services, INDEPENDENT)
    account_id = services.accounts.me().id
    ended = boss.organization.disassociate(account_id)
    assert (ended.id, ended.status) == (first, AssociationStatus.ENDED)
    me = services.accounts.me()
    assert (me.kind, me.master_id, me.accounting) == (AccountKind.SINGLE, None, None)
    assert effective(services) == BASIC
    assert services.plans.details().can_buy
    assert services.messages.page().messages[0].kind is MessageKind.DISASSOCIATED
    again = joined(world, boss, services, INDEPENDENT)
    assert services.accounts.me().accounting is INDEPENDENT
    assert [row.association.id for row in members(boss) if row.association.account_id == account_id] == [again]
    with pytest.raises(InvitationEnded) as refused:
        services.organization.accept(first)
    assert refused.value.facts["status"] == "ended"


def test_a_member_that_was_created_leaves_and_returns_like_any_other(world: World) -> None:
    boss = master(world)
    services = member(world, boss)
    me = services.accounts.me()
    boss.organization.disassociate(me.id)
    assert effective(services) == BASIC
    with pytest.raises(PlanNotPaid):
        services.plans.quote_change("enterprise")
    order_id = world.pending(services)
    joined(world, boss, services, INDEPENDENT)
    services.orders.cancel(order_id)
    boss.organization.disassociate(me.id)
    joined(world, boss, services)
    assert effective(services) == ("business", "shared")
    assert boss.organization.create_member(me.id, new_member()) == services.accounts.me()


def test_letting_a_member_go_again_changes_nothing(world: World) -> None:
    boss, services = master(world), world.account(name="Tern Labs")
    joined(world, boss, services)
    account_id = services.accounts.me().id
    ended = boss.organization.disassociate(account_id)
    world.pass_time(hours=1)
    assert boss.organization.disassociate(account_id) == ended
    assert len(services.messages.page().messages) == 2
    for stranger in (uuid4(), world.account(name="Quay Logistics").accounts.me().id, boss.accounts.me().id):
        with pytest.raises(MemberNotFound):
            boss.organization.disassociate(stranger)


def test_an_invitee_is_not_let_go_but_its_invitation_revoked(world: World) -> None:
    boss, services = master(world), world.account(name="Tern Labs")
    invited(world, boss, services)
    with pytest.raises(MemberNotFound):
        boss.organization.disassociate(services.accounts.me().id)


def test_only_its_own_master_lets_a_member_go(world: World) -> None:
    boss = master(world)
    other = world.account(name="Quay Logistics")
    member(world, other, "Quay East")
    with pytest.raises(MemberNotFound):
        other.organization.disassociate(members(boss)[0].association.account_id)


def test_leaving_is_recorded_with_both(world: World) -> None:
    boss, services = master(world), world.account(name="Tern Labs")
    joined(world, boss, services)
    before = [one.audit.verify().entries for one in (boss, services)]
    boss.organization.disassociate(services.accounts.me().id)
    assert [one.audit.verify().entries for one in (boss, services)] == [count + 1 for count in before]


def test_the_list_shows_members_and_invitees_with_what_they_have(world: World) -> None:
    boss, owner = master(world), world.account(name="Tern Labs")
    world.paid(owner, "developer")
    invited(world, boss, owner)
    joined(world, boss, world.account(name="Quay Logistics"), INDEPENDENT)
    shown = {
        row.association.account_name: (row.own_tier, row.effective.tier, row.effective.source) for row in members(boss)
    }
    assert shown == {
        "Harbor Central": ("basic", "business", "shared"),
        "Quay Logistics": ("basic", "basic", "none"),
        "Tern Labs": ("developer", "developer", "own"),
    }
    overview = boss.organization.overview()
    assert (overview.unified, overview.independent, overview.invited) == (1, 1, 1)


def test_every_row_tells_what_its_account_is_told(world: World) -> None:
    boss = master(world)
    for accounting in (UNIFIED, INDEPENDENT):
        member(world, boss, f"Harbor {accounting}", accounting)
    for days in (0, 95, 110, 130):
        world.pass_time(days=days)
        for row in members(boss):
            theirs = world.acting_for(row.association.account_id)
            assert row.effective == theirs.organization.overview().effective


def test_members_are_found_by_name_mode_and_status(world: World) -> None:
    boss = master(world)
    member(world, boss, "Harbor Macau", INDEPENDENT)
    invited(world, boss, world.account(name="Tern Labs"))

    def names(**query: object) -> list[str]:
        asked = replace(MemberQuery(), **query)  # type: ignore[arg-type]
        return [row.association.account_name for row in members(boss, asked)]

    assert names(text="harbor") == ["Harbor Central", "Harbor Macau"]
    assert names(accounting=frozenset({INDEPENDENT})) == ["Harbor Macau"]
    assert names(statuses=frozenset({AssociationStatus.INVITED})) == ["Tern Labs"]
    assert names(sort=MemberSort.NAME, descending=True) == ["Tern Labs", "Harbor Macau", "Harbor Central"]


def test_whoever_is_no_master_has_nobody_to_list(world: World) -> None:
    boss = master(world)
    for services in (world.account(name="Tern Labs"), member(world, boss)):
        assert members(services) == []
        readiness = services.organization.readiness()
        assert (readiness.rows, readiness.is_green, readiness.ready) == ((), True, 0)
        assert services.organization.overview().sharing is None


def test_the_overview_says_all_that_the_parts_say(world: World) -> None:
    view = master(world).organization.overview()
    assert {field.name for field in fields(view)} >= {"account", "role", "sharing", "received"}
    assert view.sharing is not None
    assert (view.sharing.is_on, view.sharing.members, view.sharing.tier) == (True, view.unified, "business")
