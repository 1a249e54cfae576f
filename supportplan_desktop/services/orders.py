"""Orders and their payment (DOMAIN 4, 9, 10; DESIGN 3).

Every command is one transaction and may be sent again: an order id is made by the caller, an order that is paid is
only returned. A refusal that must leave a trace (an attempt used up, a deadline that passed) is raised after its
transaction has been committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import (
    AgreementNotAccepted,
    OpenOrderExists,
    OrderConflict,
    OrderExpired,
    OrderNotFound,
    OrderTransitionRefused,
    QuoteStale,
    Refusal,
)
from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.orders import (
    NUMBER_ALPHABET,
    NUMBER_TAIL,
    AgreementConsent,
    CancelCause,
    Order,
    OrderStatus,
    new_purchase,
    order_number,
)
from supportplan_desktop.domain.payments import FundsChoice, payment_posting, split_payment
from supportplan_desktop.domain.quotes import Quote, quote_purchase
from supportplan_desktop.domain.subscriptions import purchased
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.verification import judge
from supportplan_desktop.services.acting import SYSTEM, Deed, funds_of, record
from supportplan_desktop.services.plans import check_may_buy
from supportplan_desktop.services.verification import VerificationDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Channel
    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import (
        OrderPage,
        OrderQuery,
        OrderSummary,
        PurchaseOrder,
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

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """Generate a purchase order under the id the caller made; sent again it is the same order (see `Orders`)."""
        at = self._parts.clock.now()
        account_id = self._acting.account_id
        with self._parts.store.change(self._acting.owner_id) as work:
            known = work.orders.find(account_id, order_id)
            if known is not None:
                agreed = (order.tier, order.months, order.agreed_total)
                if (known.quote.tier, known.quote.months, known.total) != agreed:
                    raise OrderConflict(order_id=order_id, number=known.number)
                return known
            account = work.accounts.get(account_id)
            self._make_way(work, at)
            check_may_buy(work, account, at, self._parts.offer)
            quote = quote_purchase(self._parts.offer.catalogue, order.tier, order.months, at)
            self._check_agreed(order, quote)
            generated = new_purchase(
                order_id,
                self._free_number(work, at),
                account_id,
                quote,
                AgreementConsent(order.agreement_version, order.agreement_sha256, at, self._acting.by),
                at + self._parts.offer.policy.payment_deadline,
            )
            work.orders.add(generated)
            work.consents.add(account_id, order_id, generated.consent)
            self._tell(work, generated, MessageKind.ORDER_GENERATED, at, generated.pay_before)
            self._record(work, "order.purchase", generated, "", self._acting.by, at)
        return generated

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

    def cancel(self, order_id: UUID) -> Order:
        """Cancel a pending order; canceled already it stays so. OrderNotFound, OrderTransitionRefused."""
        at = self._parts.clock.now()
        with self._parts.store.change(self._acting.owner_id) as work:
            order = self._required(work, order_id)
            if order.status is OrderStatus.CANCELED:
                return order
            if order.is_overdue(at):
                return self._lapse(work, order, at)
            return self._cancel(work, order, CancelCause.BY_USER, self._acting.by, at)

    def verification(self, order_id: UUID) -> VerificationStatus:
        """Where the identity verification of an order stands; OrderNotFound."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return self._desk.status(work, self._required(work, order_id))

    def send_code(self, order_id: UUID, channel: Channel) -> VerificationStatus:
        """Send a new code for a pending order; the earlier ones stop counting (see `Orders`)."""
        at = self._parts.clock.now()
        with self._parts.store.change(self._acting.owner_id) as work:
            order = self._required(work, order_id)
            refusal = self._unpayable(work, order, at)
            letter = None if refusal else self._desk.new_code(work, order, channel, at)
            if letter is not None:
                deed = Deed("verification.send", order.number, "", channel.value)
                record(work, order.account_id, self._acting.by, at, deed)
        if refusal:
            raise refusal
        if letter is not None:
            self._parts.courier.send(letter)
        return self.verification(order_id)

    def pay(self, order_id: UUID, funds: FundsChoice, code: str) -> Order:
        """Pay a pending order and carry it out; an order that is paid already is only returned (see `Orders`)."""
        at = self._parts.clock.now()
        with self._parts.store.change(self._acting.owner_id) as work:
            order = self._required(work, order_id)
            if order.status in {OrderStatus.PROCESSING, OrderStatus.COMPLETED}:
                return order
            refusal = self._unpayable(work, order, at)
            if refusal is None:
                check_may_buy(work, work.accounts.get(order.account_id), at, self._parts.offer)
                available = funds_of(work, order.account_id, order.total.currency)
                split = split_payment(order.total, available, funds)
                newest = work.challenges.newest(order.id)
                verdict = judge(
                    newest, code, order.total, self._parts.vault.code_key(), at, self._parts.offer.policy.verification
                )
                refusal = verdict.refusal
                if verdict.challenge is not None and verdict.challenge != newest:
                    work.challenges.save_attempts(verdict.challenge)
                    record(
                        work,
                        order.account_id,
                        self._acting.by,
                        at,
                        Deed("verification.refuse", order.number, "", f"{verdict.challenge.attempts_left} left"),
                    )
            if refusal is None:
                term = purchase_term(at, order.quote.months, self._parts.offer.catalogue.site_zone)
                work.journal.post(payment_posting(order.account_id, order.id, split, at))
                work.subscriptions.add(purchased(order.account_id, order.id, order.quote.tier, order.total, term))
                before = order.status
                order = order.completed(split, term, at)
                work.orders.save(order)
                self._tell(work, order, MessageKind.ORDER_COMPLETED, at, term.end)
                self._record(work, "order.pay", order, before.value, self._acting.by, at)
        if refusal is not None:
            raise refusal
        return order

    def advance(self) -> int:
        """Cancel every order whose payment deadline has passed; returns how many. Idempotent."""
        at = self._parts.clock.now()
        changed = 0
        for owner_id in self._parts.store.owners():
            with self._parts.store.read(owner_id) as work:
                is_due = bool(work.orders.overdue(at))
            if not is_due:
                continue  # nothing to write, so nobody has to wait for the lock
            with self._parts.store.change(owner_id) as work:
                for order in work.orders.overdue(at):
                    self._lapse(work, order, at)
                    changed += 1
        return changed

    def _required(self, work: Work, order_id: UUID) -> Order:
        order = work.orders.find(self._acting.account_id, order_id)
        if order is None:
            raise OrderNotFound(order_id=order_id)
        return order

    def _make_way(self, work: Work, at: datetime) -> None:
        """One open order per plan; one whose deadline has passed no longer counts (DOMAIN 9)."""
        pending = work.orders.open_order(self._acting.account_id)
        if pending is None:
            return
        if not pending.is_overdue(at):
            raise OpenOrderExists(order_id=pending.id, number=pending.number, status=pending.status.value)
        self._lapse(work, pending, at)

    def _check_agreed(self, order: PurchaseOrder, quote: Quote) -> None:
        agreement = self._parts.offer.agreements[-1]
        if (order.agreement_version, order.agreement_sha256) != (agreement.version, agreement.sha256):
            raise AgreementNotAccepted(version=agreement.version, accepted=order.agreement_version or None)
        if order.agreed_total != quote.total:
            raise QuoteStale(agreed=order.agreed_total, current=quote.total, cause="catalogue")

    def _free_number(self, work: Work, at: datetime) -> str:
        zone = self._parts.offer.catalogue.site_zone
        while True:
            number = order_number(at, zone, self._parts.entropy.letters(NUMBER_TAIL, NUMBER_ALPHABET))
            if not work.orders.number_taken(number):
                return number

    def _unpayable(self, work: Work, order: Order, at: datetime) -> Refusal | None:
        """Why a payment cannot go on, None where it can; an order past its deadline is canceled here."""
        if order.is_overdue(at):
            order = self._lapse(work, order, at)
        if order.status is OrderStatus.PENDING_PAYMENT:
            return None
        if order.events[-1].cause is CancelCause.DEADLINE:
            return OrderExpired(number=order.number, deadline=order.pay_before)
        return OrderTransitionRefused(
            number=order.number, status=order.status.value, wanted=OrderStatus.PROCESSING.value
        )

    def _lapse(self, work: Work, order: Order, at: datetime) -> Order:
        return self._cancel(work, order, CancelCause.DEADLINE, SYSTEM, at)

    def _cancel(self, work: Work, order: Order, cause: CancelCause, by: str, at: datetime) -> Order:
        canceled = order.moved(OrderStatus.CANCELED, at, cause)
        work.orders.save(canceled)
        passed = cause is CancelCause.DEADLINE
        kind = MessageKind.ORDER_DEADLINE_PASSED if passed else MessageKind.ORDER_CANCELED
        self._tell(work, canceled, kind, at, canceled.pay_before if passed else None)
        self._record(work, "order.cancel", canceled, order.status.value, by, at, cause.value)
        return canceled

    def _tell(self, work: Work, order: Order, kind: MessageKind, at: datetime, until: datetime | None) -> None:
        work.messages.add(
            Message(
                id=self._parts.entropy.uuid(),
                account_id=order.account_id,
                at=at,
                kind=kind,
                order_id=order.id,
                order_number=order.number,
                tier=order.quote.tier,
                amount=order.total,
                until=until,
            )
        )

    def _record(
        self, work: Work, command: str, order: Order, before: str, by: str, at: datetime, reason: str = ""
    ) -> None:
        after = f"{order.status.value} {order.total}"
        record(work, order.account_id, by, at, Deed(command, order.number, before, after, reason))
