"""Invitations and plans at once on several threads: whoever comes first, the rules of DOMAIN 11 hold afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import Refusal
from tests.contract.organizing import UNIFIED, effective, invited, master, member, members, new_member
from tests.contract.world import BOTH, World

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 6
SHARED = ("business", "shared")


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Run the calls together, each on a thread of its own: the code of each one's refusal, empty where it had none."""
    start = Barrier(len(calls))

    def attempt(call: Callable[[], object]) -> str:
        start.wait()
        try:
            call()
        except Refusal as refusal:
            return refusal.code
        return ""

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(attempt, calls))


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_paying_for_a_plan_while_accepting_never_gives_both(world: World, turn: int) -> None:
    del turn
    boss, invitee = master(world), world.account(name="Tern Labs")
    invitation_id = invited(world, boss, invitee)
    order_id = world.pending(invitee)
    code = world.code(invitee, order_id)
    _, paid = at_once(
        lambda: invitee.organization.accept(invitation_id), lambda: invitee.orders.pay(order_id, BOTH, code)
    )
    assert paid == ""
    assert (effective(invitee), invitee.accounts.me().kind) == (("business", "own"), AccountKind.SINGLE)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_ordering_a_plan_while_accepting_never_gives_both(world: World, turn: int) -> None:
    del turn
    boss, invitee = master(world), world.account(name="Tern Labs")
    invitation_id, order = invited(world, boss, invitee), world.order(invitee)
    accepted, ordered = at_once(
        lambda: invitee.organization.accept(invitation_id), lambda: invitee.orders.purchase(uuid4(), order)
    )
    assert (accepted, ordered) in {("", "plan.managed_by_master"), ("sharing.member_has_unpaid_orders", "")}
    is_member = invitee.accounts.me().kind is AccountKind.MEMBER
    assert is_member == (accepted == "")
    assert (invitee.plans.details().open_order is None) == is_member


def test_an_invitation_is_accepted_declined_and_revoked_at_once_and_ends_in_one_way(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    invitation_id = invited(world, boss, invitee)
    calls: list[Callable[[], object]] = [
        lambda: invitee.organization.accept(invitation_id),
        lambda: invitee.organization.decline(invitation_id),
        lambda: boss.organization.revoke(invitation_id),
    ]
    outcomes = at_once(*calls * 4)
    by_kind = [set(outcomes[kind::3]) for kind in range(3)]
    assert sorted(by_kind, key=sorted) == [{""}, {"invitation.ended"}, {"invitation.ended"}]
    is_member = invitee.accounts.me().kind is AccountKind.MEMBER
    assert is_member == (by_kind[0] == {""})
    assert boss.organization.overview().invited == 0


def test_two_masters_race_for_one_account(world: World) -> None:
    masters = [world.account(name=name) for name in ("Owl", "Quay")]
    invitee = world.account(name="Tern Labs")
    first, second = (invited(world, boss, invitee) for boss in masters)
    outcomes = at_once(*[lambda: invitee.organization.accept(first), lambda: invitee.organization.accept(second)] * 4)
    assert sorted({*outcomes[::2]} | {*outcomes[1::2]}) == ["", "organization.already_member"]
    counts = [boss.organization.overview().unified for boss in masters]
    assert sorted(counts) == [0, 1]
    assert invitee.organization.overview().master == ("Owl", "Quay")[counts.index(1)]


def test_two_accounts_that_invite_each_other_do_not_both_become_masters_of_the_other(world: World) -> None:
    one, other = world.account(name="Owl"), world.account(name="Quay")
    outcomes = at_once(
        lambda: one.organization.invite(uuid4(), "Quay", UNIFIED),
        lambda: other.organization.invite(uuid4(), "Owl", UNIFIED),
    )
    assert sorted(outcomes) == ["", "organization.invitee_is_master"]


def test_many_accept_at_once_and_all_are_shared(world: World) -> None:
    boss = master(world)
    guests = [world.account(balance="0", credit="0", name=f"Guest {number}") for number in range(8)]
    answers = [(guest, invited(world, boss, guest)) for guest in guests]
    calls = [lambda guest=guest, one=one: guest.organization.accept(one) for guest, one in answers]
    assert set(at_once(*calls, lambda: boss.organization.set_sharing(is_on=True))) == {""}
    assert {effective(guest) for guest in guests} == {SHARED}
    assert boss.plans.details().shared_with == len(guests) + 1


def test_one_invitation_sent_forty_times_is_one(world: World) -> None:
    boss, invitee, invitation_id = master(world), world.account(name="Tern Labs"), uuid4()
    sent = [lambda: boss.organization.invite(invitation_id, "Tern Labs", UNIFIED)] * 20
    differing = [lambda: boss.organization.invite(uuid4(), "Tern Labs", UNIFIED)] * 20
    outcomes = at_once(*sent, *differing)
    assert outcomes.count("organization.already_invited") in {20, 39}
    assert len(invitee.organization.overview().received) == 1


def test_one_member_created_forty_times_is_one(world: World) -> None:
    boss, account_id = world.account(), uuid4()
    assert set(at_once(*[lambda: boss.organization.create_member(account_id, new_member())] * 40)) == {""}
    assert len(members(boss)) == 1


def test_switching_while_members_come_and_go_leaves_all_alike(world: World) -> None:
    boss = master(world)
    unified = [member(world, boss, f"Harbor {number}") for number in range(3)]
    leaving = unified[0].accounts.me().id
    at_once(
        *[lambda: boss.organization.set_sharing(is_on=False), lambda: boss.organization.set_sharing(is_on=True)] * 4,
        lambda: boss.organization.disassociate(leaving),
        lambda: member(world, boss, "Harbor Macau"),
    )
    rows = members(boss)
    assert len(rows) == 4
    assert len({row.effective for row in rows}) == 1
    assert effective(unified[0]) == ("basic", "none")
