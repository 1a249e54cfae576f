"""Money, dates and durations as the user reads them, from exact values and without a float anywhere (DOMAIN 3)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QObject

from supportplan_desktop.domain.money import minor_units
from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from supportplan_desktop.domain.money import Money

_MINUS, _PLUS = "−\N{NO-BREAK SPACE}", "+\N{NO-BREAK SPACE}"
_SIGN = "¤"
# Short symbols: a site sells in one currency, so "$" needs no country in front. Others show their ISO code.
_SYMBOLS = {
    "BRL": "R$",
    "CNY": "¥",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "SGD": "S$",
    "TWD": "NT$",
    "USD": "$",
}


def money_text(money: Money, locale: QLocale, digits: int | None = None) -> str:
    """The amount with the locale's separators, the currency's symbol and its digits: "$13,500.00", "− $133.26".

    `digits` after the point are the currency's own unless another number is asked for.
    QLocale would take the amount as a double and the digits of its own country's currency.
    """
    whole, _, minor = f"{abs(money.amount):.{minor_units(money.currency) if digits is None else digits}f}".partition(
        "."
    )
    zero = locale.zeroDigit()
    figure = locale.toString(int(whole))
    if minor:
        figure += locale.decimalPoint() + "".join(chr(ord(zero) + int(digit)) for digit in minor)
    symbol = _SYMBOLS.get(money.currency, money.currency)
    pattern = locale.toCurrencyString(0, _SIGN)
    if symbol[-1].isalpha():
        pattern = pattern.replace(_SIGN + zero, f"{_SIGN}\N{NO-BREAK SPACE}{zero}")
    text = pattern.replace(zero, figure).replace(_SIGN, symbol)
    return _MINUS + text if money.amount < 0 else text


def offset_text(at: datetime) -> str:
    """The distance of an aware instant's zone from UTC: "UTC+8", "UTC−3:30", "UTC"."""
    offset = at.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{'+' if offset > timedelta() else '−'}{hours}" + (f":{minutes:02}" if minutes else "")


class Speaks(Protocol):
    """Whatever knows how dates and numbers are written: the window's language, or a document's."""

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""


class Texts(QObject):
    """Writes values in the window's language and the user's locale; instants in `zone`, the site's.

    Instants are aware. The zone is set once the catalogue is there.
    """

    def __init__(self, language: Speaks, zone: ZoneInfo | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.zone = ZoneInfo("UTC") if zone is None else zone

    def money(self, money: Money) -> str:
        """As "$90.00", "− $133.26", "¥1,235"."""
        return money_text(money, self._language.locale)

    def signed_money(self, money: Money) -> str:
        """As "+ $37.16", "− $37.16"; nothing is "$0.00"."""
        return f"{_PLUS if money.amount > 0 else ''}{self.money(money)}"

    def scale(self, amounts: Sequence[Money]) -> tuple[str, ...]:
        """As "$0", "$15", "$30": the lines of a grid, without digits after the point where none of them needs any."""
        digits = 0 if all(money.amount == money.amount.to_integral_value() for money in amounts) else None
        return tuple(money_text(money, self._language.locale, digits) for money in amounts)

    def number(self, number: int) -> str:
        """As "1,204"."""
        return self._language.locale.toString(number)

    def long_date(self, day: date) -> str:
        """As "Dec 9, 2019", "2019年12月9日"."""
        return self._by(self.tr("MMM d, yyyy"), day)

    def short_date(self, day: date) -> str:
        """As "Dec 9", "12月9日"."""
        return self._by(self.tr("MMM d"), day)

    def month_of(self, day: date) -> str:
        """As "Dec 2020", "2020-12"."""
        return self._by(self.tr("MMM yyyy"), day)

    def period(self, first: date, last: date) -> str:
        """As "Dec 9, 2019 – Jan 9, 2020", "Jan 10 – Feb 9, 2020", "2020-01-10 至 2020-02-09"."""
        begin = self.tr("MMM d", "first day of a period within a year") if first.year == last.year else ""
        pattern = self.tr("MMM d, yyyy", "day of a period")
        return self.tr("{first} – {last}").format(first=self._by(begin or pattern, first), last=self._by(pattern, last))

    def iso_date(self, day: date) -> str:
        """As "2019-12-09"."""
        return f"{day:%Y-%m-%d}"

    def instant(self, at: datetime) -> str:
        """As "2019-12-09 11:41:23" at the site."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M:%S}"

    def minute(self, at: datetime) -> str:
        """As "2019-12-09 11:41" at the site."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}"

    def time(self, at: datetime) -> str:
        """As "23:59:59" at the site."""
        return f"{at.astimezone(self.zone):%H:%M:%S}"

    def site_date(self, at: datetime) -> date:
        """The day it is at the site, for the functions that write days."""
        return at.astimezone(self.zone).date()

    def offset(self, at: datetime) -> str:
        """As "UTC+8": the site's, at that instant."""
        return offset_text(at.astimezone(self.zone))

    def zoned(self, at: datetime) -> str:
        """As "2019-12-09 11:41:23 (UTC+8)" at the site."""
        return f"{self.instant(at)} ({self.offset(at)})"

    def local_time(self, at: datetime) -> str:
        """The same instant on the user's own clock, for a tool tip: "2019-12-09 04:41:23 (UTC+1) local time"."""
        here = at.astimezone()
        return self.tr("{time} ({offset}) local time").format(
            time=f"{here:%Y-%m-%d %H:%M:%S}", offset=offset_text(here)
        )

    def duration(self, months: int) -> str:
        """As "1 month", "9 months"; whole years as such: "1 year"."""
        years, rest = divmod(months, MONTHS_OF_A_YEAR)
        return self.months(months) if rest or not years else self.tr("%n year(s)", "", years)

    def months(self, months: int) -> str:
        """As "1 month", "12 months": never as years."""
        return self.tr("%n month(s)", "", months)

    def days(self, days: int) -> str:
        """As "31 days"."""
        return self.tr("%n day(s)", "", days)

    def countdown(self, seconds: int) -> str:
        """As "9:12", "23:59:59"; nothing is left at "0:00"."""
        minutes, second = divmod(max(0, seconds), 60)
        hours, minute = divmod(minutes, 60)
        return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"

    def _by(self, pattern: str, day: date) -> str:
        return self._language.locale.toString(QDate(day.year, day.month, day.day), pattern)
