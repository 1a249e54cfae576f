"""Service tickets and messages."""

from supportplan_desktop.api import TicketMessageBody
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.server.queries import Id, ShortPart
from supportplan_desktop.server.routing import Area, Asked
from supportplan_desktop.services.interfaces import MessagePage, NewTicket, TicketPage

AREA = Area("correspondence")


@AREA.put("/tickets/{ticket_id}")
def create_ticket(asked: Asked, ticket_id: Id, body: NewTicket) -> ServiceTicket:
    """Create a ticket under an id of the caller."""
    return asked.services.tickets.create(ticket_id, body)


@AREA.get("/tickets")
def tickets(asked: Asked, part: ShortPart) -> TicketPage:
    """Tickets from the cursor on, newest first."""
    return asked.services.tickets.page(part.cursor, part.limit)


@AREA.get("/tickets/{ticket_id}")
def ticket(asked: Asked, ticket_id: Id) -> ServiceTicket:
    """One ticket."""
    return asked.services.tickets.get(ticket_id)


@AREA.post("/tickets/{ticket_id}/messages")
def answer_ticket(asked: Asked, ticket_id: Id, body: TicketMessageBody) -> ServiceTicket:
    """Add a message to an open ticket."""
    return asked.services.tickets.answer(ticket_id, body.id, body.text)


@AREA.post("/tickets/{ticket_id}/close")
def close_ticket(asked: Asked, ticket_id: Id) -> ServiceTicket:
    """Close a ticket."""
    return asked.services.tickets.close(ticket_id)


@AREA.get("/messages")
def messages(asked: Asked, part: ShortPart) -> MessagePage:
    """Messages from the cursor on, newest first."""
    return asked.services.messages.page(part.cursor, part.limit)


@AREA.post("/messages/read")
def mark_all_read(asked: Asked) -> None:
    """Mark every message as read."""
    asked.services.messages.mark_all_read()


@AREA.post("/messages/{message_id}/read")
def mark_read(asked: Asked, message_id: Id) -> None:
    """Mark one message as read."""
    asked.services.messages.mark_read(message_id)
