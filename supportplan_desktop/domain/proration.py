"""What is left of a term on a day, by either of the vendor's rules (DOMAIN 3).

Shares are exact fractions. Nothing is rounded here: a printed line is rounded once, when it is printed.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR

if TYPE_CHECKING:
    from supportplan_desktop.domain.terms import Term

_DAYS_OF_A_YEAR = 365
_LEAP_DAY = (2, 29)


class Proration(StrEnum):
    """How a part of a term is measured; the policy's choice."""

    ACTUAL_DAYS = "actual-days"
    CALENDAR_MONTHS = "calendar-months"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a term, exact, with what it was counted from as short texts: names and numbers, no sentences."""

    value: Fraction
    facts: dict[str, str]


def remaining_share(term: Term, on: date, proration: Proration) -> Share:
    """The share R of the term that is left on that day, the day itself not counted; 0 to 1 (DOMAIN 3).

    `actual-days`: remaining days by the days of the term. `calendar-months`: for each calendar month the days left
    in it by the days it has, in units of the term's months; for a term of whole years the days left, 29 February
    aside, by 365, in units of its years. Never more than 1.
    """
    day = min(max(on, term.first), term.last)
    left = (term.last - day).days
    facts = {"on": day.isoformat(), "last": term.last.isoformat(), "remaining_days": str(left)}
    if proration is Proration.ACTUAL_DAYS:
        return Share(Fraction(left, term.days), facts | {"days": str(term.days)})
    if not term.months % MONTHS_OF_A_YEAR:
        counted = left - _leap_days(day, term.last)
        years = Fraction(counted, _DAYS_OF_A_YEAR)
        facts |= {"counted_days": str(counted), "years": str(years), "months": str(term.months)}
        return Share(min(Fraction(1), years / (term.months // MONTHS_OF_A_YEAR)), facts)
    parts = _by_months(day, term.last)
    months = sum((Fraction(*part) for part in parts), Fraction(0))
    facts |= {"parts": " + ".join(f"{days}/{of}" for days, of in parts) or "0", "months": str(term.months)}
    return Share(min(Fraction(1), months / term.months), facts)


def _by_months(on: date, last: date) -> list[tuple[int, int]]:
    """For each calendar month after `on` up to `last`: its days in between, and all its days."""
    parts: list[tuple[int, int]] = []
    day = on + timedelta(days=1)
    while day <= last:
        days = calendar.monthrange(day.year, day.month)[1]
        end = min(last, day.replace(day=days))
        parts.append(((end - day).days + 1, days))
        day = end + timedelta(days=1)
    return parts


def _leap_days(on: date, last: date) -> int:
    """How many 29 Februaries lie after `on`, up to `last`."""
    leap_years = (year for year in range(on.year, last.year + 1) if calendar.isleap(year))
    return sum(on < date(year, *_LEAP_DAY) <= last for year in leap_years)
