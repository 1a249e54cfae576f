"""Any life of a plan keeps its books: hypothesis buys, renews, changes and unsubscribes at the worst of instants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue import DiscountRule, FeeRule
from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import LineKind, QuoteLine
from supportplan_desktop.domain.recompute import recompute
from supportplan_desktop.domain.terms import end_of_day, site_date
from supportplan_desktop.domain.unsubscribing import is_full_refund
from tests.domain.samples import Life

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.domain.subscriptions import Subscription

_CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))
_POLICY = read_policy((resource("catalogue") / "policy.json").read_text("utf-8"))
_SECOND = timedelta(seconds=1)
_DIGITS = {"USD": 2, "JPY": 0, "KWD": 3}

ZONES = [
    "Asia/Hong_Kong",
    "America/New_York",
    "Europe/Lisbon",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "America/Santiago",
    "America/Nuuk",
]
DURATIONS = st.sampled_from([1, 1, 1, 2, 3, 6, 9, 12, 24, 36])
rates = st.decimals("0", "1", places=4) | st.just(Decimal(0))
# Month ends and leap days are where calendars go wrong, so they come up more often than one day in thirty.
first_days = st.datetimes(datetime(2018, 10, 1), datetime(2029, 1, 1)) | st.builds(  # noqa: DTZ001 - the zone is given
    lambda day, clock: datetime.fromisoformat(f"{day} {clock}"),
    st.sampled_from(["2019-12-09", "2023-01-31", "2023-08-31", "2024-01-31", "2024-02-29", "2027-02-28", "2018-11-03"]),
    st.sampled_from(["00:00:00", "11:41:23", "23:59:59"]),
)


@dataclass(frozen=True)
class Step:
    """Something that may happen: a while later or around the end of a term, what, and to which tier or how long."""

    pause: timedelta
    seam: timedelta | None
    deed: str
    pick: int
    months: int


pauses = (
    st.just(timedelta(0))
    | st.integers(0, 30 * 3600).map(lambda seconds: timedelta(seconds=seconds))
    | st.integers(0, 40).map(lambda days: timedelta(days=days))
    | st.integers(0, 400).map(lambda days: timedelta(days=days, hours=7))
)
seams = st.none() | st.none() | st.sampled_from([-_SECOND, timedelta(0), _SECOND / 2, _SECOND, 2 * _SECOND])
deeds = st.sampled_from(["change"] * 4 + ["renew"] * 2 + ["price", "unsubscribe"])
steps = st.lists(st.builds(Step, pauses, seams, deeds, st.integers(0, 20), DURATIONS), min_size=1, max_size=8)


@st.composite
def catalogues(draw: st.DrawFn) -> ServiceCatalogue:
    """Four or five tiers at any prices, with any discounts and VAT, in any of the zones and currencies."""
    currency = draw(st.sampled_from(["USD", "USD", "JPY", "KWD"]))
    prices = draw(st.lists(st.integers(1, 2_000_000), min_size=3, max_size=4, unique=True))
    free, *_, paid = _CATALOGUE.tiers
    tiers = [replace(free, monthly_price=Money.zero(currency))]
    for rank, price in enumerate(sorted(prices), start=1):
        amount = Money(Decimal(price).scaleb(-_DIGITS[currency]), currency)
        tiers.append(replace(paid, code=f"tier{rank}", rank=rank, monthly_price=amount, incremental=()))
    discounts = draw(st.dictionaries(st.sampled_from([1, 3, 12, 24]), rates, max_size=2))
    return replace(
        _CATALOGUE,
        currency=currency,
        tiers=tuple(tiers),
        site_zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        vat_rate=draw(rates),
        discounts=tuple(DiscountRule(*rule) for rule in discounts.items()),
    )


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Either proration, and the vendor's fees or any others."""
    fees = draw(st.just(_POLICY.unsubscription.fees) | rates.map(lambda rate: (FeeRule(12, (rate,)),)))
    unsubscription = replace(_POLICY.unsubscription, fees=fees)
    return replace(_POLICY, proration=draw(st.sampled_from(Proration)), unsubscription=unsubscription)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Life, datetime, str, int, list[Step]]:
    """A plan to be bought, when, which and for how long, and what is to happen to it."""
    catalogue, policy = draw(catalogues()), draw(policies())
    life = Life(catalogue, policy, full_refunds_used=draw(st.sampled_from([0, 10])))
    at = draw(first_days).replace(tzinfo=catalogue.site_zone).astimezone(UTC)
    return life, at, draw(st.sampled_from(catalogue.paid_tiers)).code, draw(DURATIONS), draw(steps)


def live(life: Life, at: datetime, tier: str, months: int, happens: list[Step]) -> None:
    """Live through all of it, looking into the books after each step."""
    check_quote(life, life.buy(tier, months, at))
    check_books(life)
    for step in happens:
        at = instant(life, at, step)
        if life.subscription.unsubscribed_at or at > life.subscription.end + timedelta(days=30):
            return
        before, is_running = life.subscription, at <= life.subscription.end
        others = [other.code for other in life.catalogue.paid_tiers if other.code != before.tier]
        if is_running:
            check_return(life, others, at, step.pick)
            check_refund(life, life.quoted_unsubscription(at))
        if step.deed == "price":
            life.catalogue = repriced(life.catalogue, step.pick)
        elif step.deed == "renew":
            assert life.quoted_renewal(step.months, at) == check_quote(life, life.renew(step.months, at))
        elif is_running and step.deed == "change":
            other = others[step.pick % len(others)]
            assert life.quoted_change(other, at) == check_quote(life, life.change(other, at))
        elif is_running:
            preview = life.quoted_unsubscription(at)
            assert preview == check_refund(life, life.unsubscribe(at))
        check_books(life)
        check_growth(before, life.subscription)


