"""The figures behind prices: a term's ends, what is left of an amount on a day, the estimate of a month's spend."""

from __future__ import annotations

import calendar
from fractions import Fraction
from typing import TYPE_CHECKING

from supportplan_desktop.cli.output import spelled, term_spelled
from supportplan_desktop.cli.parsing import add_command
from supportplan_desktop.cli.reading import MOST_MONTHS, amount, day, instant, whole
from supportplan_desktop.cli.sale import sale_of, tier_code
from supportplan_desktop.cli.words import plain
from supportplan_desktop.domain.changing import share_facts
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.estimate import BandShare, Estimate, estimate
from supportplan_desktop.domain.money import rounded, written_out
from supportplan_desktop.domain.proration import Proration, remaining_share
from supportplan_desktop.domain.quotes import LineKind, QuoteLine, Reason, Rule
from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR, Term, end_of_day, purchase_term, start_of_day

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from supportplan_desktop.cli.parsing import Answer, Commands, Parser

_LONGEST_MONTH = 31


def add_to(group: Commands, sale: Parser) -> None:
    """Add `term`, `value` and `estimate`."""
    term = add_command(group, "term", "When a term ends", _term, sale)
    term.add_argument("--start", required=True, metavar="DATE", help="the day it begins, or the instant")
    term.add_argument("--months", required=True, help="its length")
    value = add_command(group, "value", "What is left of an amount on a day of its term", _value, sale)
    value.add_argument("--amount", required=True, help="what was paid for the term")
    value.add_argument("--start", required=True, metavar="DATE", help="first day of the term")
    value.add_argument("--end", required=True, metavar="DATE", help="last day of the term")
    value.add_argument("--on", required=True, metavar="DATE", help="the day, which itself is not left any more")
    month = add_command(group, "estimate", "A month's postpaid price for a spend", _estimate, sale)
    month.add_argument("--tier", required=True, help="code or name of the plan, in either language")
    month.add_argument("--spend", required=True, metavar="AMOUNT", help="the month's spend at list prices")


def _term(chosen: Namespace) -> Answer:
    zone = sale_of(chosen).catalogue.site_zone
    start = instant(chosen.start, "start", zone)
    term = purchase_term(start, whole(chosen.months, "months", least=1), zone)
    return {"term": term_spelled(term, zone), "site_zone": zone.key}


def _value(chosen: Namespace) -> Answer:
    sale = sale_of(chosen)
    currency, zone, proration = sale.catalogue.currency, sale.catalogue.site_zone, sale.policy.proration
    paid = amount(chosen.amount, "amount", currency)
    start, end, on = day(chosen.start, "start"), day(chosen.end, "end"), day(chosen.on, "on")
    if end <= start:
        raise InvalidInput(field="end", value=end, expected="a day after the start", earliest=start)
    months = whole_months(start, end)
    if months is None and proration is Proration.CALENDAR_MONTHS:
        raise InvalidInput(field="end", value=end, expected="a day whole months after the start")
    term = Term(start_of_day(start, zone), end_of_day(end, zone), months or 0, start, end)
    share = remaining_share(term, on, proration)
    exact = Fraction(paid.amount) * share.value
    left = rounded(exact, currency)
    reason = Reason(Rule.OLD_VALUE, {"paid": str(paid.amount), **share_facts(share)}, written_out(exact), left)
    return {
        "amount": plain(paid),
        "left": plain(left),
        "used": plain(paid - left),
        "on": on.isoformat(),
        "remaining_days": term.remaining_days(on),
        "factor": f"{written_out(share.value):.12f}",
        "remaining_months": None if months is None else f"{written_out(share.value * months):.12f}",
        "lines": [spelled(QuoteLine, QuoteLine(LineKind.OLD_VALUE, left))],
        "total": plain(left),
        "term": {**term_spelled(term, zone), "months": months},
        "explanation": [spelled(Reason, reason)],
        "site_zone": zone.key,
        "proration": str(proration),
    }


def whole_months(start: date, end: date) -> int | None:
    """The months from one day to the other, if both may be the same day of some anchor's months; else None."""
    months = (end.year - start.year) * MONTHS_OF_A_YEAR + end.month - start.month
    is_whole = any(
        start.day == min(anchor, calendar.monthrange(start.year, start.month)[1])
        and end.day == min(anchor, calendar.monthrange(end.year, end.month)[1])
        for anchor in range(1, _LONGEST_MONTH + 1)
    )
    return months if is_whole and 0 < months <= MOST_MONTHS else None


def _estimate(chosen: Namespace) -> Answer:
    catalogue = sale_of(chosen).catalogue
    spend = amount(chosen.spend, "spend", catalogue.currency)
    month = estimate(catalogue, tier_code(catalogue, chosen.tier), spend)
    return {
        **spelled(Estimate, month),
        "lines": [
            {"kind": "monthly_price", "amount": plain(month.monthly_price), "term": None},
            {"kind": "incremental", "amount": plain(month.incremental), "term": None},
        ],
        "total": plain(month.total),
        "explanation": [_band(band) for band in month.bands],
        "catalogue_version": catalogue.version,
    }


def _band(band: BandShare) -> Answer:
    facts = {
        "above": str(band.above.amount),
        "up_to": str(band.up_to.amount) if band.up_to else "",
        "spend": str(band.spend.amount),
        "rate": str(band.rate),
    }
    exact = written_out(Fraction(band.spend.amount) * Fraction(band.rate))
    return {"rule": "band", "facts": facts, "exact": str(exact), "amount": plain(band.amount)}
