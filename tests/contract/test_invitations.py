"""Invitations and all their ends (DOMAIN 11.4): accepted, declined, revoked, expired, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import (
    AccountNameAmbiguous,
    AccountNotFound,
    AlreadyInvited,
    AlreadyMember,
    InvitationEnded,
    InvitationNotFound,
    MemberConflict,
    OwnAccountInvited,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.organization import AssociationStatus
from tests.contract.organizing import INDEPENDENT, MASTER, UNIFIED, invited, joined, master, member, members

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.interfaces import Services
    from tests.contract.world import World

LIFE = 14  # days, by the policy


@pytest.fixture
def boss(world: World) -> Services:
    return master(world)


@pytest.fixture
def invitee(world: World) -> Services:
    return world.account(name="Tern Labs")


def kinds(services: Services) -> list[MessageKind]:
    return [message.kind for message in services.messages.page().messages]


def everything(*services: Services) -> list[object]:
    """What nothing may change that is done again."""
    return [(one.organization.overview(), one.messages.page(), one.audit.verify(), members(one)) for one in services]


# Inviting


def test_an_invitation_reaches_the_account_and_waits(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    (received,) = invitee.organization.overview().received
    assert (received.id, received.master, received.accounting) == (invitation_id, MASTER, UNIFIED)
    assert received.expires_at is not None
    assert (received.expires_at - received.created_at).days == LIFE
    assert boss.organization.overview().invited == 1
    message = invitee.messages.page().messages[0]
    assert (message.kind, message.other, message.until) == (
        MessageKind.INVITATION_RECEIVED,
        MASTER,
        received.expires_at,
    )
    assert invitee.accounts.me().kind is AccountKind.SINGLE


def test_inviting_again_under_the_same_id_is_the_same_invitation(
    world: World, boss: Services, invitee: Services
) -> None:
    invitation_id = invited(world, boss, invitee)
    before = everything(boss, invitee)
    first = boss.organization.invite(invitation_id, "Tern Labs", UNIFIED)
    assert boss.organization.invite(invitation_id, " Tern Labs ", UNIFIED) == first
    assert everything(boss, invitee) == before
    world.account(name="Quay Logistics")
    for name, accounting in (("Quay Logistics", UNIFIED), ("Tern Labs", INDEPENDENT)):
        with pytest.raises(MemberConflict):
            boss.organization.invite(invitation_id, name, accounting)


def test_an_id_that_another_master_gave_is_not_used_again(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    with pytest.raises(MemberConflict):
        world.account(name="Quay Logistics").organization.invite(invitation_id, "Tern Labs", UNIFIED)


def test_one_invitation_of_an_account_at_a_time(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    for accounting in (UNIFIED, INDEPENDENT):
        with pytest.raises(AlreadyInvited) as refused:
            invited(world, boss, invitee, accounting)
        assert refused.value.facts == {"account": "Tern Labs", "invitation_id": invitation_id}


def test_an_account_that_cannot_be_meant_is_not_invited(world: World, boss: Services) -> None:
    world.account(name="Twin")
    world.account(name="Twin")
    for name, refusal in (
        ("Nobody", AccountNotFound),
        ("tern labs", AccountNotFound),
        ("Twin", AccountNameAmbiguous),
        (MASTER, OwnAccountInvited),
        ("Harbor Central", AlreadyMember),
    ):
        with pytest.raises(refusal):
            boss.organization.invite(uuid4(), name, UNIFIED)


def test_a_refused_invitation_makes_nobody_a_master(world: World) -> None:
    services = world.account(name="Quay Logistics")
    with pytest.raises(AccountNotFound):
        services.organization.invite(uuid4(), "Nobody", UNIFIED)
    assert services.accounts.me().kind is AccountKind.SINGLE


def test_several_masters_invite_one_account(world: World, boss: Services, invitee: Services) -> None:
    invited(world, boss, invitee)
    other = world.account(name="Quay Logistics")
    second = invited(world, other, invitee, INDEPENDENT)
    assert {one.master for one in invitee.organization.overview().received} == {MASTER, "Quay Logistics"}
    assert invitee.organization.accept(second).accounting is INDEPENDENT


# Every end


def accepted(boss: Services, invitee: Services, invitation_id: UUID, world: World) -> None:
    del boss, world
    invitee.organization.accept(invitation_id)


def declined(boss: Services, invitee: Services, invitation_id: UUID, world: World) -> None:
    del boss, world
    invitee.organization.decline(invitation_id)


def revoked(boss: Services, invitee: Services, invitation_id: UUID, world: World) -> None:
    del invitee, world
    boss.organization.revoke(invitation_id)


def expired(boss: Services, invitee: Services, invitation_id: UUID, world: World) -> None:
    del invitee, invitation_id
    world.pass_time(days=LIFE)
    boss.orders.advance()


def left(boss: Services, invitee: Services, invitation_id: UUID, world: World) -> None:
    del world
    invitee.organization.accept(invitation_id)
    boss.organization.disassociate(invitee.accounts.me().id)


ENDS: dict[str, Callable[[Services, Services, UUID, World], None]] = {
    "active": accepted,
    "declined": declined,
    "revoked": revoked,
    "expired": expired,
    "ended": left,
}
AGAIN = {"active": "accept", "declined": "decline", "revoked": "revoke"}


@pytest.mark.parametrize("status", ENDS)
def test_an_invitation_ends_once_and_says_how(world: World, boss: Services, invitee: Services, status: str) -> None:
    invitation_id = invited(world, boss, invitee)
    ENDS[status](boss, invitee, invitation_id, world)
    assert invitee.organization.overview().received == ()
    assert boss.organization.overview().invited == 0
    world.pass_time(minutes=1)
    before = everything(boss, invitee)
    answers = {
        "accept": invitee.organization.accept,
        "decline": invitee.organization.decline,
        "revoke": boss.organization.revoke,
        "remind": boss.organization.remind,
    }
    for name, answer in answers.items():
        if AGAIN.get(status) == name:
            answer(invitation_id)
            continue
        with pytest.raises(InvitationEnded) as refused:
            answer(invitation_id)
        assert refused.value.facts["status"] == status
    assert everything(boss, invitee) == before


@pytest.mark.parametrize("status", set(ENDS) - {"active"})
def test_after_every_other_end_the_account_is_invited_anew_under_either_mode(
    world: World, boss: Services, invitee: Services, status: str
) -> None:
    for accounting in (UNIFIED, INDEPENDENT):
        ENDS[status](boss, invitee, invited(world, boss, invitee, accounting), world)
        assert invitee.accounts.me().kind is AccountKind.SINGLE
    joined(world, boss, invitee, INDEPENDENT)
    assert invitee.accounts.me().accounting is INDEPENDENT


@pytest.mark.parametrize(
    ("status", "to_master", "to_invitee"),
    [
        ("active", "invitation_accepted", None),
        ("declined", "invitation_declined", None),
        ("revoked", None, "invitation_revoked"),
        ("expired", "invitation_expired", "invitation_expired"),
    ],
)
def test_whoever_did_not_end_it_is_told(
    world: World, boss: Services, invitee: Services, status: str, to_master: str | None, to_invitee: str | None
) -> None:
    told = [len(kinds(one)) for one in (boss, invitee)]
    invitation_id = invited(world, boss, invitee)
    ENDS[status](boss, invitee, invitation_id, world)
    news = [kinds(one)[: len(kinds(one)) - before] for one, before in zip((boss, invitee), told, strict=True)]
    assert news[0] == ([to_master] if to_master else [])
    assert news[1] == ([to_invitee] if to_invitee else []) + ["invitation_received"]


def test_accepting_makes_a_member_of_the_one_and_only_kind(world: World, boss: Services, invitee: Services) -> None:
    joined(world, boss, invitee)
    me = invitee.accounts.me()
    assert (me.kind, me.accounting, me.master_id) == (AccountKind.MEMBER, UNIFIED, boss.accounts.me().id)
    assert boss.organization.overview().unified == 2
    row = next(row for row in members(boss) if row.association.account_id == me.id)
    assert row.association.status is AssociationStatus.ACTIVE


# Time


def test_an_invitation_lives_to_its_last_second(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    world.pass_time(days=LIFE, seconds=-1)
    assert boss.orders.advance() == 0
    assert len(invitee.organization.overview().received) == 1
    assert invitee.organization.accept(invitation_id).kind is AccountKind.MEMBER


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_an_invitation_expires_while_nobody_looks(world: World, boss: Services, invitee: Services, answer: str) -> None:
    invitation_id = invited(world, boss, invitee)
    expires_at = invitee.organization.overview().received[0].expires_at
    world.pass_time(days=LIFE)
    assert invitee.organization.overview().received == ()
    with pytest.raises(InvitationEnded) as refused:
        getattr(invitee.organization, answer)(invitation_id)
    assert refused.value.facts == {"status": "expired", "at": expires_at}
    assert invitee.accounts.me().kind is AccountKind.SINGLE
    assert boss.messages.page().messages[0].at == expires_at


@pytest.mark.parametrize("answer", ["revoke", "remind"])
def test_the_master_too_comes_late_for_what_has_expired(
    world: World, boss: Services, invitee: Services, answer: str
) -> None:
    invitation_id = invited(world, boss, invitee)
    world.pass_time(days=LIFE)
    with pytest.raises(InvitationEnded) as refused:
        getattr(boss.organization, answer)(invitation_id)
    assert refused.value.facts["status"] == "expired"
    assert invited(world, boss, invitee) != invitation_id


def test_many_invitations_expire_each_at_its_own_instant(world: World, boss: Services) -> None:
    for number in range(5):
        invited(world, boss, world.account(name=f"Guest {number}"))
        world.pass_time(hours=1)
    world.pass_time(days=30)
    boss.orders.advance()
    told = [message.at for message in world.messages(boss) if message.kind is MessageKind.INVITATION_EXPIRED]
    assert told == sorted(told)
    assert len(set(told)) == 5
    assert boss.organization.overview().invited == 0


def test_an_invitee_is_reminded_once_a_day_of_the_site(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    world.go_to("2019-12-10 23:00:00")
    for _ in range(2):
        boss.organization.remind(invitation_id)
    world.go_to("2019-12-11 00:30:00")
    boss.organization.remind(invitation_id)
    assert kinds(invitee).count(MessageKind.INVITATION_REMINDER) == 2


# Whose it is


def test_an_invitation_is_answered_by_nobody_else(world: World, boss: Services, invitee: Services) -> None:
    invitation_id = invited(world, boss, invitee)
    stranger, insider = world.account(name="Quay Logistics"), member(world, boss)
    for services in (stranger, insider, boss):
        for answer in (services.organization.accept, services.organization.decline):
            with pytest.raises(InvitationNotFound):
                answer(invitation_id)
    for services in (stranger, insider, invitee):
        for command in (services.organization.revoke, services.organization.remind):
            with pytest.raises(InvitationNotFound):
                command(invitation_id)
    assert len(invitee.organization.overview().received) == 1


def test_a_member_that_was_created_has_no_invitation_to_answer(world: World, boss: Services) -> None:
    created = members(boss)[0].association
    services = world.acting_for(created.account_id)
    for answer in (services.organization.accept, services.organization.decline):
        with pytest.raises(InvitationNotFound):
            answer(created.id)