def instant(life: Life, at: datetime, step: Step) -> datetime:
    """When the step happens: a while later, or around the end of a term that is still to end."""
    ends = [paid.term.end for paid in life.subscription.terms if paid.term.end > at]
    if step.seam is None or not ends:
        return at + step.pause
    return max(at, ends[step.pick % len(ends)] + step.seam)


def repriced(catalogue: ServiceCatalogue, pick: int) -> ServiceCatalogue:
    """Another price list: cheaper or dearer, to the whole minor unit."""
    tiers = [catalogue.tiers[0]]
    for tier in catalogue.paid_tiers:
        units = int(tier.monthly_price.amount.scaleb(_DIGITS[catalogue.currency])) * (pick + 1) // 7 + 1
        price = Money(Decimal(units).scaleb(-_DIGITS[catalogue.currency]), catalogue.currency)
        tiers.append(replace(tier, monthly_price=price))
    return replace(catalogue, version=f"{catalogue.version}+{pick}", tiers=tuple(tiers))


def check_quote(life: Life, quote: Quote) -> Quote:
    """Lines make the total and follow from the explanation, shares are shares, rows give up no more than was paid."""
    again = recompute(quote.explanation, life.catalogue.currency)
    assert again.lines == quote.lines
    assert again.total == quote.total == total((line.amount for line in quote.lines), life.catalogue.currency)
    nothing = Money.zero(life.catalogue.currency)
    for reason in quote.explanation:
        assert 0 <= Fraction(reason.facts.get("fraction", "0")) <= 1
    for row in quote.rows:
        assert nothing <= row.given_up <= row.paid
        assert min(row.consumed, row.fee, row.carried or nothing) >= nothing
    return quote


def check_refund(life: Life, quote: Quote) -> Quote:
    """Every row adds up, nothing is asked for, and under the five-day rule or before a term begins all comes back."""
    check_quote(life, quote)
    nothing = Money.zero(life.catalogue.currency)
    assert quote.total == -total((row.given_up for row in quote.rows), life.catalogue.currency)
    for place, row in enumerate(quote.rows):
        waived = QuoteLine(LineKind.NOT_REFUNDED, row.paid - row.consumed - row.fee - row.given_up, row.position)
        assert waived.amount <= nothing
        assert (waived in quote.lines) == bool(waived.amount)
        assert not (waived.amount and row.given_up)
        if place or is_full_refund(quote):
            assert (row.consumed, row.fee, row.given_up) == (nothing, nothing, row.paid)
    return quote


def check_return(life: Life, others: list[str], at: datetime, pick: int) -> None:
    """To any other tier, perhaps to a third, and back before midnight: as if nothing had happened."""
    zone, home = life.catalogue.site_zone, life.subscription.tier
    later = min(at + timedelta(hours=pick), end_of_day(site_date(at, zone), zone), life.subscription.end)
    later = max(later, at)  # within the last second of a day
    way = {others[pick % len(others)]: at, others[(pick + 1) % len(others)]: later}
    twin = life.twin()
    for tier, then in way.items():
        check_quote(twin, twin.change(tier, then))
    check_quote(twin, twin.change(home, later))
    assert twin.received == twin.kept == life.received
    assert [paid.paid for paid in twin.subscription.terms] == [paid.paid for paid in life.subscription.terms]


def check_books(life: Life) -> None:
    """What the segments keep is what was paid less what was refunded, of the plan, and never below zero of a term."""
    nothing = Money.zero(life.catalogue.currency)
    assert life.kept == life.received
    assert all(paid.paid >= nothing for paid in life.subscription.terms)


def check_growth(before: Subscription, after: Subscription) -> None:
    """Terms follow one another; a segment stays as it was, or is closed once and for all."""
    terms = [paid.term for paid in after.terms]
    assert terms[: len(before.terms)] == [paid.term for paid in before.terms]
    for earlier, later in pairwise(terms):
        assert (later.start, later.first) == (earlier.end + _SECOND, earlier.last)
    for old, new in zip(before.terms, after.terms, strict=False):
        for was, now in zip(old.segments, new.segments, strict=False):
            assert now == was or (was.closed is None and replace(now, closed=None) == was)
        assert len(new.segments) >= len(old.segments)
        closings = [segment.closed is not None for segment in new.segments]
        assert all(closings[:-1])
        starts = [segment.start for segment in new.segments]
        assert starts == sorted(starts)
        assert {segment.end for segment in new.segments} == {new.term.end}
    assert (before.mark == after.mark) == (before == after)


@pytest.mark.slow
@settings(max_examples=1500)
@given(lives())
def test_any_life_of_a_plan_keeps_its_books(lived: tuple[Life, datetime, str, int, list[Step]]) -> None:
    live(*lived)
