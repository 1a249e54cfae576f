"""Orders: their number, their states and the only ways between them (DOMAIN 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.errors import OrderTransitionRefused
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.domain.terms import Term
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.money import Money

NUMBER_TAIL = 5
NUMBER_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class OrderKind(StrEnum):
    """What an order does to the plan."""

    NEW_PURCHASE = "new_purchase"
    RENEWAL = "renewal"
    CHANGE = "change"
    UNSUBSCRIPTION = "unsubscription"


class OrderStatus(StrEnum):
    """Where an order is."""

    PENDING_PAYMENT = "pending_payment"
    PENDING_APPROVAL = "pending_approval"
    PROCESSING = "processing"
    COMPLETED = "completed"
    CANCELED = "canceled"


class CancelCause(StrEnum):
    """Why an order was canceled: by the user or at the payment deadline."""

    BY_USER = "by_user"
    DEADLINE = "deadline"


_NEXT: dict[OrderStatus, frozenset[OrderStatus]] = {
    OrderStatus.PENDING_PAYMENT: frozenset({OrderStatus.PROCESSING, OrderStatus.CANCELED}),
    OrderStatus.PENDING_APPROVAL: frozenset({OrderStatus.PROCESSING}),
    OrderStatus.PROCESSING: frozenset({OrderStatus.COMPLETED}),
    OrderStatus.COMPLETED: frozenset(),
    OrderStatus.CANCELED: frozenset(),
}

OPEN_STATUSES = frozenset({OrderStatus.PENDING_PAYMENT})
"""What blocks a plan: an order that can be paid or canceled. Refunds on their way ask for neither (DOMAIN 9)."""

REFUND_STATUSES = frozenset({OrderStatus.PENDING_APPROVAL, OrderStatus.PROCESSING})
"""A refund on its way."""


@dataclass(frozen=True, slots=True)
class AgreementConsent:
    """Which text of the agreement was accepted, when and by whom."""

    version: str
    sha256: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """A step of an order's history: the status it came to, when, and why where it was canceled."""

    status: OrderStatus
    at: datetime
    cause: CancelCause | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order with everything that was agreed: the quote is frozen, the history only grows.

    A total below zero comes back: then `pay_before` is when the refund is due and `split` how it goes back. Otherwise
    `split` is how the order was paid and `term` the term it gave or changed; both are None until then. `consent` is
    None where no agreement is asked for; `reason` and `note` are of unsubscriptions.
    """

    id: UUID
    number: str
    account_id: UUID
    kind: OrderKind
    status: OrderStatus
    quote: Quote
    consent: AgreementConsent | None
    created_at: datetime
    pay_before: datetime
    events: tuple[OrderEvent, ...]
    split: Split | None = None
    term: Term | None = None
    reason: UnsubscriptionReason | None = None
    note: str = ""

    @property
    def total(self) -> Money:
        """The amount due, frozen when the order was generated."""
        return self.quote.total

    @property
    def is_open(self) -> bool:
        """Whether it still blocks the plan: one open order per plan."""
        return self.status in OPEN_STATUSES

    @property
    def is_refund(self) -> bool:
        """Whether it is approved rather than paid: a downgrade or an unsubscription."""
        return self.events[0].status is OrderStatus.PENDING_APPROVAL

    def is_overdue(self, at: datetime) -> bool:
        """Whether the payment deadline has passed; at the deadline itself it has."""
        return self.status is OrderStatus.PENDING_PAYMENT and at >= self.pay_before

    def moved(self, to: OrderStatus, at: datetime, cause: CancelCause | None = None) -> Order:
        """The order one step further; OrderTransitionRefused for every step DOMAIN 9 does not name."""
        if to not in _NEXT[self.status]:
            raise OrderTransitionRefused(number=self.number, status=self.status.value, wanted=to.value)
        return replace(self, status=to, events=(*self.events, OrderEvent(to, at, cause)))

    def completed(self, split: Split, term: Term | None, at: datetime) -> Order:
        """The order paid with that split, or paid out, and carried out: processing, then completed."""
        done = self.moved(OrderStatus.PROCESSING, at).moved(OrderStatus.COMPLETED, at)
        return replace(done, split=split, term=term)


def order_number(created: datetime, zone: ZoneInfo, tail: str) -> str:
    """`CS` + yyMMddHHmm in site time + five characters A-Z0-9 (DOMAIN 9)."""
    if len(tail) != NUMBER_TAIL or set(tail) - set(NUMBER_ALPHABET):
        raise ValueError(f"five characters of A-Z0-9 are expected, not {tail!r}")
    return f"CS{created.astimezone(zone):%y%m%d%H%M}{tail}"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What an order is generated from: its kind, the quote that was agreed to, and what was accepted or given."""

    kind: OrderKind
    quote: Quote
    consent: AgreementConsent | None = None
    reason: UnsubscriptionReason | None = None
    note: str = ""


def generated(order_id: UUID, number: str, account_id: UUID, agreed: Agreed, pay_before: datetime) -> Order:
    """An order as it is generated, at the instant of its quote: pending payment, or pending approval of a refund."""
    is_refund = agreed.kind is OrderKind.UNSUBSCRIPTION or not agreed.quote.total.amount > 0
    status = OrderStatus.PENDING_APPROVAL if is_refund else OrderStatus.PENDING_PAYMENT
    return Order(
        id=order_id,
        number=number,
        account_id=account_id,
        kind=agreed.kind,
        status=status,
        quote=agreed.quote,
        consent=agreed.consent,
        created_at=agreed.quote.at,
        pay_before=pay_before,
        events=(OrderEvent(status, agreed.quote.at),),
        reason=agreed.reason,
        note=agreed.note,
    )
