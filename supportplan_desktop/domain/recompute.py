"""The figures of a quote once more, from nothing but its explanation (DESIGN 3).

Written apart from what made the quote and with whole numbers and fractions of its own, so that an order can be checked
long after the prices and the code that made it have changed. Each step is computed from its facts; a fact that follows
from others is checked against them, down to each day of the calendar.
"""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from supportplan_desktop.domain.money import Money, minor_units
from supportplan_desktop.domain.quotes import LineKind, QuoteLine, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportplan_desktop.domain.quotes import Reason

_DAYS_OF_A_YEAR = 365
_SHOWN_TO = Fraction(1, 2 * 10**12)  # a factor is shown to twelve decimals


@dataclass(frozen=True, slots=True)
class Recomputed:
    """Every printed line, signed as it enters the total, in the order of the quote's, and their sums."""

    lines: tuple[QuoteLine, ...]
    total: Money
    totals: dict[int | None, Money]


def recompute(explanation: tuple[Reason, ...], currency: str) -> Recomputed:
    """The lines and totals that follow from an explanation; `totals` is by the position of the term, None for no term.

    ValueError where facts contradict one another, and where a fact or a step is missing or too many.
    """
    try:
        return _recomputed(explanation, _Figures(currency))
    except KeyError as missing:
        raise ValueError(f"an explanation lacks the fact {missing}") from None
    except ZeroDivisionError:
        raise ValueError("an explanation has a part of nothing") from None


def _recomputed(explanation: tuple[Reason, ...], figures: _Figures) -> Recomputed:
    steps: dict[str | None, list[Reason]] = {}
    for reason in explanation:
        steps.setdefault(reason.facts.get("term"), []).append(reason)
    totals: dict[int | None, int] = {}
    lines: list[QuoteLine] = []
    for term, reasons in steps.items():
        position = None if term is None else int(term)
        for kind, units in figures.lines(reasons):
            lines.append(QuoteLine(kind, figures.money(units), position))
            totals[position] = totals.get(position, 0) + units
    _expect(lines, "nothing is explained")
    return Recomputed(
        tuple(lines),
        figures.money(sum(totals.values())),
        {position: figures.money(units) for position, units in totals.items()},
    )


