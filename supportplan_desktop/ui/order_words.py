"""The words and signs of orders: their kinds, their statuses, their printed lines (DOMAIN 1, 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportplan_desktop.domain.errors import TierUnknown
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.quotes import LineKind
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote

STATUS_SIGNS: dict[OrderStatus, tuple[str, str]] = {
    OrderStatus.PENDING_PAYMENT: ("warning", "clock"),
    OrderStatus.PENDING_APPROVAL: ("warning", "hourglass"),
    OrderStatus.PROCESSING: ("info", "processing"),
    OrderStatus.COMPLETED: ("success", "check_circle"),
    OrderStatus.CANCELED: ("neutral", "cross_circle"),
}
"""The tone and the icon of each status; the word always stands beside them."""


def plan_name(catalogue: ServiceCatalogue, tier: str, language: str) -> str:
    """A tier's name in a language; its code where the catalogue has it no more, for orders outlive catalogues."""
    try:
        return catalogue.tier(tier).name.within(language)
    except TierUnknown:
        return tier


def quoted_kind(quote: Quote) -> OrderKind:
    """What an order of that quote would be; its lines tell."""
    match quote.lines[0].kind:
        case LineKind.NEW_VALUE:
            return OrderKind.CHANGE
        case LineKind.PAID:
            return OrderKind.UNSUBSCRIPTION
        case _:
            return OrderKind.RENEWAL if quote.plan else OrderKind.NEW_PURCHASE


class OrderWords(QObject):
    """Says kinds, statuses and lines in the language of the moment."""

    def kind(self, kind: OrderKind) -> str:
        """As "New purchase"."""
        match kind:
            case OrderKind.NEW_PURCHASE:
                return self.tr("New purchase")
            case OrderKind.RENEWAL:
                return self.tr("Renewal")
            case OrderKind.CHANGE:
                return self.tr("Change")
            case OrderKind.UNSUBSCRIPTION:
                return self.tr("Unsubscription")

    def kind_of(self, kind: OrderKind, plan: str) -> str:
        """As "New purchase of Business"."""
        match kind:
            case OrderKind.NEW_PURCHASE:
                return self.tr("New purchase of {plan}").format(plan=plan)
            case OrderKind.RENEWAL:
                return self.tr("Renewal of {plan}").format(plan=plan)
            case OrderKind.CHANGE:
                return self.tr("Change to {plan}").format(plan=plan)
            case OrderKind.UNSUBSCRIPTION:
                return self.tr("Unsubscription of {plan}").format(plan=plan)

    def status(self, status: OrderStatus) -> str:
        """As "Pending payment"."""
        match status:
            case OrderStatus.PENDING_PAYMENT:
                return self.tr("Pending payment")
            case OrderStatus.PENDING_APPROVAL:
                return self.tr("Pending approval")
            case OrderStatus.PROCESSING:
                return self.tr("Processing")
            case OrderStatus.COMPLETED:
                return self.tr("Completed")
            case OrderStatus.CANCELED:
                return self.tr("Canceled")

    def reason(self, reason: UnsubscriptionReason) -> str:
        """Why somebody unsubscribes, as "testing finished" (DOMAIN 8)."""
        return {
            UnsubscriptionReason.WRONG_PARAMETERS: self.tr("wrong parameters chosen at purchase"),
            UnsubscriptionReason.SURPLUS: self.tr("surplus services after deployment"),
            UnsubscriptionReason.TESTING_FINISHED: self.tr("testing finished"),
            UnsubscriptionReason.HARD_TO_USE: self.tr("hard to use"),
            UnsubscriptionReason.NEEDS_NOT_MET: self.tr("does not meet deployment needs"),
            UnsubscriptionReason.FAULT_NOT_FIXED: self.tr("fault could not be fixed"),
            UnsubscriptionReason.OTHER: self.tr("other"),
        }[reason]

    def total(self, kind: OrderKind, *, is_refund: bool) -> str:
        """What the lines come to, as "Amount due"."""
        if is_refund and kind is OrderKind.CHANGE:
            return self.tr("Refund amount", "of a downgrade")
        if is_refund:
            return self.tr("Refund amount", "of an unsubscription")
        return self.tr("Supplementary fee") if kind is OrderKind.CHANGE else self.tr("Amount due")

    def line(self, kind: LineKind) -> str:
        """As "List price"."""
        return {
            LineKind.LIST_PRICE: self.tr("List price"),
            LineKind.DISCOUNT: self.tr("Discount"),
            LineKind.VAT: self.tr("VAT"),
            LineKind.NEW_VALUE: self.tr("New value"),
            LineKind.OLD_VALUE: self.tr("Old value"),
            LineKind.PAID: self.tr("Paid"),
            LineKind.CONSUMED: self.tr("Consumed amount"),
            LineKind.FEE: self.tr("Handling fee"),
            LineKind.NOT_REFUNDED: self.tr("Not refunded"),
        }[kind]
