"""Reads what the arguments say: numbers, days, instants, amounts; InvalidInput names the option and what is expected.

Values are read here and not by argparse, because instants need the site's zone and amounts the currency.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money, minor_units

if TYPE_CHECKING:
    from pathlib import Path

E = TypeVar("E", bound=StrEnum)

YEARS = range(1970, 3000)
LARGEST_AMOUNT = 10**15
MOST_MONTHS = 1200  # a hundred years: no term is longer, and no date leaves the calendar
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_AMOUNT = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")  # with any currency's digits well within a Decimal's 28
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def whole(text: str, field: str, least: int | None = None, most: int = MOST_MONTHS) -> int:
    """A whole number from `least` to `most`; without a least one any, for a rule of the domain to judge."""
    number = int(text) if _WHOLE.fullmatch(text) else None
    if number is None or (least is not None and not least <= number <= most):
        expected = "a whole number" if least is None else f"a whole number from {least} to {most}"
        raise InvalidInput(field=field, value=text, expected=expected)
    return number


def day(text: str, field: str) -> date:
    """A day written as 2019-12-09."""
    try:
        read = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        read = None
    if read is None:
        raise InvalidInput(field=field, value=text, expected="a day such as 2019-12-09")
    if read.year not in YEARS:
        raise _out_of_range(text, field)
    return read


def instant(text: str, field: str, site_zone: ZoneInfo) -> datetime:
    """An ISO 8601 instant in UTC, to the second; without an offset it is site time, without a time the day's start."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidInput(field=field, value=text, expected="an instant such as 2019-12-09T11:41:23") from None
    if at.year not in YEARS:
        raise _out_of_range(text, field)
    at = (at if at.tzinfo else at.replace(tzinfo=site_zone)).astimezone(UTC).replace(microsecond=0)
    if at.year not in YEARS:
        raise _out_of_range(text, field)
    return at


def not_before(at: datetime, field: str, earliest: datetime, what: str) -> datetime:
    """The instant, refused where it lies before another one; `what` says in English what that one is."""
    if at < earliest:
        raise InvalidInput(field=field, value=at, expected=f"no instant before {what}", earliest=earliest)
    return at


def amount(text: str, field: str, currency: str) -> Money:
    """An amount of zero or more in the currency, written with a point: 10000 or 26.50."""
    read = signed_amount(text, field, currency)
    if read < Money.zero(currency):
        raise InvalidInput(field=field, value=text, expected="an amount of zero or more")
    return read


def signed_amount(text: str, field: str, currency: str) -> Money:
    """An amount in the currency, below zero where it comes back: -61.94."""
    if not _AMOUNT.fullmatch(text):
        raise InvalidInput(field=field, value=text, expected="an amount such as 26.50")
    try:
        return Money(Decimal(text), currency)
    except ValueError as error:
        raise InvalidInput(field=field, value=text, expected=f"an amount in {currency}", problem=str(error)) from None


def currency_code(text: str, field: str) -> str:
    """An ISO 4217 code, in capitals."""
    code = text.upper()
    try:
        minor_units(code)
    except ValueError:
        raise InvalidInput(field=field, value=text, expected="an ISO 4217 currency such as USD") from None
    return code


def zone(text: str, field: str) -> ZoneInfo:
    """A time zone of the tz database."""
    try:
        return ZoneInfo(text)
    except (KeyError, OSError, ValueError):
        raise InvalidInput(field=field, value=text, expected="a time zone such as Asia/Hong_Kong") from None


def choice(text: str, field: str, kind: type[E]) -> E:
    """One of the named values, in any case and with dashes or underscores."""
    try:
        return kind(text.strip().casefold().replace("-", "_"))
    except ValueError:
        raise InvalidInput(field=field, value=text, expected=f"one of {', '.join(kind)}") from None


def choices(texts: list[str] | None, field: str, kind: type[E]) -> frozenset[E]:
    """Several of the named values, each by an option of its own or with commas between; none mean all."""
    return frozenset(choice(part, field, kind) for text in texts or () for part in text.split(","))


def identifier(text: str, field: str) -> UUID:
    """An id in the one spelling that answers have."""
    try:
        return UUID(text.strip())
    except ValueError:
        expected = "an id such as 3f0c9a52-7f4e-4d7c-9d53-0c8a8e1b5a11"
        raise InvalidInput(field=field, value=text, expected=expected) from None


def file_text(path: Path, field: str) -> str:
    """The text of a file in UTF-8."""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise InvalidInput(
            field=field, value=str(path), expected="a readable file in UTF-8", problem=str(error)
        ) from None


def _out_of_range(text: str, field: str) -> InvalidInput:
    return InvalidInput(field=field, value=text, expected=f"a year from {YEARS[0]} to {YEARS[-1]}")
