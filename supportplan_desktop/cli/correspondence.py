"""`supportplan messages …` and `supportplan tickets …`: what the product tells, and what is asked of the vendor."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.paging import limit_of, page_options
from supportplan_desktop.cli.parsing import Parser, add_command, add_group, options
from supportplan_desktop.cli.reading import identifier
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.services.interfaces import MessagePage, NewTicket, TicketPage

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `messages` and `tickets`."""
    data, page, one = data_options(), page_options(), _one_ticket()
    messages = add_group(commands, "messages", "What the product tells the account")
    add_command(messages, "list", "Messages, newest first; codes of a local store too", over(_messages), page, data)
    tickets = add_group(commands, "tickets", "Service tickets")
    add_command(tickets, "list", "Tickets, newest first", over(_tickets), page, data)
    add_command(tickets, "show", "One ticket with all that was said", over(_show), one, data)
    create = add_command(tickets, "create", "Create a ticket", over(_create), data)
    create.add_argument("--item", required=True, help="code of the service item it is about")
    create.add_argument("--severity", help="how bad it is, for technical support")
    create.add_argument("--subject", required=True, metavar="TEXT", help="in a few words")
    create.add_argument("--description", required=True, metavar="TEXT", help="all there is to say")
    create.add_argument("--ticket-id", metavar="UUID", help="the ticket's id; sent again it is the same ticket")
    answer = add_command(tickets, "answer", "Add to a ticket", over(_answer), one, data)
    answer.add_argument("--text", required=True, help="what is to be added")
    answer.add_argument("--message-id", metavar="UUID", help="id of what is added; sent again it adds nothing")
    add_command(tickets, "close", "Close a ticket", over(_close), one, data)


def _one_ticket() -> Parser:
    parser = options()
    parser.add_argument("ticket", metavar="ID", help="id of the ticket")
    return parser


def _messages(services: Services, chosen: Namespace) -> Answer:
    return record(MessagePage, services.messages.page(chosen.cursor, limit_of(chosen)))


def _tickets(services: Services, chosen: Namespace) -> Answer:
    return record(TicketPage, services.tickets.page(chosen.cursor, limit_of(chosen)))


def _show(services: Services, chosen: Namespace) -> Answer:
    return _spelled(services.tickets.get(identifier(chosen.ticket, "ticket-id")))


def _create(services: Services, chosen: Namespace) -> Answer:
    ticket_id = uuid4() if chosen.ticket_id is None else identifier(chosen.ticket_id, "ticket-id")
    ticket = NewTicket(chosen.item, chosen.severity, chosen.subject, chosen.description)
    return _spelled(services.tickets.create(ticket_id, ticket))


def _answer(services: Services, chosen: Namespace) -> Answer:
    message_id = uuid4() if chosen.message_id is None else identifier(chosen.message_id, "message-id")
    return _spelled(services.tickets.answer(identifier(chosen.ticket, "ticket-id"), message_id, chosen.text))


def _close(services: Services, chosen: Namespace) -> Answer:
    return _spelled(services.tickets.close(identifier(chosen.ticket, "ticket-id")))


def _spelled(ticket: ServiceTicket) -> Answer:
    return record(ServiceTicket, ticket)
