"""What a person may do for an account: an owner everything, finance all but the organization, a viewer nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from supportplan_desktop.domain.accounts import Channel, Permission, Role
from supportplan_desktop.domain.errors import RoleNotAllowed
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import (
    ChangeOrder,
    MemberQuery,
    NewTicket,
    OrderQuery,
    RenewalOrder,
    Services,
    UnsubscriptionOrder,
)
from tests.contract.organizing import INDEPENDENT, UNIFIED, invited, master, members, new_member
from tests.contract.world import BOTH, World, usd

QUESTION = NewTicket("non_technical_support", None, "Invoice", "Where do I find the invoice of December?")
ID = UUID(int=7)


@dataclass(frozen=True)
class Command:
    """One command of the interfaces, and what it needs."""

    needs: Permission
    call: Callable[[World, Services], object]


COMMANDS = {
    "orders.purchase": Command(Permission.MONEY, lambda world, by: by.orders.purchase(ID, world.order(by))),
    "orders.change": Command(
        Permission.MONEY, lambda _, by: by.orders.change(ID, ChangeOrder("enterprise", usd("1.00"), "", ""))
    ),
    "orders.renew": Command(Permission.MONEY, lambda _, by: by.orders.renew(ID, RenewalOrder(1, usd("90.00")))),
    "orders.unsubscribe": Command(
        Permission.MONEY,
        lambda _, by: by.orders.unsubscribe(ID, UnsubscriptionOrder(usd("-90.00"), UnsubscriptionReason.SURPLUS)),
    ),
    "orders.cancel": Command(Permission.MONEY, lambda _, by: by.orders.cancel(ID)),
    "orders.send_code": Command(Permission.MONEY, lambda _, by: by.orders.send_code(ID, Channel.PHONE)),
    "orders.pay": Command(Permission.MONEY, lambda _, by: by.orders.pay(ID, BOTH, "123456")),
    "plans.set_auto_renewal": Command(
        Permission.MONEY, lambda _, by: by.plans.set_auto_renewal(is_on=True, months=1, days_before=7)
    ),
    "tickets.create": Command(Permission.TICKETS, lambda _, by: by.tickets.create(ID, QUESTION)),
    "tickets.answer": Command(Permission.TICKETS, lambda _, by: by.tickets.answer(ID, ID, "Found it.")),
    "tickets.close": Command(Permission.TICKETS, lambda _, by: by.tickets.close(ID)),
    "organization.create_member": Command(
        Permission.ORGANIZATION, lambda _, by: by.organization.create_member(ID, new_member())
    ),
    "organization.invite": Command(
        Permission.ORGANIZATION, lambda _, by: by.organization.invite(ID, "Tern Labs", UNIFIED)
    ),
    "organization.revoke": Command(Permission.ORGANIZATION, lambda _, by: by.organization.revoke(ID)),
    "organization.remind": Command(Permission.ORGANIZATION, lambda _, by: by.organization.remind(ID)),
    "organization.accept": Command(Permission.ORGANIZATION, lambda _, by: by.organization.accept(ID)),
    "organization.decline": Command(Permission.ORGANIZATION, lambda _, by: by.organization.decline(ID)),
    "organization.disassociate": Command(Permission.ORGANIZATION, lambda _, by: by.organization.disassociate(ID)),
    "organization.set_sharing": Command(
        Permission.ORGANIZATION, lambda _, by: by.organization.set_sharing(is_on=False)
    ),
}
# What only looks, or marks what was looked at, or opens another account of the local store.
FREE = {
    "orders": {"get", "page", "every", "verification", "advance"},
    "plans": {
        "details",
        "quote_purchase",
        "quote_change",
        "quote_renewal",
        "quote_unsubscription",
        "refund_split",
        "split_of",
        "change_curve",
        "unsubscription_curve",
    },
    "tickets": {"get", "page"},
    "organization": {"overview", "members", "readiness"},
}


def refused(world: World, by: Services, command: Command) -> RoleNotAllowed:
    with pytest.raises(RoleNotAllowed) as refusal:
        command.call(world, by)
    return refusal.value


@pytest.mark.local("the interfaces are the same everywhere, and what implements them has other names besides")
def test_every_command_of_the_interfaces_is_listed_here(world: World) -> None:
    services = world.account()
    for part, free in FREE.items():
        offered = {name for name in dir(getattr(services, part)) if not name.startswith("_")}
        assert offered <= free | {name.split(".")[1] for name in COMMANDS if name.startswith(f"{part}.")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_viewer_is_refused_every_command(world: World, name: str) -> None:
    boss = master(world)
    viewer = world.acting(boss, Role.VIEWER)
    entries = boss.audit.verify().entries
    assert refused(world, viewer, COMMANDS[name]).facts == {"role": "viewer", "needed": COMMANDS[name].needs.value}
    assert boss.audit.verify().entries == entries


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.startswith("organization.")])
def test_finance_is_refused_what_changes_the_organization(world: World, name: str) -> None:
    finance = world.acting(master(world), Role.FINANCE)
    assert refused(world, finance, COMMANDS[name]).facts == {"role": "finance", "needed": "organization"}


def test_an_invitation_is_not_answered_by_finance_or_a_viewer(world: World) -> None:
    boss, invitee = master(world), world.account(name="Tern Labs")
    invitation_id = invited(world, boss, invitee)
    for role in (Role.FINANCE, Role.VIEWER):
        for answer in (
            world.acting(invitee, role).organization.accept,
            world.acting(invitee, role).organization.decline,
        ):
            with pytest.raises(RoleNotAllowed):
                answer(invitation_id)
    world.acting(invitee, Role.OWNER).organization.accept(invitation_id)
    assert invitee.organization.overview().accounting is UNIFIED


def test_a_viewer_sees_everything_an_owner_sees(world: World) -> None:
    boss = master(world)
    world.renewed(boss)
    invited(world, boss, world.account(name="Tern Labs"), INDEPENDENT)
    viewer = world.acting(boss, Role.VIEWER)
    assert viewer.accounts.role() is viewer.organization.overview().role is Role.VIEWER
    assert members(viewer) == members(boss)
    assert viewer.organization.readiness() == boss.organization.readiness()
    assert viewer.organization.members(MemberQuery(text="tern")).count == 1
    assert viewer.orders.page(OrderQuery()) == boss.orders.page(OrderQuery())
    assert viewer.messages.page() == boss.messages.page()
    assert viewer.accounts.funds() == boss.accounts.funds()
    assert viewer.plans.quote_unsubscription() == boss.plans.quote_unsubscription()
    assert viewer.audit.verify().holds
    seen, own = viewer.plans.details(), boss.plans.details()
    assert (seen.tier, seen.terms, seen.shared_with) == (own.tier, own.terms, own.shared_with)
    assert not any((seen.can_buy, seen.can_change, seen.can_renew, seen.can_unsubscribe))
    assert own.can_change


def test_a_viewer_of_a_basic_account_is_not_offered_to_buy(world: World) -> None:
    services = world.account()
    assert services.plans.details().can_buy
    assert not world.acting(services, Role.VIEWER).plans.details().can_buy


def test_finance_moves_money_and_writes_tickets(world: World) -> None:
    owner = world.account(balance="5000.00")
    finance = world.acting(owner, Role.FINANCE)
    assert finance.plans.details().can_buy
    world.paid(finance, "developer", 3)
    world.changed(finance, "business")
    world.renewed(finance)
    finance.plans.set_auto_renewal(is_on=True, months=1, days_before=7)
    finance.tickets.close(finance.tickets.create(uuid4(), QUESTION).id)
    finance.orders.cancel(world.renew(finance).id)
    world.changed(finance, "developer")
    world.unsubscribe(finance)
    world.pass_time(days=5)
    finance.orders.advance()
    assert {order.status for order in world.orders(owner)} == {OrderStatus.COMPLETED, OrderStatus.CANCELED}
    assert owner.plans.details().tier == "basic"
    world.check_money(owner)


def test_time_passes_for_a_viewer_too(world: World) -> None:
    services = world.account()
    world.pending(services)
    world.pass_time(days=2)
    assert world.acting(services, Role.VIEWER).orders.advance() == 1
