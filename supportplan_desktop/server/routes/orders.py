"""Orders, their verification and their payment."""

from typing import Annotated

from fastapi import Query

from supportplan_desktop.api import ChannelBody, Fund, OrderBody, PaymentBody
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.orders import Order, OrderKind, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.server.queries import Id, Part, Period, Text, YesOrNo
from supportplan_desktop.server.routing import Area, Asked
from supportplan_desktop.services.interfaces import (
    ChangeOrder,
    OrderPage,
    OrderQuery,
    OrderSort,
    PurchaseOrder,
    RenewalOrder,
    UnsubscriptionOrder,
    VerificationStatus,
)

AREA = Area("orders")

_OF_KINDS = {
    OrderKind.NEW_PURCHASE: {"tier", "months", "consent"},
    OrderKind.CHANGE: {"tier", "consent"},
    OrderKind.RENEWAL: {"months"},
    OrderKind.UNSUBSCRIPTION: {"reason", "note", "is_confirmed"},
}
_NEEDED = {"tier", "months"}
_LEFT_OUT = {"tier": None, "months": None, "consent": None, "reason": None, "note": "", "is_confirmed": False}


@AREA.put("/orders/{order_id}")
def put_order(asked: Asked, order_id: Id, body: OrderBody) -> Order:
    """Generate an order under an id of the caller; sent again it is the same order."""
    _check_fields(body)
    orders = asked.services.orders
    total, basis = body.agreed_total, body.basis
    consent = (body.consent.version, body.consent.sha256) if body.consent else ("", "")
    if body.kind is OrderKind.UNSUBSCRIPTION:
        order = UnsubscriptionOrder(total, body.reason, body.note, body.is_confirmed, basis)
        return orders.unsubscribe(order_id, order)
    if body.kind is OrderKind.CHANGE:
        assert body.tier is not None
        return orders.change(order_id, ChangeOrder(body.tier, total, *consent, basis))
    assert body.months is not None
    if body.kind is OrderKind.RENEWAL:
        return orders.renew(order_id, RenewalOrder(body.months, total, basis))
    assert body.tier is not None
    return orders.purchase(order_id, PurchaseOrder(body.tier, body.months, total, *consent, basis))


@AREA.get("/orders")
def orders(
    asked: Asked,
    kind: Annotated[list[OrderKind], Query(default_factory=list)],
    status: Annotated[list[OrderStatus], Query(default_factory=list)],
    period: Period,
    part: Part,
    q: Text = "",
    sort: OrderSort = OrderSort.CREATED,
    descending: YesOrNo = True,
) -> OrderPage:
    """Orders that match, from the cursor on."""
    query = OrderQuery(q, frozenset(kind), frozenset(status), period.since, period.until, sort, descending)
    return asked.services.orders.page(query, part.cursor, part.limit)


@AREA.get("/orders/{order_id}")
def order(asked: Asked, order_id: Id) -> Order:
    """One order."""
    return asked.services.orders.get(order_id)


@AREA.post("/orders/{order_id}/cancel")
def cancel_order(asked: Asked, order_id: Id) -> Order:
    """Cancel a pending order."""
    return asked.services.orders.cancel(order_id)


@AREA.get("/orders/{order_id}/verification")
def verification(asked: Asked, order_id: Id) -> VerificationStatus:
    """Where the identity verification of an order stands."""
    return asked.services.orders.verification(order_id)


@AREA.put("/orders/{order_id}/verification")
def send_code(asked: Asked, order_id: Id, body: ChannelBody) -> VerificationStatus:
    """Send a new code; the earlier ones stop counting."""
    asked.server.limits.code(asked.acting.by, asked.address)
    return asked.services.orders.send_code(order_id, body.channel)


@AREA.put("/orders/{order_id}/payment")
def pay(asked: Asked, order_id: Id, body: PaymentBody) -> Order:
    """Pay a pending order and carry it out; paid already, it is only told."""
    funds = FundsChoice(balance=Fund.BALANCE in body.funds, credit=Fund.CREDIT in body.funds)
    return asked.services.orders.pay(order_id, funds, body.code)


def _check_fields(body: OrderBody) -> None:
    """InvalidInput where something is missing that this kind of order has, or something was sent that it has not."""
    has = _OF_KINDS[body.kind]
    for field, left_out in _LEFT_OUT.items():
        said = getattr(body, field)
        if (field in has & _NEEDED and said is None) or (field not in has and said != left_out):
            raise InvalidInput(field=field, value=str(said))
