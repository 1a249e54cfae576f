"""Orders and their payment (DOMAIN 4-6, 8-10; DESIGN 3).

Every command is one transaction and may be sent again: an order id is made by the caller, an order that is paid is
only returned. Before it, what time has made due is done. A refusal that must leave a trace (an attempt used up) is
raised after its transaction has been committed.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.errors import (
    CodeNotDelivered,
    OrderExpired,
    OrderNotFound,
    OrderTransitionRefused,
    Refusal,
)
from supportplan_desktop.domain.orders import CancelCause, Order, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, payment_posting, split_payment
from supportplan_desktop.domain.verification import judge
from supportplan_desktop.services.acting import Deed, funds_of, record
from supportplan_desktop.services.advancing import advance, advance_all, plan_ahead
from supportplan_desktop.services.bookkeeping import Books
from supportplan_desktop.services.carrying_out import carry_out, check_still_holds
from supportplan_desktop.services.ordering import OrderDesk
from supportplan_desktop.services.verification import VerificationDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Channel
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import (
        ChangeOrder,
        OrderPage,
        OrderQuery,
        OrderSummary,
        PurchaseOrder,
        RenewalOrder,
        UnsubscriptionOrder,
        VerificationStatus,
    )
    from supportplan_desktop.services.ports import Work

_EXPORT_PAGE = 500


class OrderService:
    """The orders of the acting account."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting
        self._desk = VerificationDesk(parts, acting)

    # Generating orders

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """Generate a purchase order under the id the caller made; sent again it is the same order (see `Orders`)."""
        at = self._now()
        with self._command() as books:
            return OrderDesk(books, self._acting, at).purchase(order_id, order)

    def change(self, order_id: UUID, order: ChangeOrder) -> Order:
        """Generate a change, which is then paid or takes effect at once (see `Orders`)."""
        at = self._now()
        with self._command() as books:
            return OrderDesk(books, self._acting, at).change(order_id, order)

    def renew(self, order_id: UUID, order: RenewalOrder) -> Order:
        """Generate a renewal, which is then paid (see `Orders`)."""
        at = self._now()
        with self._command() as books:
            return OrderDesk(books, self._acting, at).renew(order_id, order)

    def unsubscribe(self, order_id: UUID, order: UnsubscriptionOrder) -> Order:
        """Give the plan up at once; the refund is on its way (see `Orders`)."""
        at = self._now()
        with self._command() as books:
            return OrderDesk(books, self._acting, at).unsubscribe(order_id, order)

    # Looking

    def get(self, order_id: UUID) -> Order:
        """One order; OrderNotFound."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return self._required(work, order_id)

    def page(self, query: OrderQuery, cursor: str | None = None, limit: int = 100) -> OrderPage:
        """Orders that match, from the cursor on."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return work.orders.page(self._acting.account_id, query, cursor, limit)

    def every(self, query: OrderQuery) -> Iterator[OrderSummary]:
        """All orders that match, read in pages: for exports."""
        page = self.page(query, limit=_EXPORT_PAGE)
        yield from page.orders
        while page.cursor is not None:
            page = self.page(query, page.cursor, _EXPORT_PAGE)
            yield from page.orders

    def verification(self, order_id: UUID) -> VerificationStatus:
        """Where the identity verification of an order stands; OrderNotFound."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return self._desk.status(work, self._required(work, order_id))

    # Paying

    def cancel(self, order_id: UUID) -> Order:
        """Cancel a pending order; canceled already it stays so. OrderNotFound, OrderTransitionRefused."""
        at = self._now()
        with self._command() as books:
            order = self._required(books.work, order_id)
            if order.status is OrderStatus.CANCELED:
                return order
            return books.cancel(order, CancelCause.BY_USER, self._acting.by, at)

    def send_code(self, order_id: UUID, channel: Channel) -> VerificationStatus:
        """Send a new code for a pending order; the earlier ones stop counting (see `Orders`)."""
        at = self._now()
        with self._parts.store.change(self._acting.owner_id) as work:
            order = self._payable(work, order_id)
            challenge, letter = self._desk.new_code(work, order, channel, at)
            deed = Deed("verification.send", order.number, "", channel.value)
            record(work, order.account_id, self._acting.by, at, deed)
        try:
            self._parts.courier.send(letter)
        except CodeNotDelivered:
            with self._parts.store.change(self._acting.owner_id) as work:
                work.challenges.remove(challenge)
                deed = Deed("verification.not_delivered", order.number, channel.value, "")
                record(work, order.account_id, self._acting.by, at, deed)
            raise
        return self.verification(order_id)

    def pay(self, order_id: UUID, funds: FundsChoice, code: str) -> Order:
        """Pay a pending order and carry it out; an order that is paid already is only returned (see `Orders`)."""
        at = self._now()
        with self._command() as books:
            order = self._required(books.work, order_id)
            if order.status in {OrderStatus.PROCESSING, OrderStatus.COMPLETED} and not order.is_refund:
                return order
            order = self._payable(books.work, order_id)
            check_still_holds(books, order, at)
            available = funds_of(books.work, order.account_id, order.total.currency)
            split = split_payment(order.total, available, funds)
            refusal = self._judge(books.work, order, code, at)
            if refusal is None:
                order = self._carry_out(books, order, split, at)
        if refusal is not None:
            raise refusal
        return order

    def advance(self, to: datetime | None = None) -> int:
        """Do all that time has made due, never ahead of the clock; returns how many things (see `Orders`)."""
        now = self._parts.clock.now()
        return advance_all(self._parts, now if to is None else min(to, now))

    # Its own

    def _now(self) -> datetime:
        """The present instant, once all that was due until then is done; RoleNotAllowed for whoever may not pay."""
        self._acting.require(Permission.MONEY)
        at = self._parts.clock.now()
        advance(self._parts, self._acting.owner_id, self._acting.account_id, at)
        return at

    @contextmanager
    def _command(self) -> Iterator[Books]:
        """One transaction that changes orders or the plan; at its end the account's agenda is right again."""
        with self._parts.store.change(self._acting.owner_id) as work:
            yield Books(self._parts, work)
            plan_ahead(self._parts, work, self._acting.account_id)

    def _required(self, work: Work, order_id: UUID) -> Order:
        order = work.orders.find(self._acting.account_id, order_id)
        if order is None:
            raise OrderNotFound(order_id=order_id)
        return order

    def _payable(self, work: Work, order_id: UUID) -> Order:
        """The order, if it waits for its payment; OrderNotFound, OrderExpired, OrderTransitionRefused."""
        order = self._required(work, order_id)
        if order.status is OrderStatus.PENDING_PAYMENT:
            return order
        if order.events[-1].cause is CancelCause.DEADLINE:
            raise OrderExpired(number=order.number, deadline=order.pay_before)
        wanted = OrderStatus.PROCESSING.value
        raise OrderTransitionRefused(number=order.number, status=order.status.value, wanted=wanted)

    def _judge(self, work: Work, order: Order, code: str, at: datetime) -> Refusal | None:
        """What is wrong with the code, None where it is right; an attempt that was used up is kept."""
        newest = work.challenges.newest(order.id)
        key, policy = self._parts.vault.code_key(), self._parts.offer.policy.verification
        verdict = judge(newest, code, order.total, key, at, policy)
        if verdict.challenge is not None and verdict.challenge != newest:
            work.challenges.save_attempts(verdict.challenge)
            deed = Deed("verification.refuse", order.number, "", f"{verdict.challenge.attempts_left} left")
            record(work, order.account_id, self._acting.by, at, deed)
        return verdict.refusal

    def _carry_out(self, books: Books, order: Order, split: Split, at: datetime) -> Order:
        books.work.journal.post(payment_posting(order.account_id, order.id, split, at))
        term = carry_out(books, order, at)
        done = order.completed(split, term, at)
        books.work.orders.save(done)
        books.tell_completed(done, at)
        books.record("order.pay", done, order.status.value, self._acting.by, at)
        return done
