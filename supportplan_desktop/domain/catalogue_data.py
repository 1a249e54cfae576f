"""Reads the vendor's data files into values, refusing by name what breaks a rule (DOMAIN 2)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from supportplan_desktop.domain.catalogue import (
    Agreement,
    AutoRenewalPolicy,
    Band,
    DiscountRule,
    ExpiryPolicy,
    FeeRule,
    ItemContent,
    LocalText,
    Policy,
    RefundPolicy,
    Response,
    ServiceCatalogue,
    ServiceItem,
    Severity,
    Tier,
    TierColours,
    UnsubscriptionPolicy,
    VerificationPolicy,
)
from supportplan_desktop.domain.errors import CatalogueInvalid
from supportplan_desktop.domain.money import Money, minor_units
from supportplan_desktop.domain.proration import Proration

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_COLOUR = re.compile(r"[0-9A-F]{6}")
_LAST_HOUR = 23


@dataclass(frozen=True, slots=True)
class _Node:
    """A place in the file: its path for the refusal, and what stands there."""

    where: str
    value: object

    def refuse(self, problem: str) -> CatalogueInvalid:
        return CatalogueInvalid(where=self.where or "(top)", problem=problem)

    def __getitem__(self, name: str) -> _Node:
        fields = self._typed(dict, "an object")
        if name not in fields:
            raise self.refuse(f"{name} is missing")
        return _Node(f"{self.where}.{name}".lstrip("."), fields[name])

    def get(self, name: str) -> _Node | None:
        return self[name] if name in self._typed(dict, "an object") else None

    def _typed(self, kind: type[_T], words: str) -> _T:
        if not isinstance(self.value, kind) or (kind is int and isinstance(self.value, bool)):
            raise self.refuse(f"{words} is expected")
        return self.value

    def text(self) -> str:
        value = self._typed(str, "a text")
        if not value.strip():
            raise self.refuse("a text is expected, not an empty one")
        return value

    def flag(self) -> bool:
        return self._typed(bool, "true or false")

    def whole(self, least: int) -> int:
        value = self._typed(int, "a whole number")
        if value < least:
            raise self.refuse(f"at least {least} is expected")
        return value

    def decimal(self) -> Decimal:
        """A non-negative decimal written as a string, so that no float is ever on the way."""
        try:
            value = Decimal(self._typed(str, "a decimal in quotes"))
        except InvalidOperation:
            raise self.refuse("a decimal in quotes is expected") from None
        if not value.is_finite() or value < 0:
            raise self.refuse("an amount of zero or more is expected")
        return value

    def rate(self) -> Decimal:
        value = self.decimal()
        if value > 1:
            raise self.refuse("a rate between 0 and 1 is expected")
        return value

    def each(self, read: Callable[[_Node], _T], least: int = 0) -> tuple[_T, ...]:
        entries = self._typed(list, "a list")
        if len(entries) < least:
            raise self.refuse(f"at least {least} entries are expected")
        return tuple(read(_Node(f"{self.where}[{index}]", entry)) for index, entry in enumerate(entries))

    def names(self) -> list[str]:
        return list(self._typed(dict, "an object"))


def _local(node: _Node) -> LocalText:
    return LocalText(node["en"].text(), node["zh"].text())


def _colour(node: _Node) -> str:
    value = node.text()
    if not _COLOUR.fullmatch(value):
        raise node.refuse("a colour such as 6A45BE is expected")
    return value


def _colours(node: _Node) -> TierColours:
    return TierColours(_colour(node["text"]), _colour(node["soft"]), _colour(node["fill"]))


def _money(node: _Node, currency: str) -> Money:
    try:
        return Money(node.decimal(), currency)
    except ValueError as error:
        raise node.refuse(str(error)) from None


def _bands(node: _Node, currency: str) -> tuple[Band, ...]:
    """The marginal bands, each ending above the one before; only the last one has no end."""

    def band(entry: _Node) -> Band:
        up_to = entry.get("up_to")
        return Band(_money(up_to, currency) if up_to else None, entry["rate"].rate())

    bands = node.each(band, least=1)
    ends = [band.up_to for band in bands]
    limits = [end for end in ends if end is not None]
    if ends != [*limits, None] or any(one >= other for one, other in pairwise([Money.zero(currency), *limits])):
        raise node.refuse("bands are expected one above the other, the last one without an end")
    return bands


def _tier(node: _Node, currency: str) -> Tier:
    incremental = node.get("incremental")
    return Tier(
        code=node["code"].text(),
        rank=node["rank"].whole(0),
        name=_local(node["name"]),
        scenario=_local(node["scenario"]),
        highlights=node["highlights"].each(_local),
        monthly_price=_money(node["monthly_price"], currency),
        light=_colours(node["colours"]["light"]),
        dark=_colours(node["colours"]["dark"]),
        incremental=_bands(incremental, currency) if incremental else (),
    )


def _response(node: _Node) -> Response:
    return Response(node["severity"].text(), _local(node["within"]))


def _content(node: _Node) -> ItemContent:
    text = _local(node["text"])
    summary, responses, operation = node.get("summary"), node.get("responses"), node.get("operation")
    return ItemContent(
        text=text,
        summary=_local(summary) if summary else text,
        level=node["level"].whole(0),
        operation=operation.flag() if operation else False,
        responses=responses.each(_response) if responses else (),
    )


def _item(node: _Node) -> ServiceItem:
    operation, comparison = node.get("operation"), node.get("comparison_name")
    contents = node["contents"]
    return ServiceItem(
        code=node["code"].text(),
        name=_local(node["name"]),
        comparison_name=_local(comparison or node["name"]),
        operation=_local(operation) if operation else None,
        contents={tier: _content(contents[tier]) for tier in contents.names()},
    )


def _severity(node: _Node) -> Severity:
    return Severity(node["code"].text(), _local(node["name"]), _local(node["note"]))


def _discounts(node: _Node) -> tuple[DiscountRule, ...]:
    rules = node.each(lambda entry: DiscountRule(entry["months_from"].whole(1), entry["rate"].rate()))
    _distinct(node, [str(rule.months_from) for rule in rules], "the duration")
    return rules


def _zone(node: _Node) -> ZoneInfo:
    try:
        return ZoneInfo(node.text())
    except (KeyError, OSError, ValueError):
        raise node.refuse("a time zone such as Asia/Hong_Kong is expected") from None


def _distinct(node: _Node, values: list[str], what: str) -> None:
    doubled = sorted({value for value in values if values.count(value) > 1})
    if doubled:
        raise node.refuse(f"{what} {', '.join(doubled)} is there twice")


def _top(text: str) -> _Node:
    try:
        return _Node("", json.loads(text))
    except json.JSONDecodeError as error:
        raise CatalogueInvalid(where=f"line {error.lineno}", problem=error.msg) from None


def read_catalogue(text: str) -> ServiceCatalogue:
    """The catalogue of a JSON text; CatalogueInvalid names the place and the problem."""
    top = _top(text)
    currency = top["currency"].text()
    try:
        minor_units(currency)
    except ValueError as error:
        raise top["currency"].refuse(str(error)) from None
    tiers = sorted(top["tiers"].each(lambda node: _tier(node, currency), least=2), key=lambda tier: tier.rank)
    _distinct(top["tiers"], [tier.code for tier in tiers], "the code")
    _distinct(top["tiers"], [str(tier.rank) for tier in tiers], "the rank")
    if tiers[0].is_paid or any(not tier.is_paid for tier in tiers[1:]):
        raise top["tiers"].refuse("only the lowest tier is free")
    severities = top["severities"].each(_severity)
    items = top["items"].each(_item, least=1)
    _distinct(top["items"], [item.code for item in items], "the code")
    known = {severity.code for severity in severities}
    for index, item in enumerate(items):
        place = _Node(f"items[{index}].contents", None)
        missing = [tier.code for tier in tiers if tier.code not in item.contents]
        if missing:
            raise place.refuse(f"{', '.join(missing)} is missing")
        used = {response.severity for content in item.contents.values() for response in content.responses}
        if used - known:
            raise place.refuse(f"no severity {', '.join(sorted(used - known))}")
    durations = top["durations"].each(lambda node: node.whole(1), least=1)
    if list(durations) != sorted(set(durations)):
        raise top["durations"].refuse("months are expected once each, shortest first")
    return ServiceCatalogue(
        version=top["version"].text(),
        currency=currency,
        site_zone=_zone(top["site_zone"]),
        tiers=tuple(tiers),
        durations=durations,
        vat_rate=top["vat_rate"].rate(),
        discounts=_discounts(top["discounts"]),
        severities=severities,
        items=items,
    )


def read_policy(text: str) -> Policy:
    """The vendor's windows and limits of a JSON text; CatalogueInvalid names the place and the problem."""
    top = _top(text)
    verification, expiry = top["verification"], top["expiry"]
    return Policy(
        version=top["version"].text(),
        payment_deadline=timedelta(hours=top["payment_deadline_hours"].whole(1)),
        verification=VerificationPolicy(
            digits=verification["digits"].whole(4),
            life=timedelta(minutes=verification["life_minutes"].whole(1)),
            attempts=verification["attempts"].whole(1),
            pause=timedelta(seconds=verification["pause_seconds"].whole(0)),
            sends_a_day=verification["sends_a_day"].whole(1),
        ),
        expiry=ExpiryPolicy(expiry["grace_days"].whole(0), expiry["retention_days"].whole(0)),
        proration=_proration(top["proration"]),
        unsubscription=_unsubscription(top["unsubscription"]),
        refund=_refund(top["refund"]),
        auto_renewal=_auto_renewal(top["auto_renewal"]),
        reminders=_reminders(top["reminders_days_before"]),
        invitation_life=timedelta(days=top["invitation_days"].whole(1)),
    )


