"""Days and terms: what the site's calendar makes of instants (DOMAIN 3).

Instants are aware datetimes in UTC; the site's zone decides which day an instant belongs to. Months are counted
from an anchor date, so that 31 January goes to 28 February and back to 31 March.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

MONTHS_OF_A_YEAR = 12
_LAST_SECOND = time(23, 59, 59)


def add_months(anchor: date, months: int) -> date:
    """`months` after the anchor, clamped to the month's last day; always count from the anchor, never in steps."""
    index = anchor.year * MONTHS_OF_A_YEAR + anchor.month - 1 + months
    year, month = divmod(index, MONTHS_OF_A_YEAR)
    return date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))


def site_date(at: datetime, zone: ZoneInfo) -> date:
    """The day it is at the site at that instant."""
    return at.astimezone(zone).date()


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of 23:59:59 of that day at the site; the later one where a clock change repeats it."""
    return datetime.combine(day, _LAST_SECOND, zone).replace(fold=1).astimezone(UTC)


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) one second after the end of the day before."""
    return end_of_day(day - timedelta(days=1), zone) + timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A paid stretch of time: `start` and `end` are instants in UTC, `end` being 23:59:59 of its site day.

    `first` and `last` are the site dates the days are counted between: last − first = days of the term, so a
    renewal's `first` is the end date of the term before it.
    """

    start: datetime
    end: datetime
    months: int
    first: date
    last: date

    @property
    def days(self) -> int:
        """Days of the term: end date − start date (DOMAIN 3)."""
        return (self.last - self.first).days

    def remaining_days(self, on: date) -> int:
        """End date − that date, within 0 and the days of the term."""
        return max(0, min((self.last - on).days, self.days))


def purchase_term(bought: datetime, months: int, zone: ZoneInfo) -> Term:
    """The term of a plan bought at that instant: it ends at 23:59:59 site time, `months` after the day (DOMAIN 3)."""
    first = site_date(bought, zone)
    last = add_months(first, months)
    return Term(bought, end_of_day(last, zone), months, first, last)


def renewal_term(terms: Sequence[Term], months: int, zone: ZoneInfo) -> Term:
    """The term that `months` more append to the terms so far, counted from the first one's day (DOMAIN 6)."""
    before = terms[-1]
    last = add_months(terms[0].first, sum(term.months for term in terms) + months)
    return Term(before.end + timedelta(seconds=1), end_of_day(last, zone), months, before.last, last)
