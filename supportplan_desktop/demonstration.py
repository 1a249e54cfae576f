"""Demonstration data: accounts with a past, made by the same services that a user's hands would use.

The script in `resources/demo/` tells what each account did, in days before the demonstration's first instant; playing
it in the order of time leaves real orders, a real organization, a real journal and a real audit chain.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from supportplan_desktop.domain.accounts import Account, AccountingMode, Channel, NewAccount
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.accounts import open_account
from supportplan_desktop.services.advancing import advance_all
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import (
    ChangeOrder,
    NewMember,
    PurchaseOrder,
    RenewalOrder,
    UnsubscriptionOrder,
    basis_of,
)

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
class _Step:
    """What an account did, when, and with which words of the script."""

    at: datetime
    account: Account
    told: dict[str, Any]


def play(script: str, start: datetime, parts: Parts, services_for: Callable[[Parts, Account], Services]) -> Account:
    """Fill an empty store with the script's accounts and their past before `start`; returns the first of them.

    The parts' clock and courier are replaced while the story is told; afterwards everything stands at `start`, with
    nothing left that time would have done, and whatever was told until the last day is read.
    """
    told = json.loads(script)["accounts"]
    clock, pocket = MovableClock(start - _OPENED_BEFORE), _Pocket()
    parts = replace(parts, clock=clock, courier=pocket)
    accounts = [_open_account(number, one, parts) for number, one in enumerate(told)]
    steps = [
        _step(step, account, start) for one, account in zip(told, accounts, strict=True) for step in one["history"]
    ]
    news_since = start - _STILL_NEWS
    steps.sort(key=lambda step: step.at)
    for step in [step for step in steps if step.at < news_since]:
        _Deeds(step, services_for(parts, step.account), clock, pocket).do()
    clock.set(news_since)
    advance_all(parts, news_since)
    for account in accounts:
        services_for(parts, account).messages.mark_all_read()
    for step in [step for step in steps if step.at >= news_since]:
        _Deeds(step, services_for(parts, step.account), clock, pocket).do()
    advance_all(parts, start)
    return accounts[0]


def _step(told: dict[str, Any], account: Account, start: datetime) -> _Step:
    return _Step(start - timedelta(days=told["days_ago"], hours=told.get("hours_ago", 0)), account, told)


def _open_account(number: int, told: dict[str, Any], parts: Parts) -> Account:
    currency = parts.offer.catalogue.currency
    new = NewAccount(
        told["name"],
        told["contact"],
        told["phone"],
        told["email"],
        Money(Decimal(told["balance"]), currency),
        Money(Decimal(told["credit"]), currency),
    )
    return open_account(parts, uuid5(_STORY, f"account {number}"), new)


class _Deeds:
    """One step, done through the services of its account at its instant."""

    def __init__(self, step: _Step, services: Services, clock: MovableClock, pocket: _Pocket) -> None:
        self._step, self._told = step, step.told
        self._services = services
        self._clock, self._pocket = clock, pocket

    def do(self) -> None:
        """Do what the step says."""
        deeds: dict[str, Callable[[], None]] = {
            "buy": self._buy,
            "change": self._change,
            "renew": self._renew,
            "unsubscribe": self._unsubscribe,
            "create": self._create,
            "invite": self._invite,
            "accept": self._accept,
            "share": self._share,
        }
        self._clock.set(self._step.at)
        deeds[self._told["do"]]()

    # Orders: generated now, ended so many hours later

    def _buy(self) -> None:
        quote = self._services.plans.quote_purchase(self._told["tier"], self._told["months"])
        agreed = (quote.total, *self._agreement(), basis_of(quote))
        self._end(self._services.orders.purchase(self._id(), PurchaseOrder(quote.tier, quote.months, *agreed)))

    def _change(self) -> None:
        quote = self._services.plans.quote_change(self._told["tier"])
        agreed = (quote.total, *self._agreement(), basis_of(quote))
        self._end(self._services.orders.change(self._id(), ChangeOrder(quote.tier, *agreed)))

    def _renew(self) -> None:
        quote = self._services.plans.quote_renewal(self._told["months"])
        order = RenewalOrder(self._told["months"], quote.total, basis_of(quote))
        self._end(self._services.orders.renew(self._id(), order))

    def _unsubscribe(self) -> None:
        quote = self._services.plans.quote_unsubscription()
        reason = UnsubscriptionReason(self._told["reason"])
        order = UnsubscriptionOrder(quote.total, reason, is_confirmed=True, basis=basis_of(quote))
        self._services.orders.unsubscribe(self._id(), order)

    def _end(self, order: Order) -> None:
        orders, end = self._services.orders, self._told.get("end", "paid")
        if order.status is not OrderStatus.PENDING_PAYMENT or end == "pending":
            return
        if end == "unpaid":
            self._clock.set(order.pay_before)
            orders.advance()
            return
        self._clock.set(self._step.at + timedelta(hours=self._told.get("hours", 0)))
        if end == "canceled":
            orders.cancel(order.id)
        else:
            orders.send_code(order.id, Channel.PHONE)
            orders.pay(order.id, FundsChoice(), self._pocket.code)

    def _agreement(self) -> tuple[str, str]:
        agreement = self._services.catalogue.agreement()
        return agreement.version, agreement.sha256

    # The organization

    def _create(self) -> None:
        for told in self._told["members"]:
            member = NewMember(
                told["name"], told["contact"], told["phone"], "", AccountingMode(self._told["accounting"])
            )
            self._services.organization.create_member(self._id(told["name"]), member)

    def _invite(self) -> None:
        invitee = self._told["account"]
        accounting = AccountingMode(self._told["accounting"])
        self._services.organization.invite(self._id(invitee), invitee, accounting)

    def _accept(self) -> None:
        organization = self._services.organization
        organization.accept(organization.overview().received[0].id)

    def _share(self) -> None:
        self._services.organization.set_sharing(is_on=True)

    def _id(self, name: str = "") -> UUID:
        return uuid5(self._step.account.id, f"{self._step.told['do']} {self._step.at.isoformat()} {name}")
