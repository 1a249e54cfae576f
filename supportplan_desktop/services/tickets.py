"""Service tickets of the acting account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.errors import TicketConflict, TicketNotFound
from supportplan_desktop.domain.tickets import TEXT_LENGTH, ServiceTicket, TicketMessage, checked_text, new_ticket
from supportplan_desktop.services.acting import Deed, record
from supportplan_desktop.services.interfaces import TicketPage
from supportplan_desktop.services.own_plans import effective_plan

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import NewTicket
    from supportplan_desktop.services.ports import Work


class TicketService:
    """The tickets of the acting account; which may be created follows from its plan's service items."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def create(self, ticket_id: UUID, ticket: NewTicket) -> ServiceTicket:
        """Create a ticket under the id the caller made; sent again it is the same ticket (see `Tickets`)."""
        self._acting.require(Permission.TICKETS)
        at = self._parts.clock.now()
        account_id = self._acting.account_id
        with self._parts.store.change(self._acting.owner_id) as work:
            known = work.tickets.find(account_id, ticket_id)
            if known is not None:
                if (known.item, known.severity, known.subject, known.messages[0].text) != (
                    ticket.item,
                    ticket.severity,
                    ticket.subject.strip(),
                    ticket.description.strip(),
                ):
                    raise TicketConflict(ticket_id=ticket_id)
                return known
            description = TicketMessage(self._parts.entropy.uuid(), at, self._acting.by, ticket.description)
            created = new_ticket(
                ticket_id,
                account_id,
                self._parts.offer.catalogue,
                self._tier(work, at),
                ticket.item,
                ticket.severity,
                ticket.subject,
                description,
            )
            work.tickets.add(created)
            self._record(work, "ticket.create", created, "", at)
        return created

    def get(self, ticket_id: UUID) -> ServiceTicket:
        """One ticket; TicketNotFound."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return self._required(work, ticket_id)

    def page(self, cursor: str | None = None, limit: int = 50) -> TicketPage:
        """Tickets from the cursor on, newest first."""
        with self._parts.store.read(self._acting.owner_id) as work:
            tickets, following = work.tickets.page(self._acting.account_id, cursor, limit)
        return TicketPage(tuple(tickets), following)

    def answer(self, ticket_id: UUID, message_id: UUID, text: str) -> ServiceTicket:
        """Add a message to an open ticket; the same message id again adds nothing (see `Tickets`)."""
        self._acting.require(Permission.TICKETS)
        at = self._parts.clock.now()
        with self._parts.store.change(self._acting.owner_id) as work:
            ticket = self._required(work, ticket_id)
            if any(message.id == message_id for message in ticket.messages):
                return ticket
            message = TicketMessage(message_id, at, self._acting.by, checked_text("text", text, TEXT_LENGTH))
            answered = ticket.answered(message)
            work.tickets.save(answered)
            self._record(work, "ticket.answer", answered, ticket.status.value, at)
        return answered

    def close(self, ticket_id: UUID) -> ServiceTicket:
        """Close a ticket; closed already it stays so. TicketNotFound."""
        self._acting.require(Permission.TICKETS)
        at = self._parts.clock.now()
        with self._parts.store.change(self._acting.owner_id) as work:
            ticket = self._required(work, ticket_id)
            closed = ticket.closed()
            if closed != ticket:
                work.tickets.save(closed)
                self._record(work, "ticket.close", closed, ticket.status.value, at)
        return closed

    def _tier(self, work: Work, at: datetime) -> str:
        account = work.accounts.get(self._acting.account_id)
        return effective_plan(work, account, at, self._parts.offer).tier

    def _required(self, work: Work, ticket_id: UUID) -> ServiceTicket:
        ticket = work.tickets.find(self._acting.account_id, ticket_id)
        if ticket is None:
            raise TicketNotFound(ticket_id=ticket_id)
        return ticket

    def _record(self, work: Work, command: str, ticket: ServiceTicket, before: str, at: datetime) -> None:
        record(work, ticket.account_id, self._acting.by, at, Deed(command, str(ticket.id), before, ticket.status.value))
