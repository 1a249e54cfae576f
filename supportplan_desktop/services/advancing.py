"""Does what time has made due, at the instant it was due (DOMAIN 6-9).

Run at the start, on a timer and after sleep, and before every command of an account: so a command always finds the
account as it is at its instant, and history is the same however late or often anybody looks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.auto_renewal import AutoRenewal, next_attempt
from supportplan_desktop.domain.errors import Refusal, StoreUnavailable
from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.orders import Agreed, Order, OrderKind, OrderStatus, generated
from supportplan_desktop.domain.organization import Association, AssociationStatus
from supportplan_desktop.domain.payments import Ledger, Split, payment_posting, refund_posting
from supportplan_desktop.domain.quotes import Quote, quote_renewal
from supportplan_desktop.domain.schedule import Due, DueKind, Notice, due_of_order, notices
from supportplan_desktop.domain.subscriptions import Standing, Subscription, standing
from supportplan_desktop.services.acting import SYSTEM, Deed, record
from supportplan_desktop.services.association_news import tell
from supportplan_desktop.services.bookkeeping import Books
from supportplan_desktop.services.carrying_out import carry_out
from supportplan_desktop.services.own_plans import own_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.services.acting import Parts
    from supportplan_desktop.services.ports import Work


def advance_all(parts: Parts, to: datetime) -> int:
    """Do what is due for every account up to that instant; returns how many things were done.

    An account whose work fails does not hold up the others: what failed is raised together, once all had their turn.
    """
    done, failed = 0, []
    for owner_id, account_id in parts.store.due(to):
        try:
            done += advance(parts, owner_id, account_id, to)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - raised below
            failed.append(error)
    if failed:
        raise ExceptionGroup(f"what was due could not be done for {len(failed)} account(s)", failed)
    return done


def advance(parts: Parts, owner_id: UUID, account_id: UUID, to: datetime) -> int:
    """Do what is due for one account up to that instant, in one transaction; returns how many things were done."""
    with parts.store.read(owner_id) as work:
        due_at = work.agenda.get(account_id)
    if due_at is None or due_at > to:
        return 0  # nothing to write, so nobody has to wait for the lock
    done = 0
    with parts.store.change(owner_id) as work:
        account = Agenda(Books(parts, work), account_id)
        while (due := account.next()) is not None and due.at <= to:
            account.do(due)
            done += 1
        work.agenda.put(account_id, due.at if due else None)
    return done


def plan_ahead(parts: Parts, work: Work, account_id: UUID) -> None:
    """Note when something is next due for the account; after every command on its orders or its plan."""
    due = Agenda(Books(parts, work), account_id).next()
    work.agenda.put(account_id, due.at if due else None)


class Agenda:
    """What is due for one account, looked up afresh each time within one transaction."""

    def __init__(self, books: Books, account_id: UUID) -> None:
        self._books = books
        self._work = books.work
        self._offer = books.parts.offer
        self._account_id = account_id

    def next(self) -> Due | None:
        """The earliest thing that is due, None where time will bring nothing."""
        everything = (*self._of_orders(), *self._of_plan(), *self._of_invitations())
        return min(everything, key=lambda due: due.sequence, default=None)

    def do(self, due: Due) -> None:
        """Do it, as of the instant it was due at."""
        if due.kind is DueKind.NOTICE:
            assert due.notice is not None
            self._tell(due.notice, due.at)
        elif due.kind is DueKind.AUTO_RENEWAL:
            self._renew(due.at)
        elif due.kind is DueKind.INVITATION_EXPIRY:
            assert due.invitation is not None
            self._expire(due.invitation, due.at)
        elif due.order is not None:
            self._move(due.order, due)

    def _of_orders(self) -> Iterator[Due]:
        pending = self._work.orders.open_order(self._account_id)
        waiting = ([pending] if pending else []) + list(self._work.orders.refunds(self._account_id))
        for order in waiting:
            due = due_of_order(order, self._offer.policy.refund)
            if due is not None:
                yield due

    def _of_plan(self) -> Iterator[Due]:
        subscription = self._work.subscriptions.newest(self._account_id)
        if subscription is None or subscription.unsubscribed_at is not None:
            return
        zone, policy = self._offer.catalogue.site_zone, self._offer.policy
        stands = self._standing(subscription)
        order = self._order_of_end(subscription)
        untold = sorted(notices(subscription, order.events[-1].at, stands, policy, zone), key=lambda due: due.at)
        for due in untold:
            if due.notice and not self._work.messages.is_told(self._account_id, due.notice.id):
                yield due
                break  # the ones after it need not be looked up yet
        chosen = self._work.auto_renewals.get(self._account_id)
        attempt = chosen and next_attempt(chosen, subscription, stands, policy.auto_renewal, zone)
        if attempt:
            yield Due(attempt, DueKind.AUTO_RENEWAL)

    def _of_invitations(self) -> Iterator[Due]:
        for invitation in self._work.associations.invited(self._account_id, limit=1):
            if invitation.expires_at is not None:
                yield Due(invitation.expires_at, DueKind.INVITATION_EXPIRY, invitation=invitation)

    def _expire(self, invitation: Association, at: datetime) -> None:
        expired = invitation.moved(AssociationStatus.EXPIRED, at)
        self._work.associations.save(expired)
        theirs = self._work.of(invitation.account_owner_id)
        master = self._work.accounts.get(self._account_id)
        tell(theirs, expired, MessageKind.INVITATION_EXPIRED, invitation.account_id, master.name, at)
        tell(self._work, expired, MessageKind.INVITATION_EXPIRED, master.id, invitation.account_name, at)
        deed = Deed("invitation.expire", invitation.account_name, invitation.status.value, expired.status.value)
        record(self._work, self._account_id, SYSTEM, at, deed)

    def _standing(self, subscription: Subscription) -> Standing:
        zone = self._offer.catalogue.site_zone
        return standing(subscription, subscription.start, self._offer.policy.expiry, zone)

    def _order_of_end(self, subscription: Subscription) -> Order:
        """The order that gave the plan its present end."""
        order = self._work.orders.find(self._account_id, subscription.terms[-1].segments[0].order_id)
        assert order is not None
        return order

    def _move(self, order: Order, due: Due) -> None:
        books = self._books
        if due.kind is DueKind.PAYMENT_DEADLINE:
            books.lapse(order)
        elif due.kind is DueKind.REFUND_APPROVAL:
            approved = order.moved(OrderStatus.PROCESSING, due.at)
            self._work.orders.save(approved)
            books.tell(approved, MessageKind.REFUND_APPROVED, due.at, order.pay_before)
            books.record("refund.approve", approved, order.status.value, SYSTEM, due.at)
        else:
            assert order.split is not None
            done = order.moved(OrderStatus.COMPLETED, due.at)
            self._work.journal.post(refund_posting(order.account_id, order.id, order.split, due.at))
            self._work.orders.save(done)
            books.tell(done, MessageKind.REFUND_COMPLETED, due.at, None)
            books.record("refund.pay_out", done, order.status.value, SYSTEM, due.at)

    def _renew(self, at: datetime) -> None:
        """Renew from the balance, without verification; where that cannot be, say so and try again on the next day."""
        subscription = self._work.subscriptions.newest(self._account_id)
        chosen = self._work.auto_renewals.get(self._account_id)
        assert subscription is not None
        assert chosen is not None
        quote = self._renewal(subscription, chosen, at)
        if quote is None or not self._can_be_paid(quote):
            tried = replace(chosen, tried_at=at)
            self._work.auto_renewals.put(self._account_id, tried)
            self._tell_failed(subscription, tried, quote, at)
            return
        order = generated(
            self._books.parts.entropy.uuid(),  # one that nobody can have taken before
            self._books.free_number(at),
            self._account_id,
            Agreed(OrderKind.RENEWAL, quote),
            at + self._offer.policy.payment_deadline,
        )
        self._work.orders.add(order)
        split = Split(order.total, order.total - order.total)
        self._work.journal.post(payment_posting(order.account_id, order.id, split, at))
        done = order.completed(split, carry_out(self._books, order, at), at)
        self._work.orders.save(done)
        self._books.tell_completed(done, at)
        self._books.record("order.auto_renew", done, "", SYSTEM, at)

    def _renewal(self, subscription: Subscription, chosen: AutoRenewal, at: datetime) -> Quote | None:
        """What the renewal costs, None where there is nothing to renew: a plan that is over or not sold any more."""
        account = self._work.accounts.get(self._account_id)
        if account.is_unified_member or own_plan(self._work, account, at, self._offer) is None:
            return None
        try:
            return quote_renewal(self._offer.catalogue, subscription, chosen.months, at)
        except Refusal:
            return None

    def _can_be_paid(self, quote: Quote) -> bool:
        """Whether nothing is in the way, neither an open order nor too little balance; credit is not touched."""
        if self._work.orders.open_order(self._account_id) is not None:
            return False
        balance = self._work.journal.balance(self._account_id, Ledger.BALANCE, quote.total.currency)
        return balance >= quote.total

    def _tell_failed(self, subscription: Subscription, tried: AutoRenewal, quote: Quote | None, at: datetime) -> None:
        """Say what could not be paid, and when it is tried again, if it is."""
        zone, policy = self._offer.catalogue.site_zone, self._offer.policy.auto_renewal
        again = next_attempt(tried, subscription, self._standing(subscription), policy, zone)
        notice_id = uuid5(subscription.id, f"failed {at.isoformat()}")
        notice = Notice(notice_id, MessageKind.AUTO_RENEWAL_FAILED, again)
        self._tell(notice, at, quote.total if quote else None)

    def _tell(self, notice: Notice, at: datetime, amount: Money | None = None) -> None:
        subscription = self._work.subscriptions.newest(self._account_id)
        assert subscription is not None
        order = self._order_of_end(subscription)
        self._work.messages.add(
            Message(
                id=notice.id,
                account_id=self._account_id,
                at=at,
                kind=notice.kind,
                order_id=order.id,
                order_number=order.number,
                tier=subscription.tier,
                amount=order.total if amount is None else amount,
                until=notice.until,
            )
        )
        until = notice.until.isoformat() if notice.until else ""
        deed = Deed(f"plan.{notice.kind.value}", str(subscription.id), "", until)
        record(self._work, self._account_id, SYSTEM, at, deed)
