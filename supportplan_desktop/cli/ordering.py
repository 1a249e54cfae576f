"""`supportplan buy`, `change`, `renew` and `unsubscribe`: the quote with --dry-run, else the order.

An order that is sent again under its id is the same order, whatever has happened since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import quote_spelled, spelled
from supportplan_desktop.cli.parsing import Parser, add_command, options
from supportplan_desktop.cli.paying import pay_options, payment_of, settled
from supportplan_desktop.cli.quoting import change_spelled, unsubscription_spelled
from supportplan_desktop.cli.reading import choice, identifier, signed_amount, whole
from supportplan_desktop.cli.records import order_told, site_zone
from supportplan_desktop.cli.sale import tier_code
from supportplan_desktop.domain.errors import OrderNotFound, QuoteStale, Refusal, UnsubscriptionReasonMissing
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import (
    ChangeOrder,
    PurchaseOrder,
    RenewalOrder,
    UnsubscriptionOrder,
    basis_of,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.services.interfaces import QuoteBasis, Services

    Send = Callable[[UUID, Money, QuoteBasis | None], Order]


def add_to(commands: Commands) -> None:
    """Add the commands that make an order."""
    data, order, pay, agree = data_options(), _order_options(), pay_options(), _agree_options()
    buy = add_command(commands, "buy", "Buy a plan", over(_buy), order, agree, pay, data)
    buy.add_argument("--tier", required=True, help="code or name of the plan, in either language")
    buy.add_argument("--months", required=True, help="months that are bought")
    change = add_command(commands, "change", "Change the plan", over(_change), order, agree, pay, data)
    change.add_argument("--to", required=True, metavar="TIER", help="code or name of the plan it is changed to")
    renew = add_command(commands, "renew", "Renew the plan", over(_renew), order, pay, data)
    renew.add_argument("--months", required=True, help="months more")
    leave = add_command(commands, "unsubscribe", "Give the plan up", over(_unsubscribe), order, data)
    leave.add_argument("--reason", help=f"why: {', '.join(UnsubscriptionReason)}")
    leave.add_argument("--note", default="", metavar="TEXT", help="more about it; required with other")
    leave.add_argument("--confirm", action="store_true", help="the refund and its fee have been read and are right")


def _order_options() -> Parser:
    parser = options()
    group = parser.add_argument_group("the order")
    group.add_argument("--dry-run", action="store_true", help="answer what it costs or brings back; order nothing")
    group.add_argument(
        "--agreed", metavar="AMOUNT", help="refuse unless this is the total, below zero where it comes back"
    )
    group.add_argument("--order-id", metavar="UUID", help="the order's id; sent again it is the same order")
    return parser


def _agree_options() -> Parser:
    parser = options()
    parser.add_argument(
        "--agree", metavar="VERSION", help="accept the Support Plan Service Agreement of that version, or current"
    )
    return parser


def _buy(services: Services, chosen: Namespace) -> Answer:
    tier, months = tier_code(services.catalogue.current(), chosen.tier), whole(chosen.months, "months")

    def quoted() -> Quote:
        return services.plans.quote_purchase(tier, months)

    def send(order_id: UUID, total: Money, basis: QuoteBasis | None) -> Order:
        order = PurchaseOrder(tier, months, total, *_accepted(services, chosen), basis)
        return services.orders.purchase(order_id, order)

    if chosen.dry_run:
        return _priced(services, quoted())
    return _paid(services, chosen, quoted, send)


def _change(services: Services, chosen: Namespace) -> Answer:
    tier = tier_code(services.catalogue.current(), chosen.to)

    def quoted() -> Quote:
        return services.plans.quote_change(tier)

    def send(order_id: UUID, total: Money, basis: QuoteBasis | None) -> Order:
        return services.orders.change(order_id, ChangeOrder(tier, total, *_accepted(services, chosen), basis))

    if chosen.dry_run:
        quote = quoted()
        return {**change_spelled(quote, site_zone(services)), **_way_back(services, quote)}
    return _paid(services, chosen, quoted, send)


def _renew(services: Services, chosen: Namespace) -> Answer:
    months = whole(chosen.months, "months")

    def quoted() -> Quote:
        return services.plans.quote_renewal(months)

    def send(order_id: UUID, total: Money, basis: QuoteBasis | None) -> Order:
        return services.orders.renew(order_id, RenewalOrder(months, total, basis))

    if chosen.dry_run:
        return _priced(services, quoted())
    return _paid(services, chosen, quoted, send)


def _unsubscribe(services: Services, chosen: Namespace) -> Answer:
    if chosen.dry_run:
        quote = services.plans.quote_unsubscription()
        return {**unsubscription_spelled(quote, site_zone(services)), **_way_back(services, quote)}
    if chosen.reason is None:
        raise UnsubscriptionReasonMissing
    reason = choice(chosen.reason, "reason", UnsubscriptionReason)

    def send(order_id: UUID, total: Money, basis: QuoteBasis | None) -> Order:
        order = UnsubscriptionOrder(total, reason, chosen.note, chosen.confirm, basis)
        return services.orders.unsubscribe(order_id, order)

    return order_told(_ordered(services, chosen, services.plans.quote_unsubscription, send), site_zone(services))


def _priced(services: Services, quote: Quote) -> Answer:
    return quote_spelled(quote, site_zone(services))


def _way_back(services: Services, quote: Quote) -> Answer:
    """Where an amount goes that comes back."""
    if quote.total.amount >= 0:
        return {}
    return {"split": spelled(Split, services.plans.refund_split(quote))}


def _accepted(services: Services, chosen: Namespace) -> tuple[str, str]:
    """Version and fingerprint of the text that is agreed to, empty where none is; AgreementUnknown."""
    if chosen.agree is None:
        return "", ""
    agreement = services.catalogue.agreement(None if chosen.agree == "current" else chosen.agree)
    return agreement.version, agreement.sha256


def _paid(services: Services, chosen: Namespace, quoted: Callable[[], Quote], send: Send) -> Answer:
    """Order, and then pay or have a code sent where the order waits for its payment."""
    payment = payment_of(chosen)
    order = _ordered(services, chosen, quoted, send)
    if order.status is OrderStatus.PENDING_PAYMENT:
        return settled(services, chosen, order, payment)
    return order_told(order, site_zone(services))


def _ordered(services: Services, chosen: Namespace, quoted: Callable[[], Quote], send: Send) -> Order:
    """The order at the quote of now, which has to be as agreed; one that is known under its id at its own amount."""
    order_id = uuid4() if chosen.order_id is None else identifier(chosen.order_id, "order-id")
    agreed = None
    if chosen.agreed is not None:
        agreed = signed_amount(chosen.agreed, "agreed", services.catalogue.current().currency)
    try:
        quote = quoted()
        if agreed is not None and agreed != quote.total:
            raise QuoteStale(agreed=agreed, current=quote.total, cause=None)
        return send(order_id, quote.total, basis_of(quote))
    except Refusal:
        known = _known(services, order_id)
        if known is None:
            raise
        return send(order_id, known.total if agreed is None else agreed, None)


def _known(services: Services, order_id: UUID) -> Order | None:
    try:
        return services.orders.get(order_id)
    except OrderNotFound:
        return None
