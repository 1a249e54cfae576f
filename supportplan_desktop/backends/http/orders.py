"""Orders over REST (see `Orders`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop import api, wire
from supportplan_desktop.backends.http.client import Connection, Params, path_of
from supportplan_desktop.domain.orders import Order, OrderKind
from supportplan_desktop.services.interfaces import OrderPage, VerificationStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Channel
    from supportplan_desktop.domain.payments import FundsChoice
    from supportplan_desktop.services.interfaces import (
        ChangeOrder,
        OrderQuery,
        OrderSummary,
        PurchaseOrder,
        RenewalOrder,
        UnsubscriptionOrder,
    )

_EXPORT_PAGE = 500


@dataclass(frozen=True, slots=True)
class HttpOrders:
    """The orders of the account that is signed in for."""

    connection: Connection

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """Generate a purchase order (see `Orders`)."""
        consent = api.Consent(order.agreement_version, order.agreement_sha256)
        body = api.OrderBody(
            OrderKind.NEW_PURCHASE, order.agreed_total, order.tier, order.months, consent, basis=order.basis
        )
        return self._put(order_id, body)

    def change(self, order_id: UUID, order: ChangeOrder) -> Order:
        """Generate a change (see `Orders`)."""
        consent = api.Consent(order.agreement_version, order.agreement_sha256)
        body = api.OrderBody(OrderKind.CHANGE, order.agreed_total, order.tier, consent=consent, basis=order.basis)
        return self._put(order_id, body)

    def renew(self, order_id: UUID, order: RenewalOrder) -> Order:
        """Generate a renewal (see `Orders`)."""
        body = api.OrderBody(OrderKind.RENEWAL, order.agreed_total, months=order.months, basis=order.basis)
        return self._put(order_id, body)

    def unsubscribe(self, order_id: UUID, order: UnsubscriptionOrder) -> Order:
        """Give the plan up (see `Orders`)."""
        body = api.OrderBody(
            OrderKind.UNSUBSCRIPTION,
            order.agreed_total,
            reason=order.reason,
            note=order.note,
            is_confirmed=order.is_confirmed,
            basis=order.basis,
        )
        return self._put(order_id, body)

    def get(self, order_id: UUID) -> Order:
        """One order; OrderNotFound."""
        return self._one("GET", path_of("orders", order_id))

    def page(self, query: OrderQuery, cursor: str | None = None, limit: int = 100) -> OrderPage:
        """Orders that match, from the cursor on."""
        params: Params = {
            "q": query.text or None,
            "kind": sorted(query.kinds),
            "status": sorted(query.statuses),
            "since": _instant(query.since),
            "until": _instant(query.until),
            "sort": query.sort.value,
            "descending": query.descending,
            "cursor": cursor,
            "limit": limit,
        }
        page: OrderPage = self.connection.ask(OrderPage, "GET", "orders", params)
        return page

    def every(self, query: OrderQuery) -> Iterator[OrderSummary]:
        """All orders that match, read in pages."""
        page = self.page(query, limit=_EXPORT_PAGE)
        yield from page.orders
        while page.cursor is not None:
            page = self.page(query, page.cursor, _EXPORT_PAGE)
            yield from page.orders

    def cancel(self, order_id: UUID) -> Order:
        """Cancel a pending order (see `Orders`)."""
        return self._one("POST", path_of("orders", order_id, "cancel"))

    def verification(self, order_id: UUID) -> VerificationStatus:
        """Where the identity verification of an order stands."""
        return self._verification("GET", order_id)

    def send_code(self, order_id: UUID, channel: Channel) -> VerificationStatus:
        """Have a new code sent (see `Orders`)."""
        return self._verification("PUT", order_id, wire.dumped(api.ChannelBody, api.ChannelBody(channel)))

    def pay(self, order_id: UUID, funds: FundsChoice, code: str) -> Order:
        """Pay a pending order (see `Orders`)."""
        chosen = ((api.Fund.BALANCE, funds.balance), (api.Fund.CREDIT, funds.credit))
        body = api.PaymentBody(tuple(fund for fund, is_chosen in chosen if is_chosen), code)
        path = path_of("orders", order_id, "payment")
        return self._one("PUT", path, wire.dumped(api.PaymentBody, body))

    def advance(self, to: datetime | None = None) -> int:  # noqa: ARG002 - the interface's
        """Nothing: the server does what time has made due by itself."""
        return 0

    def _put(self, order_id: UUID, body: api.OrderBody) -> Order:
        return self._one("PUT", path_of("orders", order_id), wire.dumped(api.OrderBody, body))

    def _one(self, method: str, path: str, body: str | None = None) -> Order:
        order: Order = self.connection.ask(Order, method, path, body=body)
        return order

    def _verification(self, method: str, order_id: UUID, body: str | None = None) -> VerificationStatus:
        path = path_of("orders", order_id, "verification")
        status: VerificationStatus = self.connection.ask(VerificationStatus, method, path, body=body)
        return status


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
