"""Demonstration data: accounts with a past, made by the same services that a user's hands would use.

The script in `resources/demo/` tells the story in days before the demonstration's first instant; playing it leaves
real orders, a real journal and a real audit chain.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from supportplan_desktop.domain.accounts import Account, Channel, NewAccount
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.services.accounts import open_account
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import PurchaseOrder

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.acting import Parts
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.services.ports import CodeLetter

_OPENED_BEFORE = timedelta(days=365)
_STILL_NEWS = timedelta(days=1)
_STORY = uuid5(NAMESPACE_URL, "supportplan-desktop:demonstration")


class _Pocket:
    """A courier that keeps the newest code, so that the story can be told without anybody reading messages."""

    arrives_in_messages = True

    def __init__(self) -> None:
        self.code = ""

    def send(self, letter: CodeLetter) -> None:
        """Keep the code."""
        self.code = letter.code


@dataclass(frozen=True, slots=True)
class Step:
    """One order of the past: when it was generated, for what, and how it ended, so many hours later."""

    at: datetime
    tier: str
    months: int
    end: str
    later: timedelta


def play(script: str, start: datetime, parts: Parts, services_for: Callable[[Parts, Account], Services]) -> None:
    """Fill an empty store with the script's accounts and their past before `start`.

    The parts' clock and courier are replaced while the story is told; afterwards everything stands at `start`.
    """
    for number, told in enumerate(json.loads(script)["accounts"]):
        account = _open_account(number, told, start - _OPENED_BEFORE, parts)
        for step in _steps(told, start):
            _live_through(step, account, parts, services_for)
        _read_old_messages(services_for(parts, account), start - _STILL_NEWS)


def _steps(told: dict[str, Any], start: datetime) -> list[Step]:
    return [
        Step(
            at=start - timedelta(days=step["days_ago"], hours=step.get("hours_ago", 0)),
            tier=step["tier"],
            months=step["months"],
            end=step["end"],
            later=timedelta(hours=step.get("hours", 0)),
        )
        for step in told["history"]
    ]


def _open_account(number: int, told: dict[str, Any], at: datetime, parts: Parts) -> Account:
    currency = parts.offer.catalogue.currency
    new = NewAccount(
        told["name"],
        told["contact"],
        told["phone"],
        told["email"],
        Money(Decimal(told["balance"]), currency),
        Money(Decimal(told["credit"]), currency),
    )
    return open_account(replace(parts, clock=MovableClock(at)), uuid5(_STORY, f"account {number}"), new)


def _live_through(
    step: Step, account: Account, parts: Parts, services_for: Callable[[Parts, Account], Services]
) -> None:
    clock, pocket = MovableClock(step.at), _Pocket()
    services = services_for(replace(parts, clock=clock, courier=pocket), account)
    order_id = _order_id(account, step)
    agreement = services.catalogue.agreement()
    services.orders.purchase(
        order_id,
        PurchaseOrder(
            tier=step.tier,
            months=step.months,
            agreed_total=services.plans.quote_purchase(step.tier, step.months).total,
            agreement_version=agreement.version,
            agreement_sha256=agreement.sha256,
        ),
    )
    clock.set(step.at + step.later)
    if step.end == "paid":
        services.orders.send_code(order_id, Channel.PHONE)
        services.orders.pay(order_id, FundsChoice(), pocket.code)
    elif step.end == "canceled":
        services.orders.cancel(order_id)
    elif step.end == "unpaid":
        clock.set(services.orders.get(order_id).pay_before)
        services.orders.advance()


def _order_id(account: Account, step: Step) -> UUID:
    return uuid5(account.id, step.at.isoformat())


def _read_old_messages(services: Services, before: datetime) -> None:
    cursor = None
    while True:
        page = services.messages.page(cursor)
        for message in page.messages:
            if message.at < before:
                services.messages.mark_read(message.id)
        cursor = page.cursor
        if cursor is None:
            return
