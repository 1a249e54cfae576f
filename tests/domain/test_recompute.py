"""What an explanation says is enough to compute a quote's figures again, and to notice what does not belong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.catalogue import DiscountRule, FeeRule
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import Rule
from supportplan_desktop.domain.recompute import recompute
from tests.domain.samples import Life, site, sold_in, usd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote, Reason

BOUGHT = "2019-12-09 11:41:23"


@pytest.fixture
def life(catalogue: ServiceCatalogue, policy: Policy) -> Life:
    return Life(catalogue, policy)


def every_kind_of_quote(life: Life) -> Iterator[Quote]:
    """All there is to quote in the life of a plan, with every rule in it."""
    yield life.buy("developer", 3, site(BOUGHT))
    yield life.quoted_unsubscription(site("2019-12-10"))
    yield life.renew(12, site("2019-12-15"))
    yield life.change("business", site("2019-12-22"))
    yield life.change("developer", site("2019-12-22"))
    yield life.change("enterprise", site("2020-01-04"))
    yield life.quoted_unsubscription(site("2020-02-20"))
    yield life.quoted_unsubscription(site("2020-03-09"))
    yield life.change("business", site("2020-06-30"))
    yield life.quoted_change("developer", site("2020-07-01"))
    yield life.unsubscribe(site("2020-12-31"))


@pytest.mark.parametrize("proration", Proration)
@pytest.mark.parametrize(("discount", "vat"), [("0", "0"), ("0.0525", "0.0825")])
def test_every_kind_of_quote_gives_the_same_figures_again(
    life: Life, proration: Proration, discount: str, vat: str
) -> None:
    rates = {"vat_rate": Decimal(vat), "discounts": (DiscountRule(2, Decimal(discount)),)}
    life.catalogue = replace(life.catalogue, **rates)  # type: ignore[arg-type]
    rules: set[Rule] = set()
    for quote in every_kind_of_quote(life.prorated(proration)):
        again = recompute(quote.explanation, "USD")
        assert again.lines == quote.lines
        assert again.total == quote.total
        assert again.totals == {
            term: sum((line.amount for line in quote.lines if line.term == term), usd("0")) for term in again.totals
        }
        rules |= {reason.rule for reason in quote.explanation}
    assert rules == set(Rule)


@pytest.mark.parametrize(
    ("currency", "prices"),
    [
        ("JPY", {"developer": "2601", "business": "9001", "enterprise": "1350001"}),
        ("KWD", {"developer": "7.801", "business": "27.507", "enterprise": "4123.017"}),
    ],
)
def test_other_currencies_are_computed_to_their_own_digits(life: Life, currency: str, prices: dict[str, str]) -> None:
    for quote in every_kind_of_quote(Life(sold_in(life.catalogue, currency, prices), life.policy)):
        assert recompute(quote.explanation, currency).lines == quote.lines


def test_totals_are_also_given_by_term(life: Life) -> None:
    life.buy("business", 1, site(BOUGHT))
    life.renew(1, site("2019-12-20"))
    quote = life.quoted_unsubscription(site("2019-12-22"))
    assert recompute(quote.explanation, "USD").totals == {0: usd("-43.26"), 1: usd("-90.00")}


def test_halves_are_rounded_away_from_zero_in_what_is_paid_and_in_what_comes_back(life: Life) -> None:
    life.catalogue = replace(life.catalogue, discounts=(DiscountRule(1, Decimal("0.0125")),))
    quote = life.buy("developer", 1, site(BOUGHT))  # 0.325
    assert recompute(quote.explanation, "USD").lines[1].amount == quote.lines[1].amount == usd("-0.33")


def tampered(quote: Quote, rule: Rule, **facts: str) -> tuple[Reason, ...]:
    """The explanation with other facts at the last step of that rule."""
    steps = list(quote.explanation)
    place = max(place for place, reason in enumerate(steps) if reason.rule is rule)
    assert facts.keys() <= steps[place].facts.keys()
    steps[place] = replace(steps[place], facts=steps[place].facts | facts)
    return tuple(steps)


def figures(explanation: tuple[Reason, ...]) -> object:
    """The lines, or that there are none."""
    try:
        return recompute(explanation, "USD").lines
    except ValueError:
        return None


AMOUNTS = {"monthly_price", "paid", "closed", "value"}
# What no figure follows from, and what decides on a full refund (for these see below).
ONLY_TOLD = {"catalogue_version", "tier", "year", "a_year", "used", "hours", "at", "completed"}


def another(name: str, text: str) -> str:
    """Another fact that could stand in the place of this one."""
    if name in AMOUNTS:
        return str(Decimal(text) + 10)
    if name == "parts":
        return f"{text} + 1/31"
    if name == "share":
        return "half"
    if text.count("-") == 2:
        return "2019-12-30"
    return str(int(text) + 1) if text.isdecimal() and name not in {"discount", "vat", "rate", "fraction"} else "0.013"


@pytest.mark.parametrize("proration", Proration)
def test_another_fact_gives_another_figure_or_contradicts_the_rest(life: Life, proration: Proration) -> None:
    life.catalogue = replace(
        life.catalogue, vat_rate=Decimal("0.0825"), discounts=(DiscountRule(2, Decimal("0.0525")),)
    )
    tried = 0
    for quote in every_kind_of_quote(life.prorated(proration)):
        for place, reason in enumerate(quote.explanation):
            for name, text in reason.facts.items():
                if name in ONLY_TOLD or (reason.rule is Rule.SAME_DAY_RETURN and name == "on"):
                    continue
                steps = list(quote.explanation)
                steps[place] = replace(reason, facts=reason.facts | {name: another(name, text)})
                assert figures(tuple(steps)) != quote.lines, (reason.rule, name, text)
                tried += 1
    assert tried > 150


def test_a_price_of_another_day_gives_another_figure(life: Life) -> None:
    life.buy("developer", 1, site(BOUGHT))
    quote = life.quoted_change("business", site("2019-12-22"))
    dearer = tampered(quote, Rule.NEW_VALUE, monthly_price="93.10")
    assert recompute(dearer, "USD").total == usd("38.96")  # 54.06 - 15.10
    paid_less = tampered(quote, Rule.OLD_VALUE, paid="13.00")
    assert recompute(paid_less, "USD").total == usd("44.71")  # 52.26 - 7.55


@pytest.mark.parametrize(
    ("rule", "facts", "problem"),
    [
        (Rule.NEW_VALUE, {"remaining_days": "19"}, "remaining days do not follow"),
        (Rule.NEW_VALUE, {"days": "30"}, "the fraction does not follow"),
        (Rule.NEW_VALUE, {"days": "0"}, "a part of nothing"),
        (Rule.NEW_VALUE, {"on": "2019-12-21"}, "remaining days do not follow"),
        (Rule.NEW_VALUE, {"factor": "0.580645161291"}, "the factor does not follow"),
        (Rule.NEW_VALUE, {"vat": "1.5"}, "no rate"),
        (Rule.OLD_VALUE, {"paid": "26.005"}, "no amount of USD"),
        (Rule.OLD_VALUE, {"paid": "-26.00"}, "no amount of USD"),
    ],
)
def test_facts_that_contradict_one_another_are_named(
    life: Life, rule: Rule, facts: dict[str, str], problem: str
) -> None:
    life.buy("developer", 1, site(BOUGHT))
    explanation = tampered(life.quoted_change("business", site("2019-12-22")), rule, **facts)
    with pytest.raises(ValueError, match=problem):
        recompute(explanation, "USD")


@pytest.mark.parametrize(
    ("on", "rule", "facts", "problem"),
    [
        ("2019-12-10", Rule.FULL_REFUND, {"used": "10"}, "used up"),
        ("2019-12-10", Rule.FULL_REFUND, {"completed": "2019-12-01T00:00:00+00:00"}, "the time for a full refund"),
        ("2019-12-22", Rule.CONSUMED, {"used_days": "12"}, "used days do not follow"),
        ("2019-12-22", Rule.CONSUMED, {"days": "32"}, "the days do not follow"),
        ("2019-12-22", Rule.CONSUMED, {"closed": "1.00"}, "amounts paid are not the same"),
        ("2019-12-22", Rule.FEE, {"paid": "80.00"}, "amounts paid are not the same"),
        ("2019-12-22", Rule.FEE, {"rate": "0.9"}, "do not fit"),
    ],
)
def test_a_refund_that_contradicts_itself_is_named(
    life: Life, on: str, rule: Rule, facts: dict[str, str], problem: str
) -> None:
    life.buy("business", 1, site(BOUGHT))
    explanation = tampered(life.quoted_unsubscription(site(on)), rule, **facts)
    with pytest.raises(ValueError, match=problem):
        recompute(explanation, "USD")


def test_steps_and_facts_that_are_missing_or_too_many_are_named(life: Life) -> None:
    purchase = life.buy("business", 1, site(BOUGHT)).explanation
    fees = (FeeRule(12, (Decimal(1),)),)
    life.policy = replace(life.policy, unsubscription=replace(life.policy.unsubscription, fees=fees))
    refund = life.quoted_unsubscription(site("2019-12-22")).explanation
    assert refund[-1].rule is Rule.NOT_REFUNDED
    with pytest.raises(ValueError, match="nothing is explained"):
        recompute((), "USD")
    with pytest.raises(ValueError, match="no quote has the steps"):
        recompute(purchase[:-1], "USD")
    with pytest.raises(ValueError, match="there twice"):
        recompute((*purchase, purchase[-1]), "USD")
    with pytest.raises(ValueError, match="do not fit"):
        recompute(refund[:-1], "USD")
    with pytest.raises(ValueError, match="lacks the fact 'months'"):
        recompute((purchase[0], replace(purchase[1], facts={}), *purchase[2:]), "USD")
