"""Service tickets in the user's words: the catalogue's names, the promised response time, and what a plan includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.tickets import TicketStatus

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue, ServiceItem, Tier
    from supportplan_desktop.domain.tickets import ServiceTicket
    from supportplan_desktop.services.interfaces import PlanDetails
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

CHIPS = {TicketStatus.OPEN: ("info", "message"), TicketStatus.CLOSED: ("neutral", "check_circle")}
"""Tone and icon of a ticket's status."""


class TicketTexts(QObject):
    """Words for tickets. What the catalogue no longer has is shown by its code."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self._session, self._texts = session, texts

    def status(self, ticket: ServiceTicket) -> str:
        """Open or closed."""
        return self.tr("Open") if ticket.status is TicketStatus.OPEN else self.tr("Closed")

    def item(self, code: str) -> str:
        """The name of a service item."""
        names = {item.code: item.name.within(QLocale().name()) for item in self._session.catalogue.items}
        return names.get(code, code)

    def severity(self, code: str) -> str:
        """The name of a severity."""
        names = {
            severity.code: severity.name.within(QLocale().name()) for severity in self._session.catalogue.severities
        }
        return names.get(code, code)

    def about(self, ticket: ServiceTicket) -> str:
        """Item and severity on one line."""
        parts = [self.item(ticket.item)] + ([self.severity(ticket.severity)] if ticket.severity else [])
        return " · ".join(parts)

    def promise(self, tier: str, severity: str | None) -> str:
        """The response time a tier promises for a severity, empty where it promises none."""
        for item in self._session.catalogue.items:
            content = item.contents.get(tier)
            for response in content.responses if content else ():
                if response.severity == severity:
                    return response.within.within(QLocale().name())
        return ""

    def spoken(self, ticket: ServiceTicket) -> str:
        """A row in one sentence."""
        created = self._texts.minute(ticket.created_at)
        return f"{ticket.subject}, {self.status(ticket)}, {self.about(ticket)}, {created}"


def ticket_tier(plan: PlanDetails, catalogue: ServiceCatalogue) -> Tier:
    """The tier that decides which tickets may be created: a frozen plan leaves what Basic has."""
    return catalogue.free_tier if plan.state is PlanState.RETENTION else catalogue.tier(plan.tier)


def included_items(catalogue: ServiceCatalogue, tier: Tier) -> list[ServiceItem]:
    """The items the tier has tickets for."""
    return [item for item in catalogue.items if item.contents[tier.code].operation]


def missing_items(catalogue: ServiceCatalogue, tier: Tier) -> list[tuple[ServiceItem, Tier]]:
    """The items it has none for, each with the lowest tier above it that has them."""
    above = [higher for higher in catalogue.tiers if higher.rank > tier.rank]
    missing = []
    for item in catalogue.items:
        offered = [higher for higher in above if item.contents[higher.code].operation]
        if offered and not item.contents[tier.code].operation:
            missing.append((item, min(offered, key=lambda higher: higher.rank)))
    return missing
