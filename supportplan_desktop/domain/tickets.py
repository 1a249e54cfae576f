"""Service tickets: what was asked, how bad it is, and what was said since (DOMAIN 1; severities of the catalogue)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.errors import InvalidInput, TicketClosed, TicketNotIncluded, TicketSeverityNotIncluded

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue

SUBJECT_LENGTH = 120
TEXT_LENGTH = 5000


class TicketStatus(StrEnum):
    """Whether anything more is expected."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TicketMessage:
    """Something said about a ticket."""

    id: UUID
    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class ServiceTicket:
    """A ticket under one service item; `tier` is the plan it was created on, which decides the response time.

    `severity` is None for items that are not about faults. The first message is the description.
    """

    id: UUID
    account_id: UUID
    item: str
    tier: str
    severity: str | None
    subject: str
    status: TicketStatus
    created_at: datetime
    messages: tuple[TicketMessage, ...]

    def answered(self, message: TicketMessage) -> ServiceTicket:
        """The ticket with one message more; TicketClosed once it is closed."""
        if self.status is TicketStatus.CLOSED:
            raise TicketClosed(ticket_id=self.id)
        return replace(self, messages=(*self.messages, message))

    def closed(self) -> ServiceTicket:
        """The ticket closed; closed already it stays so."""
        return replace(self, status=TicketStatus.CLOSED)


def severities_of(catalogue: ServiceCatalogue, tier: str) -> tuple[str, ...]:
    """The severities the tier promises a response time for, mildest first; empty where it promises none."""
    for item in catalogue.items:
        if responses := item.contents[tier].responses:
            return tuple(response.severity for response in responses)
    return ()


def offers_severity(catalogue: ServiceCatalogue, item: str, tier: str) -> bool:
    """Whether a ticket of this item is about a fault, so that it has a severity: technical support on that tier."""
    return item == "technical_support" and bool(severities_of(catalogue, tier))


def new_ticket(
    ticket_id: UUID,
    account_id: UUID,
    catalogue: ServiceCatalogue,
    tier: str,
    item: str,
    severity: str | None,
    subject: str,
    description: TicketMessage,
) -> ServiceTicket:
    """A ticket as it is created.

    TicketNotIncluded where the tier has no tickets for the item, TicketSeverityNotIncluded for a severity the tier
    has no response time for, InvalidInput for an empty or overlong text.
    """
    content = next((known.contents[tier] for known in catalogue.items if known.code == item), None)
    if content is None or not content.operation:
        raise TicketNotIncluded(item=item, tier=tier)
    offered = severities_of(catalogue, tier) if offers_severity(catalogue, item, tier) else ()
    if (severity is None) != (not offered) or (severity is not None and severity not in offered):
        raise TicketSeverityNotIncluded(severity=severity, offered=offered)
    return ServiceTicket(
        id=ticket_id,
        account_id=account_id,
        item=item,
        tier=tier,
        severity=severity,
        subject=checked_text("subject", subject, SUBJECT_LENGTH),
        status=TicketStatus.OPEN,
        created_at=description.at,
        messages=(replace(description, text=checked_text("description", description.text, TEXT_LENGTH)),),
    )


def checked_text(field: str, text: str, longest: int) -> str:
    """The text without the space around it; InvalidInput where nothing or too much is left."""
    stripped = text.strip()
    if not stripped or len(stripped) > longest:
        raise InvalidInput(field=field, value=stripped[:longest], longest=longest)
    return stripped
