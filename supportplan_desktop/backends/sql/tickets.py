"""Service tickets in tables; what is said about one is append-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportplan_desktop.backends.sql.newest_first import newest_first
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import ticket_messages, tickets
from supportplan_desktop.domain.errors import TicketNotFound
from supportplan_desktop.domain.tickets import ServiceTicket, TicketMessage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class SqlTickets:
    """Tickets of the owner's accounts (see `TicketRecords`)."""

    scope: Scope

    def add(self, ticket: ServiceTicket) -> None:
        """Keep a new ticket with its messages."""
        self.scope.add_next(
            tickets,
            ticket.account_id,
            {
                "id": ticket.id,
                "item": ticket.item,
                "tier": ticket.tier,
                "severity": ticket.severity,
                "subject": ticket.subject,
                "status": ticket.status,
                "created_at": ticket.created_at,
            },
        )
        self._add_messages(ticket, 0)

    def save(self, ticket: ServiceTicket) -> None:
        """Keep a ticket's status and the messages it has gained; TicketNotFound."""
        if not self.scope.change(tickets, tickets.c.id == ticket.id, {"status": ticket.status}):
            raise TicketNotFound(ticket_id=ticket.id)
        of_ticket = ticket_messages.c.ticket_id == ticket.id
        self._add_messages(ticket, self.scope.last(ticket_messages, ticket_messages.c.position, of_ticket))

    def find(self, account_id: UUID, ticket_id: UUID) -> ServiceTicket | None:
        """One ticket of the account, None where there is none."""
        statement = self.scope.select(tickets, tickets.c.account_id == account_id, tickets.c.id == ticket_id)
        row = self.scope.first(statement)
        return None if row is None else self._ticket(row)

    def page(self, account_id: UUID, cursor: str | None, limit: int) -> tuple[Sequence[ServiceTicket], str | None]:
        """Tickets newest first from the opaque cursor on, and the next cursor; InvalidInput for a broken one."""
        rows, following = newest_first(self.scope, tickets, tickets.c.created_at, account_id, cursor, limit)
        return [self._ticket(row) for row in rows], following

    def _add_messages(self, ticket: ServiceTicket, known: int) -> None:
        gained = enumerate(ticket.messages[known:], start=known + 1)
        self.scope.add(
            ticket_messages,
            *(
                {
                    "ticket_id": ticket.id,
                    "position": position,
                    "id": message.id,
                    "at": message.at,
                    "by": message.by,
                    "text": message.text,
                }
                for position, message in gained
            ),
        )

    def _ticket(self, row: Row[Any]) -> ServiceTicket:
        said = self.scope.select(ticket_messages, ticket_messages.c.ticket_id == row.id)
        return ServiceTicket(
            id=row.id,
            account_id=row.account_id,
            item=row.item,
            tier=row.tier,
            severity=row.severity,
            subject=row.subject,
            status=row.status,
            created_at=row.created_at,
            messages=tuple(
                TicketMessage(message.id, message.at, message.by, message.text)
                for message in self.scope.all(said.order_by(ticket_messages.c.position))
            ),
        )
