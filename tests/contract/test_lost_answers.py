"""Every command is carried out and its first answer lost, so that it is sent again: it is done once all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import VerificationTooSoon
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.tickets import TicketStatus
from supportplan_desktop.services.interfaces import NewTicket
from tests.contract.organizing import UNIFIED, effective, invited, master, member, members
from tests.contract.relay import Relay
from tests.contract.served import ServedWorld
from tests.contract.world import BOTH, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contract.conftest import NewWorld

pytestmark = pytest.mark.served("only an answer that travels can be lost")


RENEWAL, CODE = "sessions/refresh", "verification"  # a renewal counts once, and what comes of codes is asked below


@pytest.fixture
def lossy_world(new_world: NewWorld) -> Iterator[tuple[ServedWorld, Relay]]:
    world = new_world()
    assert isinstance(world, ServedWorld)
    relay = Relay(world.url, (RENEWAL, CODE))
    world.url = relay.url
    yield world, relay
    world.close()
    relay.close()


def test_orders_are_generated_paid_and_canceled_once(lossy_world: tuple[ServedWorld, Relay]) -> None:
    world, relay = lossy_world
    services = world.account(balance="900.00")
    bought = world.paid(services, "developer")
    upgraded = world.changed(services, "business")
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=7)
    renewed = world.renewed(services, 3)
    canceled = services.orders.cancel(world.renew(services).id)
    world.pass_time(days=12)
    lowered = world.change(services, "developer")
    given_up = world.unsubscribe(services)
    world.pass_time(days=4)
    services.orders.advance()
    made = [bought, upgraded, renewed, canceled, lowered, given_up]
    assert [order.id for order in world.orders(services)] == [order.id for order in made]
    assert canceled.status is OrderStatus.CANCELED
    assert world.kept(services) == settled(world.orders(services))
    world.check_money(services)
    for path in (f"orders/{bought.id}", f"orders/{bought.id}/payment", f"orders/{given_up.id}", "plan/auto-renewal"):
        assert f"PUT /v1/{path}" in relay.lost


def test_organizations_are_changed_once(lossy_world: tuple[ServedWorld, Relay]) -> None:
    world, relay = lossy_world
    boss, invitee = master(world), world.account(name="Tern Labs")
    kept, leaving = member(world, boss, "Harbor Macau"), member(world, boss, "Harbor Kowloon")
    invitee.organization.decline(invited(world, boss, invitee))
    boss.organization.revoke(invited(world, boss, invitee))
    invitation_id = invited(world, boss, invitee)
    assert invitee.organization.accept(invitation_id).accounting is UNIFIED
    boss.organization.disassociate(leaving.accounts.me().id)
    assert {effective(one) for one in (kept, invitee)} == {("business", "shared")}
    names = [row.association.account_name for row in members(boss)]
    assert sorted(names) == ["Harbor Central", "Harbor Macau", "Tern Labs"]
    assert boss.audit.verify().holds
    ways = {command.rpartition("/")[2] for command in relay.lost if "invitations" in command}
    assert {"accept", "decline", "revoke"} < ways


def test_tickets_and_what_is_said_of_them_are_kept_once(lossy_world: tuple[ServedWorld, Relay]) -> None:
    world, relay = lossy_world
    services = world.account()
    question = NewTicket("non_technical_support", None, "Invoice", "Where do I find the invoice of December?")
    ticket = services.tickets.create(uuid4(), question)
    answered = services.tickets.answer(ticket.id, uuid4(), "Found it.")
    assert [message.text for message in answered.messages] == [question.description, "Found it."]
    assert services.tickets.close(ticket.id).status is TicketStatus.CLOSED
    services.messages.mark_all_read()
    assert len(services.tickets.page().tickets) == 1
    assert len(relay.lost) == 4


def test_a_code_whose_sending_was_never_heard_of_counts(lossy_world: tuple[ServedWorld, Relay]) -> None:
    world, relay = lossy_world
    services = world.account()
    order_id = world.pending(services)
    relay.kept = (RENEWAL,)
    with pytest.raises(VerificationTooSoon) as refusal:
        services.orders.send_code(order_id, Channel.PHONE)
    assert refusal.value.facts == {"seconds": 60}
    code = world.letters.code(services.orders.get(order_id).number)
    assert services.orders.pay(order_id, BOTH, code).status is OrderStatus.COMPLETED
