"""What a quote costs, beside one bare multiplication and rounding of decimals, in one run.

python tests/benchmarks/quotes.py

Each kind of quote is made with its explanation, for the plan that asks most of it: changed twice, with renewals not
begun. `recomputed` is the same quote's figures once more from that explanation. A quote is asked for with every click,
and a curve asks for one a day of the term: it has to cost less than a millisecond.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy
from supportplan_desktop.domain.estimate import estimate
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import Quote, quote_purchase
from supportplan_desktop.domain.recompute import recompute
from tests.domain.samples import Life, site, usd

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS, CALLS = 30, 20
LIMIT = 1000.0  # microseconds
CENT, PRICE, SHARE = Decimal("0.01"), Decimal("90.00"), Decimal(18) / Decimal(31)
BOUGHT, ON = site("2019-12-09 11:41:23"), site("2019-12-22")


def main() -> int:
    """Print one line for each kind of quote; the answer is 1 where one passes the limit."""
    bare = microseconds(lambda: (PRICE * SHARE).quantize(CENT, ROUND_HALF_UP), calls=10_000)
    lines = [("quote", "ratio", "microseconds", "limit", "recomputed")]
    is_within = True
    for name, quote in quotes().items():
        cost = microseconds(quote)
        is_within &= cost < LIMIT
        made = quote()
        again = ""
        if isinstance(made, Quote):
            assert recompute(made.explanation, "USD").lines == made.lines
            again = f"{microseconds(partial(recompute, made.explanation, 'USD')):.0f}"
        lines.append((name, f"{cost / bare:.0f}", f"{cost:.0f}", f"{LIMIT:.0f}", again))
    lines.append(("bare multiplication", "1", f"{bare:.2f}", "", ""))
    for line in lines:
        print("  ".join(text.rjust(width) for text, width in zip(line, (32, 6, 12, 6, 10), strict=True)))  # noqa: T201 - a script
    return 0 if is_within else 1


def quotes() -> dict[str, Callable[[], object]]:
    """One call for each kind of quote, and for the change and the refund of a long and much changed plan."""
    folder = resource("catalogue")
    catalogue = read_catalogue((folder / "catalogue.json").read_text("utf-8"))
    policy = read_policy((folder / "policy.json").read_text("utf-8"))
    plain, long = Life(catalogue, policy), Life(catalogue, policy)
    plain.buy("developer", 1, BOUGHT)
    long.buy("developer", 36, BOUGHT)
    for _ in range(3):
        long.renew(36, BOUGHT + timedelta(days=1))
    long.change("enterprise", BOUGHT + timedelta(days=2))
    long.change("business", BOUGHT + timedelta(days=3))
    by_months = long.prorated(Proration.CALENDAR_MONTHS)
    nine = Life(catalogue, policy).prorated(Proration.CALENDAR_MONTHS)
    nine.buy("developer", 9, BOUGHT)
    return {
        "purchase": lambda: quote_purchase(catalogue, "business", 1, ON),
        "renewal": lambda: plain.quoted_renewal(12, ON),
        "change": lambda: plain.quoted_change("business", ON),
        "change of four terms": lambda: long.quoted_change("developer", ON),
        "change of four terms, by years": lambda: by_months.quoted_change("developer", ON),
        "change of nine calendar months": lambda: nine.quoted_change("business", ON),
        "unsubscription": lambda: plain.quoted_unsubscription(ON),
        "unsubscription of four terms": lambda: long.quoted_unsubscription(ON),
        "estimate": lambda: estimate(catalogue, "business", usd("10000.00")),
    }


def microseconds(call: Callable[[], object], calls: int = CALLS) -> float:
    """The time of a call in the quickest of many runs, which a busy machine changes least."""
    call()
    times = []
    for _ in range(REPEATS):
        began = perf_counter()
        for _ in range(calls):
            call()
        times.append(perf_counter() - began)
    return min(times) / calls * 1e6


if __name__ == "__main__":
    sys.exit(main())