class _Figures:
    """Amounts as whole minor units of one currency."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self._scale: int = 10 ** minor_units(currency)

    def money(self, units: int) -> Money:
        return Money(Decimal(units) / self._scale, self._currency)

    def lines(self, reasons: list[Reason]) -> Iterator[tuple[LineKind, int]]:
        """The printed lines of the steps of one term, or of a price."""
        by_rule = {reason.rule: reason for reason in reasons}
        _expect(len(by_rule) == len(reasons), "a step is there twice")
        rules = set(by_rule)
        if rules == {Rule.MONTHLY_PRICE, Rule.MONTHS, Rule.DISCOUNT, Rule.VAT}:
            return self._price(by_rule)
        if rules in ({Rule.NEW_VALUE, Rule.OLD_VALUE}, {Rule.SAME_DAY_RETURN, Rule.OLD_VALUE}):
            return self._change({rule: reason.facts for rule, reason in by_rule.items()})
        return self._refund({rule: reason.facts for rule, reason in by_rule.items()})

    def _price(self, steps: dict[Rule, Reason]) -> Iterator[tuple[LineKind, int]]:
        # The monthly price is looked up, not computed: the amount of its step is the fact itself.
        months = int(steps[Rule.MONTHS].facts["months"])
        _expect(int(steps[Rule.DISCOUNT].facts["months"]) == months, "the discount is for another duration")
        full = self._units(Fraction(steps[Rule.MONTHLY_PRICE].exact) * months)
        less = self._part(full, _rate(steps[Rule.DISCOUNT].facts["rate"]))
        yield LineKind.LIST_PRICE, full
        yield LineKind.DISCOUNT, -less
        yield LineKind.VAT, self._part(full - less, _rate(steps[Rule.VAT].facts["rate"]))

    def _change(self, facts: dict[Rule, dict[str, str]]) -> Iterator[tuple[LineKind, int]]:
        old, new = facts[Rule.OLD_VALUE], facts.get(Rule.NEW_VALUE)
        if new is None:
            value = self._whole(facts[Rule.SAME_DAY_RETURN]["value"])
        else:
            price = Fraction(new["monthly_price"]) * int(new["months"])
            price = price * (1 - _rate(new["discount"])) * (1 + _rate(new["vat"]))
            value = self._units(price * _share(new))
        yield LineKind.NEW_VALUE, value
        yield LineKind.OLD_VALUE, -self._part(self._whole(old["paid"]), _share(old))

    def _refund(self, facts: dict[Rule, dict[str, str]]) -> Iterator[tuple[LineKind, int]]:
        rules = set(facts) - {Rule.NOT_REFUNDED}
        paid = self._whole(facts[Rule.PAID]["paid"]) if Rule.PAID in facts else 0
        consumed = fee = 0
        if rules == {Rule.PAID, Rule.CONSUMED, Rule.FEE}:
            consumed, fee = self._used(paid, facts[Rule.CONSUMED], facts[Rule.FEE])
        elif rules == {Rule.PAID, Rule.FULL_REFUND}:
            _check_full_refund(facts[Rule.FULL_REFUND])
        else:
            _expect(rules == {Rule.PAID, Rule.NOT_BEGUN}, f"no quote has the steps {', '.join(sorted(facts))}")
        excess = max(0, consumed + fee - paid)
        _expect((Rule.NOT_REFUNDED in facts) == (excess > 0), "what is kept and what was paid do not fit")
        yield LineKind.PAID, -paid
        yield LineKind.CONSUMED, consumed
        yield LineKind.FEE, fee
        if excess:
            yield LineKind.NOT_REFUNDED, -excess

    def _used(self, paid: int, consumed: dict[str, str], fee: dict[str, str]) -> tuple[int, int]:
        """The consumed amount and the handling fee of a term that runs."""
        closed, running = self._whole(consumed["closed"]), self._whole(consumed["paid"])
        _expect(closed + running == paid == self._whole(fee["paid"]), "the amounts paid are not the same")
        return closed + self._part(running, _share(consumed)), self._part(paid, _rate(fee["rate"]))

    def _whole(self, amount: str) -> int:
        units = Fraction(amount) * self._scale
        _expect(units.denominator == 1 and units >= 0, f"{amount} is no amount of {self._currency}")
        return int(units)

    def _part(self, units: int, share: Fraction) -> int:
        return self._units(Fraction(units, self._scale) * share)

    def _units(self, amount: Fraction) -> int:
        """Rounded half up, which for what is never below zero is half away from zero."""
        numerator, denominator = (amount * self._scale).as_integer_ratio()
        return (2 * numerator + denominator) // (2 * denominator)


def _check_full_refund(facts: dict[str, str]) -> None:
    passed = datetime.fromisoformat(facts["at"]) - datetime.fromisoformat(facts["completed"])
    _expect(passed <= timedelta(hours=int(facts["hours"])), "the time for a full refund was over")
    _expect(int(facts["used"]) < int(facts["a_year"]), "the full refunds of the year were used up")


def _rate(text: str) -> Fraction:
    rate = Fraction(text)
    _expect(0 <= rate <= 1, f"{text} is no rate")
    return rate


def _share(facts: dict[str, str]) -> Fraction:
    """The share of a term that is left or used, checked against the share that the facts name."""
    if "used_days" in facts:
        share = _used_share(facts)
    elif "parts" in facts or "counted_days" in facts:
        share = _calendar_share(facts)
    elif "remaining_days" in facts:
        share = _days_left(facts)
    else:
        _expect(facts.get("share") == "whole" or facts["on"] == facts["from"], "a whole share is not explained")
        share = Fraction(1)
    _expect(0 <= share <= 1, "a share is between 0 and 1")
    _expect(Fraction(facts["fraction"]) == share, "the fraction does not follow from the days")
    _expect(abs(Fraction(facts["factor"]) - share) <= _SHOWN_TO, "the factor does not follow from the fraction")
    return share


def _used_share(facts: dict[str, str]) -> Fraction:
    begun, on, last = (date.fromisoformat(facts[name]) for name in ("from", "on", "last"))
    used, days = int(facts["used_days"]), int(facts["days"])
    _expect(days == (last - begun).days, "the days do not follow from the dates")
    _expect(used == min(max((on - begun).days, 0), days), "the used days do not follow from the dates")
    return Fraction(used, days) if days else Fraction(0)


def _days_left(facts: dict[str, str]) -> Fraction:
    on, last = date.fromisoformat(facts["on"]), date.fromisoformat(facts["last"])
    left, days = int(facts["remaining_days"]), int(facts["days"])
    _expect(left == (last - on).days, "the remaining days do not follow from the dates")
    if "from" in facts:
        _expect(days == (last - date.fromisoformat(facts["from"])).days, "the days do not follow from the dates")
    return Fraction(left, days)


def _calendar_share(facts: dict[str, str]) -> Fraction:
    """The share by calendar months or by years, of the term or of what was left of it when the segment began."""
    on, last, months = date.fromisoformat(facts["on"]), date.fromisoformat(facts["last"]), int(facts["months"])
    _expect(int(facts["remaining_days"]) == (last - on).days, "the remaining days do not follow from the dates")
    _expect(("parts" in facts) == bool(months % 12), "a term of years is counted in years, and no other")
    if "parts" in facts:
        stated = sum((Fraction(part) for part in facts["parts"].split(" + ")), Fraction(0))
        measured, units = _months_between, months
    else:
        stated = Fraction(int(facts["counted_days"]), _DAYS_OF_A_YEAR)
        _expect(Fraction(facts["years"]) == stated, "the years do not follow from the days")
        measured, units = _years_between, months // 12
    _expect(stated == measured(on, last), "what is left does not follow from the dates")
    share = min(Fraction(1), stated / units)
    if "from" not in facts:
        return share
    then = min(Fraction(1), measured(date.fromisoformat(facts["from"]), last) / units)
    _expect(Fraction(facts["share_then"]) == then, "the share of then does not follow from the dates")
    return share / then if then else Fraction(0)


def _months_between(on: date, last: date) -> Fraction:
    """The days after `on` up to `last`, each as its part of the month it is in."""
    months = Counter((day.year, day.month) for day in _days_between(on, last))
    return sum((Fraction(days, calendar.monthrange(*month)[1]) for month, days in months.items()), Fraction(0))


def _years_between(on: date, last: date) -> Fraction:
    """The days after `on` up to `last`, 29 February aside, by 365."""
    return Fraction(sum((day.month, day.day) != (2, 29) for day in _days_between(on, last)), _DAYS_OF_A_YEAR)


def _days_between(on: date, last: date) -> Iterator[date]:
    return (on + timedelta(days=number) for number in range(1, (last - on).days + 1))


def _expect(holds: object, problem: str) -> None:
    if not holds:
        raise ValueError(f"an explanation contradicts itself: {problem}")
