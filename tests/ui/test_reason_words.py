"""Why an amount is what it is: the words of every rule, and that the lines shown come to the total."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import quote_purchase, quote_renewal
from supportplan_desktop.domain.subscriptions import Subscription, Turn, changed, purchased, renewed
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.unsubscribing import quote_unsubscription
from supportplan_desktop.ui.reason_words import Explained, ReasonWords
from supportplan_desktop.ui.texts import Texts
from tests.ui.fakes import BOUGHT, ORDER_ID, SITE, offer, site_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.ui.language import Language

    Said = Callable[[Quote], list[tuple[str, str, str]]]

CATALOGUE, POLICY = offer().catalogue, offer().policy.unsubscription
ACTUAL, CALENDAR = Proration.ACTUAL_DAYS, Proration.CALENDAR_MONTHS
LATER = site_time("2019-12-22 10:00:00")
MINUS = "−\N{NO-BREAK SPACE}"


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def plan(tier: str = "business", months: int = 1, paid: str | None = None) -> Subscription:
    amount = usd(paid) if paid else Money(CATALOGUE.tier(tier).monthly_price.amount * months, "USD")
    return purchased(uuid4(), ORDER_ID, tier, amount, purchase_term(BOUGHT, months, SITE))


def upgraded() -> Subscription:
    """Developer until 22 December, Business from then on."""
    return changed(plan("developer"), uuid4(), "business", [Turn(0, usd("15.10"), usd("52.26"))], LATER)


def change(
    subscription: Subscription, tier: str, at: datetime = LATER, proration: Proration = ACTUAL, **catalogue: object
) -> Quote:
    return quote_change(replace(CATALOGUE, **catalogue), proration, subscription, tier, at)  # type: ignore[arg-type]


def unsubscription(subscription: Subscription, at: datetime = LATER, used: int = 3) -> Quote:
    return quote_unsubscription(CATALOGUE, POLICY, subscription, used, at)


@pytest.fixture
def words(language: Language) -> ReasonWords:
    return ReasonWords(CATALOGUE, Texts(language, SITE))


@pytest.fixture
def said(words: ReasonWords, language: Language) -> Said:
    texts = Texts(language, SITE)

    def say(quote: Quote) -> list[tuple[str, str, str]]:
        return [(line.name, line.facts, texts.money(line.amount)) for line in words.lines(quote)]

    return say


def facts(words: ReasonWords, quote: Quote, name: str) -> str:
    return next(line.facts for line in words.lines(quote) if line.name == name)


def test_a_purchase_is_the_price_the_months_the_discount_and_the_tax(words: ReasonWords) -> None:
    lines = words.lines(quote_purchase(CATALOGUE, "business", 3, BOUGHT))
    assert [(line.name, line.facts) for line in lines] == [
        ("Monthly price", f"Business, price list of {CATALOGUE.version}"),
        ("× 3 months", ""),
        ("Discount", "none for 3 months"),
        ("VAT 0\N{NO-BREAK SPACE}%", ""),
    ]


def test_a_renewal_is_explained_as_a_purchase(words: ReasonWords) -> None:
    lines = words.lines(quote_renewal(CATALOGUE, plan(), 12, LATER))
    assert [line.name for line in lines] == ["Monthly price", "× 12 months", "Discount", "VAT 0\N{NO-BREAK SPACE}%"]


def test_an_upgrade_is_new_less_old(said: Said) -> None:
    assert said(change(plan("developer"), "business")) == [
        ("New value", "$90.00 × 1 month × 18 of 31 days", "$52.26"),
        ("Old value", "$26.00 paid × 18 of 31 days left", f"{MINUS}$15.10"),
        ("Fee = new − old", "", "$37.16"),
    ]


def test_a_downgrade_is_old_less_new(said: Said) -> None:
    assert said(change(plan(), "developer")) == [
        ("Old value", "$90.00 paid × 18 of 31 days left", "$52.26"),
        ("New value", "$26.00 × 1 month × 18 of 31 days", f"{MINUS}$15.10"),
        ("Refund = old − new", "", "$37.16"),
    ]


def test_where_there_are_several_terms_each_line_says_of_which_it_is(words: ReasonWords) -> None:
    bought = renewed(plan(), uuid4(), usd("90.00"), 1, SITE)
    lines = words.lines(change(bought, "developer"))
    assert [(line.name, line.facts) for line in lines[2:4]] == [
        ("Renewal 1: Old value", "$90.00 paid, not begun"),
        ("Renewal 1: New value", "$26.00 × 1 month, in full"),
    ]
    assert lines[0].name == "Current term: Old value"


def test_on_the_purchase_day_nothing_is_used(words: ReasonWords) -> None:
    assert facts(words, change(plan("developer"), "business", BOUGHT), "Old value") == (
        "$26.00 paid, none of it used yet"
    )


def test_calendar_months_show_their_parts(words: ReasonWords) -> None:
    quote = change(plan("developer", 3), "business", proration=CALENDAR)
    assert facts(words, quote, "New value") == (
        "$90.00 × 3 months × 2.58064516 of 3 months (9/31 + 31/31 + 29/29 + 9/31)"
    )


def test_a_year_counts_its_days_without_29_february(words: ReasonWords) -> None:
    quote = change(plan("developer", 12), "business", proration=CALENDAR)
    assert facts(words, quote, "Old value") == "$312.00 paid × 352 of 365 days (without 29 February) left"


def test_a_continued_segment_counts_from_its_change(words: ReasonWords) -> None:
    at = site_time("2019-12-30 10:00:00")
    assert facts(words, change(upgraded(), "enterprise", at), "Old value") == "$52.26 paid × 10 of 18 days left"
    assert facts(words, change(upgraded(), "enterprise", at, CALENDAR), "Old value") == (
        "$52.26 paid × 0.55555556 of what was left on Dec 22, 2019"
    )


def test_going_back_on_the_day_of_a_change_is_said(words: ReasonWords) -> None:
    assert facts(words, change(upgraded(), "developer"), "New value") == (
        "what it was worth when it was given up earlier today"
    )


def test_on_the_last_day_nothing_is_left(words: ReasonWords) -> None:
    at = site_time("2020-01-09 10:00:00")
    assert facts(words, change(plan("developer"), "business", at), "Old value") == "$26.00 paid × 0 of 31 days left"
    assert facts(words, change(plan("developer"), "business", at, CALENDAR), "Old value") == "$26.00 paid × 0 days left"


def test_tax_of_the_new_value_is_said(words: ReasonWords) -> None:
    quote = change(plan("developer"), "business", vat_rate=Decimal("0.06"))
    assert facts(words, quote, "New value") == "$90.00 × 1 month × 18 of 31 days, plus VAT 6\N{NO-BREAK SPACE}%"


def test_an_unsubscription_is_paid_less_consumed_less_fee(said: Said) -> None:
    assert said(unsubscription(renewed(plan(), uuid4(), usd("90.00"), 1, SITE))) == [
        ("Current term: Paid", "payments less refunds", "$90.00"),
        ("Current term: Consumed amount", "$90.00 paid × 13 used of 31 days", f"{MINUS}$37.74"),
        (
            "Current term: Handling fee",
            "10\N{NO-BREAK SPACE}% of $90.00; the five-day rule no longer applies",
            f"{MINUS}$9.00",
        ),
        ("Renewal 1", "not begun: all back, no fee", "$90.00"),
        ("Refund = paid − consumed − fee", "", "$133.26"),
    ]


def test_the_five_day_rule_says_until_when_and_how_often(said: Said) -> None:
    assert said(unsubscription(plan(), BOUGHT)) == [
        ("Paid", "payments less refunds", "$90.00"),
        ("Consumed amount and fee", "five-day rule: full refund until 2019-12-14 11:41 (4 of 10 this year)", "$0.00"),
        ("Refund = paid − consumed − fee", "", "$90.00"),
    ]


def test_what_exceeds_the_paid_amount_is_not_asked_for(words: ReasonWords) -> None:
    lines = words.lines(unsubscription(upgraded(), site_time("2020-01-09 12:00:00")))
    assert lines[-2] == Explained("Not asked for", "what is kept exceeds what was paid", usd("6.32"))
    assert lines[-1].amount == usd("0.00")


@pytest.mark.parametrize("proration", list(Proration))
def test_what_is_shown_comes_to_what_is_shown_beneath(words: ReasonWords, proration: Proration) -> None:
    several = renewed(upgraded(), uuid4(), usd("90.00"), 1, SITE)
    quotes = [
        change(several, "enterprise", proration=proration),
        change(several, "developer", proration=proration),
        unsubscription(several),
        unsubscription(several, BOUGHT),
    ]
    for quote in quotes:
        *lines, last = words.lines(quote)
        assert total((line.amount for line in lines), "USD") == last.amount
        assert last.amount == (-quote.total if quote.total.amount < 0 else quote.total)