def _proration(node: _Node) -> Proration:
    try:
        return Proration(node.text())
    except ValueError:
        raise node.refuse(f"one of {', '.join(Proration)} is expected") from None


def _unsubscription(node: _Node) -> UnsubscriptionPolicy:
    def fee(entry: _Node) -> FeeRule:
        return FeeRule(entry["months_up_to"].whole(1), entry["rates"].each(_Node.rate, least=1))

    fees = node["fees"].each(fee, least=1)
    if [rule.months_up_to for rule in fees] != sorted({rule.months_up_to for rule in fees}):
        raise node["fees"].refuse("the fees of shorter terms are expected first, each length once")
    return UnsubscriptionPolicy(
        timedelta(hours=node["full_refund_hours"].whole(0)), node["full_refunds_a_year"].whole(0), fees
    )


def _refund(node: _Node) -> RefundPolicy:
    approved = timedelta(hours=node["approved_after_hours"].whole(0))
    completed = timedelta(hours=node["completed_after_hours"].whole(0))
    if completed < approved:
        raise node["completed_after_hours"].refuse("a refund is completed after it was approved")
    return RefundPolicy(approved, completed)


def _reminders(node: _Node) -> tuple[int, ...]:
    days = node.each(lambda entry: entry.whole(1))
    _distinct(node, [str(day) for day in days], "the day")
    return tuple(sorted(days, reverse=True))


def _auto_renewal(node: _Node) -> AutoRenewalPolicy:
    hour, least = node["hour"].whole(0), node["least_days_before"].whole(0)
    most = node["most_days_before"].whole(least)
    if hour > _LAST_HOUR:
        raise node["hour"].refuse("an hour from 0 to 23 is expected")
    return AutoRenewalPolicy(hour, least, most)


def read_agreement(text: str) -> Agreement:
    """One version of the agreement; its fingerprint is taken over the whole file, both languages."""
    top = _top(text)
    version = top["version"]
    try:
        date.fromisoformat(f"{version.text()}-01")
    except ValueError:
        raise version.refuse("a version such as 2019-10 is expected") from None
    return Agreement(
        version=version.text(),
        title=_local(top["title"]),
        paragraphs=top["paragraphs"].each(_local, least=1),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
