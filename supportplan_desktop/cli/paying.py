"""Paying an order in two steps: without a code one is sent, with it the order is paid (DOMAIN 9, 10)."""

from __future__ import annotations

import shlex
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from supportplan_desktop.cli.data import data_arguments
from supportplan_desktop.cli.output import spelled
from supportplan_desktop.cli.parsing import Parser, options
from supportplan_desktop.cli.reading import choice, choices
from supportplan_desktop.cli.records import order_told, site_zone
from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import Refusal, VerificationDailyLimit, VerificationTooSoon
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, Split, split_payment
from supportplan_desktop.services.interfaces import VerificationStatus

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from supportplan_desktop.cli.parsing import Answer
    from supportplan_desktop.domain.errors import Fact
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.interfaces import Services

_PAID = frozenset({OrderStatus.PROCESSING, OrderStatus.COMPLETED})


class Fund(StrEnum):
    """What can be paid with, in the order it is used."""

    BALANCE = "balance"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Payment:
    """How an order is to be paid: with which funds, where the code goes to, and the code, None before it is known."""

    funds: FundsChoice
    channel: Channel | None
    code: str | None


def pay_options() -> Parser:
    """The options that say how an order is paid."""
    parser = options()
    group = parser.add_argument_group("the payment")
    group.add_argument("--code", help="the verification code; without it one is sent")
    group.add_argument("--funds", action="append", metavar="FUNDS", help="balance, credit, or balance,credit")
    group.add_argument("--channel", metavar="CHANNEL", help=f"where the code goes to: {' or '.join(Channel)}")
    return parser


def payment_of(chosen: Namespace) -> Payment:
    """What the options say, read before anything is ordered; InvalidInput."""
    funds = choices(chosen.funds, "funds", Fund) or frozenset(Fund)
    channel = None if chosen.channel is None else choice(chosen.channel, "channel", Channel)
    return Payment(FundsChoice(Fund.BALANCE in funds, Fund.CREDIT in funds), channel, chosen.code)


def settled(services: Services, chosen: Namespace, order: Order, payment: Payment) -> Answer:
    """Pay the order, or send the code it is paid with; paid already it is only told. Refusals name the order."""
    zone = site_zone(services)
    if order.status in _PAID and not order.is_refund:
        return order_told(order, zone)
    with _naming(order):
        if payment.code is not None:
            return order_told(services.orders.pay(order.id, payment.funds, payment.code), zone)
        pending = order.status is OrderStatus.PENDING_PAYMENT
        split = split_payment(order.total, services.accounts.funds(), payment.funds) if pending else None
        sent = _code_sent(services, order, payment.channel)
    return {
        **order_told(order, zone),
        "status": "code_sent",
        "verification": spelled(VerificationStatus, sent),
        "split": spelled(Split, split) if split else None,
        "next": _next(chosen, order, is_in_messages=sent.arrives_in_messages),
    }


def _code_sent(services: Services, order: Order, channel: Channel | None) -> VerificationStatus:
    """Send a code; where none may be sent now, one that is on its way and still counts will do."""
    before = services.orders.verification(order.id)
    wanted = channel or next((known for known, _ in before.channels), Channel.PHONE)
    try:
        return services.orders.send_code(order.id, wanted)
    except (VerificationTooSoon, VerificationDailyLimit):
        present = services.orders.verification(order.id)
        if present.channel != wanted or not (present.expires_in and present.attempts_left):
            raise
        return present


def _next(chosen: Namespace, order: Order, *, is_in_messages: bool) -> list[str]:
    """The command lines that go on: reading the code where it arrives here, and paying with it."""
    data = data_arguments(chosen)
    funds = [part for text in chosen.funds or () for part in ("--funds", text)]
    pay = ["supportplan", "orders", "pay", order.number, "--code", "CODE", *funds, *data]
    read = ["supportplan", "messages", "list", *data]
    return [shlex.join(line) for line in ([read, pay] if is_in_messages else [pay])]


@contextmanager
def _naming(order: Order) -> Iterator[None]:
    """Let a refusal say which order it is about: the order is there, and can be gone on with."""
    try:
        yield
    except Refusal as refusal:
        about: dict[str, Fact] = {"order_id": order.id, "number": order.number}
        raise type(refusal)(**about | dict(refusal.facts)) from None
