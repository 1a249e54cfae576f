"""Generating orders: what may be ordered, at which amount, and what follows at once (DOMAIN 4-6, 8, 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import (
    AgreementNotAccepted,
    OpenOrderExists,
    OrderConflict,
    QuoteStale,
    RefundNotConfirmed,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import Agreed, AgreementConsent, Order, OrderKind, OrderStatus, generated
from supportplan_desktop.domain.quotes import quote_purchase, quote_renewal
from supportplan_desktop.domain.terms import end_of_day, site_date
from supportplan_desktop.domain.unsubscribing import checked_note
from supportplan_desktop.services.acting import Acting
from supportplan_desktop.services.bookkeeping import Books
from supportplan_desktop.services.carrying_out import carry_out
from supportplan_desktop.services.own_plans import (
    active_plan,
    changed_quote,
    check_may_buy,
    renewable_plan,
    unsubscription_quote,
)

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.services.interfaces import (
        ChangeOrder,
        PurchaseOrder,
        QuoteBasis,
        RenewalOrder,
        UnsubscriptionOrder,
    )


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """Takes the acting account's orders at one instant, within one transaction."""

    books: Books
    acting: Acting
    at: datetime

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """A purchase, pending payment (see `Orders`)."""
        known = self._known(order_id, (OrderKind.NEW_PURCHASE, order.tier, order.months, order.agreed_total))
        if known is not None:
            return known
        self._check_way()
        account, offer = self.books.work.accounts.get(self.acting.account_id), self.books.parts.offer
        check_may_buy(self.books.work, account, self.at, offer)
        quote = quote_purchase(offer.catalogue, order.tier, order.months, self.at)
        consent = self._consent(order.agreement_version, order.agreement_sha256)
        self._check_agreed(order.agreed_total, order.basis, quote)
        deadline = self.at + offer.policy.payment_deadline
        return self._generate(order_id, Agreed(OrderKind.NEW_PURCHASE, quote, consent), deadline)

    def change(self, order_id: UUID, order: ChangeOrder) -> Order:
        """A change: pending payment, or at once in effect with its refund on its way (see `Orders`)."""
        known = self._known(order_id, (OrderKind.CHANGE, order.tier, None, order.agreed_total))
        if known is not None:
            return known
        account, offer = self.books.work.accounts.get(self.acting.account_id), self.books.parts.offer
        subscription = active_plan(self.books.work, account, self.at, offer)
        self._check_way()
        quote = changed_quote(offer, subscription, order.tier, self.at)
        consent = self._consent(order.agreement_version, order.agreement_sha256)
        self._check_agreed(order.agreed_total, order.basis, quote)
        agreed = Agreed(OrderKind.CHANGE, quote, consent)
        if quote.total.amount > 0:
            zone = offer.catalogue.site_zone
            return self._generate(order_id, agreed, end_of_day(site_date(self.at, zone), zone))
        return self._refund(order_id, agreed, self.books.refund_split(subscription, -quote.total))

    def renew(self, order_id: UUID, order: RenewalOrder) -> Order:
        """A renewal, pending payment (see `Orders`)."""
        known = self._known(order_id, (OrderKind.RENEWAL, None, order.months, order.agreed_total))
        if known is not None:
            return known
        account, offer = self.books.work.accounts.get(self.acting.account_id), self.books.parts.offer
        subscription = renewable_plan(self.books.work, account, self.at, offer)
        self._check_way()
        quote = quote_renewal(offer.catalogue, subscription, order.months, self.at)
        self._check_agreed(order.agreed_total, order.basis, quote)
        deadline = self.at + offer.policy.payment_deadline
        return self._generate(order_id, Agreed(OrderKind.RENEWAL, quote), deadline)

    def unsubscribe(self, order_id: UUID, order: UnsubscriptionOrder) -> Order:
        """The end of the plan, at once, with its refund on its way (see `Orders`)."""
        known = self._known(order_id, (OrderKind.UNSUBSCRIPTION, None, None, order.agreed_total))
        if known is not None:
            if (known.reason, known.note) != (order.reason, order.note.strip()):
                raise OrderConflict(order_id=order_id, number=known.number)
            return known
        work, offer = self.books.work, self.books.parts.offer
        account = work.accounts.get(self.acting.account_id)
        subscription = active_plan(work, account, self.at, offer)
        self._check_way()
        note = checked_note(order.reason, order.note)
        if not order.is_confirmed:
            raise RefundNotConfirmed
        quote = unsubscription_quote(work, offer, subscription, self.at)
        self._check_agreed(order.agreed_total, order.basis, quote)
        agreed = Agreed(OrderKind.UNSUBSCRIPTION, quote, reason=order.reason, note=note)
        return self._refund(order_id, agreed, self.books.refund_split(subscription, -quote.total))

    def _known(self, order_id: UUID, wanted: tuple[OrderKind, str | None, int | None, Money]) -> Order | None:
        """The order that was generated under this id before, None where there is none; OrderConflict for another."""
        orders = self.books.work.orders
        known = orders.find(self.acting.account_id, order_id)
        if known is None:
            others = orders.number_of(order_id)
            if others is not None:
                raise OrderConflict(order_id=order_id, number=others)
            return None
        kind, tier, months, agreed = wanted
        same_tier = tier is None or known.quote.tier == tier
        same_months = months is None or known.quote.months == months
        if (known.kind, known.total) != (kind, agreed) or not (same_tier and same_months):
            raise OrderConflict(order_id=order_id, number=known.number)
        return known

    def _check_way(self) -> None:
        """One open order per plan (DOMAIN 9)."""
        pending = self.books.work.orders.open_order(self.acting.account_id)
        if pending is not None:
            raise OpenOrderExists(order_id=pending.id, number=pending.number, status=pending.status.value)

    def _consent(self, version: str, sha256: str) -> AgreementConsent:
        agreement = self.books.parts.offer.agreements[-1]
        if (version, sha256) != (agreement.version, agreement.sha256):
            raise AgreementNotAccepted(version=agreement.version, accepted=version or None)
        return AgreementConsent(version, sha256, self.at, self.acting.by)

    def _check_agreed(self, agreed: Money, basis: QuoteBasis | None, quote: Quote) -> None:
        """QuoteStale where the amount no longer holds, or holds for another plan than was shown (DESIGN 3)."""
        has_other_plan = basis is not None and basis.plan != quote.plan
        if agreed != quote.total or has_other_plan:
            raise QuoteStale(agreed=agreed, current=quote.total, cause=self._cause(basis, quote))

    def _cause(self, basis: QuoteBasis | None, quote: Quote) -> str:
        """What made the amount another one: prices, the plan or time; what a plan's end brings back has no prices."""
        zone = self.books.parts.offer.catalogue.site_zone
        has_prices = not quote.rows or quote.rows[0].carried is not None
        if basis is None or (has_prices and basis.catalogue_version != quote.catalogue_version):
            return "catalogue"
        if basis.plan != quote.plan:
            return "plan"
        is_of_today = site_date(basis.at, zone) == site_date(quote.at, zone)
        return "catalogue" if has_prices and is_of_today else "day"

    def _generate(self, order_id: UUID, agreed: Agreed, pay_before: datetime) -> Order:
        number = self.books.free_number(self.at)
        order = generated(order_id, number, self.acting.account_id, agreed, pay_before)
        self._keep(order)
        self.books.tell(order, MessageKind.ORDER_GENERATED, self.at, order.pay_before)
        return order

    def _refund(self, order_id: UUID, agreed: Agreed, split: Split) -> Order:
        """The order carried out at once; an amount of zero has no way to go and is completed with it."""
        due = self.at + self.books.parts.offer.policy.refund.completed_after
        number = self.books.free_number(self.at)
        order = generated(order_id, number, self.acting.account_id, agreed, due)
        order = replace(order, split=split, term=agreed.quote.term)
        self._keep(order)
        carry_out(self.books, order, self.at)
        if not order.total:
            order = order.moved(OrderStatus.PROCESSING, self.at).moved(OrderStatus.COMPLETED, self.at)
            self.books.work.orders.save(order)
            self.books.tell_completed(order, self.at)
        else:
            self.books.tell(order, MessageKind.REFUND_SUBMITTED, self.at, due)
        return order

    def _keep(self, order: Order) -> None:
        work = self.books.work
        work.orders.add(order)
        if order.consent is not None:
            work.consents.add(order.account_id, order.id, order.consent)
        reason = order.reason.value if order.reason else ""
        self.books.record(f"order.{order.kind.value}", order, "", self.acting.by, self.at, reason)
