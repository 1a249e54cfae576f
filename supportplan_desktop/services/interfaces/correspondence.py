"""What the product tells an account, and what an account asks of the vendor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from supportplan_desktop.domain.messages import Message
from supportplan_desktop.domain.tickets import ServiceTicket

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Some messages, newest first; `cursor` asks for older ones, None at the end."""

    messages: tuple[Message, ...]
    cursor: str | None
    unread: int


class Messages(Protocol):
    """What the product told the account."""

    def page(self, cursor: str | None = None, limit: int = 50) -> MessagePage:
        """Messages from the cursor on, newest first."""

    def newest_code(self, order_id: UUID) -> Message | None:
        """The newest verification code of an order that arrived here, None where there is none."""

    def mark_read(self, message_id: UUID) -> None:
        """Mark a message as read; marked already, or unknown, nothing happens."""

    def mark_all_read(self) -> None:
        """Mark every message as read."""


@dataclass(frozen=True, slots=True)
class NewTicket:
    """What the user asks for: the service item, the severity where the item has one, and both texts."""

    item: str
    severity: str | None
    subject: str
    description: str


@dataclass(frozen=True, slots=True)
class TicketPage:
    """Some tickets, newest first; `cursor` asks for older ones, None at the end."""

    tickets: tuple[ServiceTicket, ...]
    cursor: str | None


class Tickets(Protocol):
    """Service tickets. Every command may be sent again with the same outcome."""

    def create(self, ticket_id: UUID, ticket: NewTicket) -> ServiceTicket:
        """Create a ticket under the id the caller made; sent again it is the same ticket.

        Refuses with TicketNotIncluded, TicketSeverityNotIncluded, TicketConflict, InvalidInput.
        """

    def get(self, ticket_id: UUID) -> ServiceTicket:
        """One ticket; TicketNotFound."""

    def page(self, cursor: str | None = None, limit: int = 50) -> TicketPage:
        """Tickets from the cursor on, newest first."""

    def answer(self, ticket_id: UUID, message_id: UUID, text: str) -> ServiceTicket:
        """Add a message to an open ticket; the same message id again adds nothing.

        Refuses with TicketNotFound, TicketClosed, InvalidInput.
        """

    def close(self, ticket_id: UUID) -> ServiceTicket:
        """Close a ticket; closed already it stays so. TicketNotFound."""
