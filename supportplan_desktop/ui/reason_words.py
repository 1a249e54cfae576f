"""The words of an explanation: for every rule of a quote its name, what it was computed from, and its amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.domain.money import Money, written_out
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.quotes import Quote, Reason, Rule
from supportplan_desktop.ui.order_words import plan_name, quoted_kind

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.ui.texts import Texts

_SHOWN_DIGITS = 8
_KEPT = frozenset({Rule.CONSUMED, Rule.FEE, Rule.NOT_REFUNDED})
_REFUNDED = _KEPT | {Rule.NEW_VALUE, Rule.SAME_DAY_RETURN}
_CHARGED = _KEPT | {Rule.OLD_VALUE}
"""The rules whose amounts are taken off where the sum comes back, and where it is paid."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One line: what it is, what it was computed from ("" for nothing to add), and the amount as it enters the sum."""

    name: str
    facts: str
    amount: Money


class ReasonWords(QObject):
    """Words reasons in the language of the moment."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._texts = texts

    def lines(self, quote: Quote) -> list[Explained]:
        """Every reason of a quote, and what they come to where that is not a line of its own."""
        is_refund = quote.total.amount < 0
        reasons = list(quote.explanation)
        if quoted_kind(quote) is OrderKind.CHANGE and is_refund:
            reasons = [reason for pair in zip(reasons[1::2], reasons[::2], strict=True) for reason in pair]
        not_begun = {reason.facts["term"] for reason in reasons if reason.rule is Rule.NOT_BEGUN}
        shown = [reason for reason in reasons if reason.rule is not Rule.PAID or reason.facts["term"] not in not_begun]
        return [*(self._explained(quote, reason) for reason in shown), *self._sum(quote)]

    def term(self, quote: Quote, position: int) -> str:
        """As "Current term", "Renewal 2"."""
        number = position - quote.rows[0].position
        return self.tr("Renewal {number}").format(number=number) if number else self.tr("Current term")

    def _explained(self, quote: Quote, reason: Reason) -> Explained:
        words = {
            Rule.MONTHLY_PRICE: self._monthly_price,
            Rule.MONTHS: self._months,
            Rule.DISCOUNT: self._discount,
            Rule.VAT: self._vat,
            Rule.NEW_VALUE: self._new_value,
            Rule.SAME_DAY_RETURN: self._same_day_return,
            Rule.OLD_VALUE: self._old_value,
            Rule.PAID: self._paid,
            Rule.CONSUMED: self._consumed,
            Rule.FULL_REFUND: self._full_refund,
            Rule.NOT_BEGUN: self._not_begun,
            Rule.FEE: self._fee,
            Rule.NOT_REFUNDED: self._not_refunded,
        }
        name, facts = words[reason.rule](reason.facts)
        if "term" in reason.facts and len(quote.rows) > 1:
            term = self.term(quote, int(reason.facts["term"]))
            name = self.tr("{term}: {line}").format(term=term, line=name) if name else term
        return Explained(name, facts, _signed(quote, reason))

    def _sum(self, quote: Quote) -> list[Explained]:
        kind, total = quoted_kind(quote), quote.total
        if kind is OrderKind.CHANGE:
            words = self.tr("Refund = old − new") if total.amount < 0 else self.tr("Fee = new − old")
            return [Explained(words, "", -total if total.amount < 0 else total)]
        if kind is OrderKind.UNSUBSCRIPTION:
            return [Explained(self.tr("Refund = paid − consumed − fee"), "", -total)]
        return []

    # Of a price

    def _monthly_price(self, facts: dict[str, str]) -> tuple[str, str]:
        plan = plan_name(self._catalogue, facts["tier"], QLocale().name())
        priced = self.tr("{plan}, price list of {version}")
        return self.tr("Monthly price"), priced.format(plan=plan, version=facts["catalogue_version"])

    def _months(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("× {months}").format(months=self._texts.months(int(facts["months"]))), ""

    def _discount(self, facts: dict[str, str]) -> tuple[str, str]:
        duration = self._texts.duration(int(facts["months"]))
        if Decimal(facts["rate"]):
            rate = percent(facts["rate"])
            return self.tr("Discount"), self.tr("{rate} for {duration}").format(rate=rate, duration=duration)
        return self.tr("Discount"), self.tr("none for {duration}").format(duration=duration)

    def _vat(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("VAT {rate}").format(rate=percent(facts["rate"])), ""

    # Of a change

    def _new_value(self, facts: dict[str, str]) -> tuple[str, str]:
        price, duration = self._money(facts["monthly_price"]), self._texts.duration(int(facts["months"]))
        share = self._share(facts)
        if share:
            counted = self.tr("{price} × {duration} × {share}").format(price=price, duration=duration, share=share)
        else:
            counted = self.tr("{price} × {duration}, in full").format(price=price, duration=duration)
        if Decimal(facts["discount"]):
            counted += self.tr(", less {rate}").format(rate=percent(facts["discount"]))
        if Decimal(facts["vat"]):
            counted += self.tr(", plus VAT {rate}").format(rate=percent(facts["vat"]))
        return self.tr("New value"), counted

    def _same_day_return(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("New value"), self.tr("what it was worth when it was given up earlier today")

    def _old_value(self, facts: dict[str, str]) -> tuple[str, str]:
        paid, share = self._money(facts["paid"]), self._share(facts)
        if "share_then" in facts and "days" not in facts and share:
            counted = self.tr("{paid} paid × {share}").format(paid=paid, share=share)
        elif share:
            counted = self.tr("{paid} paid × {share} left").format(paid=paid, share=share)
        elif facts.get("share") == "whole":
            counted = self.tr("{paid} paid, not begun").format(paid=paid)
        else:
            counted = self.tr("{paid} paid, none of it used yet").format(paid=paid)
        return self.tr("Old value"), counted

    def _share(self, facts: dict[str, str]) -> str:
        """What is left of a term: as days of days, months of months, or a figure; "" for all of it."""
        if "remaining_days" not in facts:
            return ""
        if "days" in facts:
            return self.tr("{left} of {days} days").format(left=facts["remaining_days"], days=facts["days"])
        if not Fraction(facts["fraction"]):
            return self._texts.days(0)
        if "share_then" in facts:
            figure, then = _figure(Fraction(facts["fraction"])), self._day(facts["from"])
            return self.tr("{share} of what was left on {date}").format(share=figure, date=then)
        if "counted_days" in facts:
            days = Fraction(facts["counted_days"]) / Fraction(facts["fraction"])
            words = self.tr("{left} of {days} days").format(left=facts["counted_days"], days=_figure(days))
            is_shorter = facts["counted_days"] != facts["remaining_days"]
            return self.tr("{days} (without 29 February)").format(days=words) if is_shorter else words
        left = Fraction(facts["fraction"]) * int(facts["months"])
        months = self._texts.months(int(facts["months"]))
        return self.tr("{left} of {months} ({parts})").format(left=_figure(left), months=months, parts=facts["parts"])

    # Of an unsubscription

    def _paid(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Paid"), self.tr("payments less refunds")

    def _consumed(self, facts: dict[str, str]) -> tuple[str, str]:
        used = self.tr("{paid} paid × {used} used of {days} days").format(
            paid=self._money(facts["paid"]), used=facts["used_days"], days=facts["days"]
        )
        if Decimal(facts["closed"]):
            used += self.tr(", and {amount} before the last change").format(amount=self._money(facts["closed"]))
        return self.tr("Consumed amount"), used

    def _full_refund(self, facts: dict[str, str]) -> tuple[str, str]:
        until = datetime.fromisoformat(facts["completed"]) + timedelta(hours=int(facts["hours"]))
        rule = self.tr("five-day rule: full refund until {time} ({number} of {limit} this year)")
        return self.tr("Consumed amount and fee"), rule.format(
            time=self._texts.minute(until), number=int(facts["used"]) + 1, limit=facts["a_year"]
        )

    def _not_begun(self, _facts: dict[str, str]) -> tuple[str, str]:
        """Named by its term alone: what was paid for it comes back."""
        return "", self.tr("not begun: all back, no fee")

    def _fee(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Handling fee"), self.tr("{rate} of {paid}; the five-day rule no longer applies").format(
            rate=percent(facts["rate"]), paid=self._money(facts["paid"])
        )

    def _not_refunded(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Not asked for"), self.tr("what is kept exceeds what was paid")

    # Values

    def _money(self, amount: str) -> str:
        return self._texts.money(Money(Decimal(amount), self._catalogue.currency))

    def _day(self, day: str) -> str:
        return self._texts.long_date(date.fromisoformat(day))


def _signed(quote: Quote, reason: Reason) -> Money:
    """The printed amount with the sign it has in the sum that is shown: a fee's, or a refund's."""
    if reason.rule is Rule.NOT_BEGUN:
        return next(row.paid for row in quote.rows if str(row.position) == reason.facts["term"])
    taken_off = _REFUNDED if quote.total.amount < 0 else _CHARGED
    return -reason.amount if reason.rule in taken_off else reason.amount


def percent(rate: str) -> str:
    """A rate such as 0.06 as "6 %", with the locale's own point."""
    figure = f"{(Decimal(rate) * 100).normalize():f}"
    return f"{figure.replace('.', QLocale().decimalPoint())}\N{NO-BREAK SPACE}%"


def _figure(value: Fraction) -> str:
    """A number to eight places, without zeros at its end, with the locale's own point."""
    figure = f"{written_out(value):.{_SHOWN_DIGITS}f}".rstrip("0").rstrip(".")
    return figure.replace(".", QLocale().decimalPoint())
