"""Orders and their payment: what is asked for, what a list shows, and the promises of the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind, OrderStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import FundsChoice
    from supportplan_desktop.services.interfaces.ordering import (
        ChangeOrder,
        PurchaseOrder,
        RenewalOrder,
        UnsubscriptionOrder,
    )


@dataclass(frozen=True, slots=True)
class OrderSummary:
    """An order as a row of a list."""

    id: UUID
    number: str
    kind: OrderKind
    tier: str
    status: OrderStatus
    created_at: datetime
    pay_before: datetime
    total: Money


class OrderSort(StrEnum):
    """What a list of orders can be sorted by."""

    CREATED = "created"
    NUMBER = "number"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """Which orders, in what order: `text` is part of a number, empty sets mean all, `since` <= created < `until`."""

    text: str = ""
    kinds: frozenset[OrderKind] = frozenset()
    statuses: frozenset[OrderStatus] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    sort: OrderSort = OrderSort.CREATED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Some orders; `cursor` asks for the ones after them, None at the end. `count` is all that match the query."""

    orders: tuple[OrderSummary, ...]
    cursor: str | None
    count: int


@dataclass(frozen=True, slots=True)
class VerificationStatus:
    """Where the identity verification of an order stands, at the instant `at`.

    `sent_to` (masked), `channel`, `attempts_left` and `expires_in` (seconds, 0 when expired) are of the newest code,
    None before the first. `resend_in` is in seconds, 0 where a code may be sent now. `arrives_in_messages` says that
    codes never leave this computer.
    """

    at: datetime
    channels: tuple[tuple[Channel, str], ...]
    channel: Channel | None
    sent_to: str | None
    attempts_left: int | None
    expires_in: int | None
    resend_in: int
    sends_left: int
    arrives_in_messages: bool


class Orders(Protocol):
    """Orders and their payment. Every command may be sent again with the same outcome."""

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """Generate a purchase order under the id the caller made; sent again it is the same order.

        Refuses with PlanAlreadyPaid, PlanManagedByMaster, OpenOrderExists, AgreementNotAccepted, QuoteStale,
        OrderConflict and what a quote refuses.
        """

    def change(self, order_id: UUID, order: ChangeOrder) -> Order:
        """Generate a change: one that costs something is then paid, every other one takes effect at once.

        Refuses with OpenOrderExists, AgreementNotAccepted, QuoteStale, OrderConflict and what a quote refuses.
        """

    def renew(self, order_id: UUID, order: RenewalOrder) -> Order:
        """Generate a renewal, which is then paid.

        Refuses with OpenOrderExists, QuoteStale, OrderConflict and what a quote refuses.
        """

    def unsubscribe(self, order_id: UUID, order: UnsubscriptionOrder) -> Order:
        """Give the plan up at once; the refund is on its way.

        Refuses with OpenOrderExists, RefundNotConfirmed, UnsubscriptionReasonMissing, InvalidInput, QuoteStale,
        OrderConflict and what a quote refuses.
        """

    def get(self, order_id: UUID) -> Order:
        """One order; OrderNotFound."""

    def page(self, query: OrderQuery, cursor: str | None = None, limit: int = 100) -> OrderPage:
        """Orders that match, from the cursor on."""

    def every(self, query: OrderQuery) -> Iterator[OrderSummary]:
        """All orders that match, read in pages: for exports."""

    def cancel(self, order_id: UUID) -> Order:
        """Cancel a pending order; canceled already it stays so. OrderNotFound, OrderTransitionRefused."""

    def verification(self, order_id: UUID) -> VerificationStatus:
        """Where the identity verification of an order stands; OrderNotFound."""

    def send_code(self, order_id: UUID, channel: Channel) -> VerificationStatus:
        """Send a new code for a pending order; the earlier ones stop counting.

        Refuses with VerificationTooSoon, VerificationDailyLimit, ChannelUnavailable, OrderExpired, OrderNotFound,
        OrderTransitionRefused.
        """

    def pay(self, order_id: UUID, funds: FundsChoice, code: str) -> Order:
        """Pay a pending order and carry it out; an order that is paid already is only returned.

        Refuses with NoFundsChosen, FundsInsufficient, the Verification refusals, OrderExpired, PlanAlreadyPaid,
        PlanNotPaid, QuoteStale, OrderNotFound, OrderTransitionRefused. After a refusal nothing has moved and the order
        is as payable as before.
        """

    def advance(self, to: datetime | None = None) -> int:
        """Do all that time has made due up to that instant, the present one by default; returns how many things.

        Deadlines, refund steps, auto-renewals, reminders, expiry. Idempotent, and never ahead of the clock.
        """
