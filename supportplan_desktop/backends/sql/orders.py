"""Orders in tables: what was agreed never changes, status and what was paid do, the history only grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportplan_desktop.backends.sql import order_list
from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import IS_OPEN, IS_REFUND_ON_ITS_WAY, order_events, orders
from supportplan_desktop.domain.errors import OrderNotFound
from supportplan_desktop.domain.orders import AgreementConsent, Order, OrderEvent, OrderKind
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.domain.terms import Term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from types import ModuleType
    from uuid import UUID

    from sqlalchemy import ColumnElement, Row

    from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSummary


@dataclass(frozen=True, slots=True)
class SqlOrders:
    """The orders of the owner's accounts (see `OrderRecords`)."""

    scope: Scope

    def add(self, order: Order) -> None:
        """Keep a new order with its events."""
        self.scope.add_next(orders, order.account_id, {"id": order.id, **_agreed(order), **_moving(order)})
        self._add_events(order, 0)

    def save(self, order: Order) -> None:
        """Keep an order's new status, split, term and the events it has gained; OrderNotFound."""
        if not self.scope.change(orders, orders.c.id == order.id, _moving(order)):
            raise OrderNotFound(order_id=order.id)
        known = self.scope.last(order_events, order_events.c.position, order_events.c.order_id == order.id)
        self._add_events(order, known)

    def find(self, account_id: UUID, order_id: UUID) -> Order | None:
        """One order of the account, None where there is none."""
        statement = self.scope.select(orders, orders.c.account_id == account_id, orders.c.id == order_id)
        return self._order(self.scope.first(statement))

    def number_taken(self, number: str) -> bool:
        """Whether any order of the owner has this number."""
        return self.scope.first(self.scope.select(orders, orders.c.number == number)) is not None

    def number_of(self, order_id: UUID) -> str | None:
        """The number of the owner's order of this id, whichever account's it is; None where there is none."""
        row = self.scope.first(self.scope.select(orders, orders.c.id == order_id))
        return None if row is None else row.number

    def open_order(self, account_id: UUID) -> Order | None:
        """The account's order that is neither completed nor canceled; there is at most one."""
        return self._order(self.scope.first(self.scope.select(orders, orders.c.account_id == account_id, IS_OPEN)))

    def newest(self, account_id: UUID) -> OrderSummary | None:
        """The account's latest order; the last one kept where instants are equal."""
        return order_list.newest(self.scope, account_id)

    def page(self, account_id: UUID, query: OrderQuery, cursor: str | None, limit: int) -> OrderPage:
        """Orders that match, from the opaque cursor on; InvalidInput for a broken one."""
        return order_list.page(self.scope, account_id, query, cursor, limit)

    def refunds(self, account_id: UUID) -> Sequence[Order]:
        """The account's refunds that are on their way, oldest first."""
        return self._orders(orders.c.account_id == account_id, IS_REFUND_ON_ITS_WAY)

    def of_kind(self, account_id: UUID, kind: OrderKind, since: datetime, until: datetime) -> Sequence[Order]:
        """The account's orders of a kind created from `since` on, before `until`, oldest first."""
        created = orders.c.created_at
        return self._orders(orders.c.account_id == account_id, orders.c.kind == kind, created >= since, created < until)

    def _orders(self, *conditions: ColumnElement[bool]) -> list[Order]:
        statement = self.scope.select(orders, *conditions).order_by(orders.c.created_at, orders.c.place)
        return [order for row in self.scope.all(statement) if (order := self._order(row))]

    def _add_events(self, order: Order, known: int) -> None:
        gained = enumerate(order.events[known:], start=known + 1)
        self.scope.add(
            order_events,
            *(
                {
                    "order_id": order.id,
                    "position": position,
                    "status": event.status,
                    "at": event.at,
                    "cause": event.cause,
                }
                for position, event in gained
            ),
        )

    def _order(self, row: Row[Any] | None) -> Order | None:
        if row is None:
            return None
        events = self.scope.select(order_events, order_events.c.order_id == row.id)
        return Order(
            id=row.id,
            number=row.number,
            account_id=row.account_id,
            kind=row.kind,
            status=row.status,
            quote=_wire().loaded(Quote, row.quote),
            consent=_consent(row),
            created_at=row.created_at,
            pay_before=row.pay_before,
            events=tuple(
                OrderEvent(event.status, event.at, event.cause)
                for event in self.scope.all(events.order_by(order_events.c.position))
            ),
            split=_split(row),
            term=_term(row),
            reason=row.reason,
            note=row.note,
        )


def _agreed(order: Order) -> dict[str, Any]:
    """What stays as it was when the order was generated; the tier and the total stand there once more for lists."""
    consent = order.consent
    return {
        "number": order.number,
        "kind": order.kind,
        "tier": order.quote.tier,
        "created_at": order.created_at,
        "pay_before": order.pay_before,
        "currency": order.total.currency,
        "total_minor": to_minor(order.total),
        "quote": _wire().dumped(Quote, order.quote),
        "consent_version": consent.version if consent else None,
        "consent_sha256": consent.sha256 if consent else None,
        "consent_at": consent.at if consent else None,
        "consent_by": consent.by if consent else None,
        "reason": order.reason,
        "note": order.note,
    }


def _moving(order: Order) -> dict[str, Any]:
    """What changes while the order goes its way; ValueError where it was paid in another currency than agreed."""
    split, term = order.split, order.term
    if split is not None and split.total.currency != order.total.currency:
        raise ValueError(f"order {order.number} is in {order.total.currency}, not in {split.total.currency}")
    return {
        "status": order.status,
        "balance_minor": to_minor(split.balance) if split else None,
        "credit_minor": to_minor(split.credit) if split else None,
        "term_start": term.start if term else None,
        "term_end": term.end if term else None,
        "term_months": term.months if term else None,
        "term_first": term.first if term else None,
        "term_last": term.last if term else None,
    }


def _consent(row: Row[Any]) -> AgreementConsent | None:
    if row.consent_version is None:
        return None
    return AgreementConsent(row.consent_version, row.consent_sha256, row.consent_at, row.consent_by)


def _split(row: Row[Any]) -> Split | None:
    if row.balance_minor is None:
        return None
    return Split(to_money(row.balance_minor, row.currency), to_money(row.credit_minor, row.currency))


def _term(row: Row[Any]) -> Term | None:
    if row.term_start is None:
        return None
    return Term(row.term_start, row.term_end, row.term_months, row.term_first, row.term_last)


def _wire() -> ModuleType:
    """The wire, loaded with the first order: a window that only shows a plan starts without it."""
    from supportplan_desktop import wire  # noqa: PLC0415 - see above

    return wire
