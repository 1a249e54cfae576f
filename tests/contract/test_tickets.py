from dataclasses import replace
from uuid import uuid4

import pytest

from supportplan_desktop.domain.errors import (
    InvalidInput,
    TicketClosed,
    TicketConflict,
    TicketNotFound,
    TicketNotIncluded,
    TicketSeverityNotIncluded,
)
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.domain.tickets import TicketStatus
from supportplan_desktop.services.interfaces import NewTicket, Services
from tests.contract.world import World

QUESTION = NewTicket("non_technical_support", None, "Invoice", "Where do I find the invoice of December?")
FAULT = NewTicket("technical_support", "production_unavailable", "Shop is down", "Since 11:40 no order goes through.")


def buy(world: World, services: Services, tier: str) -> None:
    order_id = world.pending(services, tier)
    services.orders.pay(order_id, FundsChoice(), world.code(services, order_id))


def test_a_ticket_keeps_the_plan_it_was_created_on(world: World) -> None:
    services = world.account()
    buy(world, services, "business")
    ticket = services.tickets.create(uuid4(), FAULT)
    assert (ticket.tier, ticket.severity, ticket.status) == ("business", "production_unavailable", TicketStatus.OPEN)
    assert [message.text for message in ticket.messages] == [FAULT.description]
    assert services.tickets.get(ticket.id) == ticket


def test_basic_has_tickets_for_questions_but_not_for_technical_support(world: World) -> None:
    services = world.account()
    assert services.tickets.create(uuid4(), QUESTION).tier == "basic"
    with pytest.raises(TicketNotIncluded) as refused:
        services.tickets.create(uuid4(), FAULT)
    assert refused.value.facts == {"item": "technical_support", "tier": "basic"}


def test_a_severity_without_a_promise_is_refused(world: World) -> None:
    services = world.account()
    buy(world, services, "developer")
    with pytest.raises(TicketSeverityNotIncluded) as refused:
        services.tickets.create(uuid4(), FAULT)
    assert refused.value.facts["offered"] == ("general_guidance", "system_impaired")


def test_creating_a_ticket_again_gives_the_same_ticket(world: World) -> None:
    services = world.account()
    ticket_id = uuid4()
    first = services.tickets.create(ticket_id, QUESTION)
    world.pass_time(minutes=1)
    assert services.tickets.create(ticket_id, QUESTION) == first
    with pytest.raises(TicketConflict):
        services.tickets.create(ticket_id, NewTicket("non_technical_support", None, "Another", "Text"))
    with pytest.raises(TicketConflict):
        services.tickets.create(ticket_id, replace(QUESTION, description="Other words, which must not get lost."))


@pytest.mark.parametrize(("subject", "description"), [("", "text"), ("  ", "text"), ("x" * 121, "text"), ("s", " \n")])
def test_empty_and_overlong_texts_are_refused_by_field(world: World, subject: str, description: str) -> None:
    services = world.account()
    with pytest.raises(InvalidInput) as refused:
        services.tickets.create(uuid4(), NewTicket("non_technical_support", None, subject, description))
    assert refused.value.facts["field"] in {"subject", "description"}
    assert services.tickets.page().tickets == ()


def test_a_ticket_is_answered_once_and_closed(world: World) -> None:
    services = world.account()
    ticket_id, message_id = services.tickets.create(uuid4(), QUESTION).id, uuid4()
    world.pass_time(minutes=5)
    services.tickets.answer(ticket_id, message_id, "Found it.")
    answered = services.tickets.answer(ticket_id, message_id, "Found it.")
    assert [message.text for message in answered.messages] == [QUESTION.description, "Found it."]
    closed = services.tickets.close(ticket_id)
    assert services.tickets.close(ticket_id) == closed
    with pytest.raises(TicketClosed):
        services.tickets.answer(ticket_id, uuid4(), "One more thing")


def test_another_accounts_ticket_does_not_exist_here(world: World) -> None:
    owner, stranger = world.account(), world.account()
    ticket_id = owner.tickets.create(uuid4(), QUESTION).id
    with pytest.raises(TicketNotFound):
        stranger.tickets.get(ticket_id)
    with pytest.raises(TicketNotFound):
        stranger.tickets.close(ticket_id)


def test_tickets_come_newest_first_page_by_page(world: World) -> None:
    services = world.account()
    created = []
    for _ in range(5):
        created.append(services.tickets.create(uuid4(), QUESTION).id)
        world.pass_time(minutes=1)
    page = services.tickets.page(limit=3)
    rest = services.tickets.page(page.cursor, limit=3)
    assert [ticket.id for ticket in (*page.tickets, *rest.tickets)] == created[::-1]
    assert rest.cursor is None
