"""The wire says everything in one spelling, and takes nothing else."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop import wire
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.messages import Message
from supportplan_desktop.domain.money import Money, minor_units
from supportplan_desktop.domain.quotes import LineKind, Quote, QuoteLine, Reason, Rule
from supportplan_desktop.domain.terms import Term
from tests.backends.sql.samples import AT, message, quote, usd

amounts = st.builds(
    lambda minor, currency: Money(Decimal(minor).scaleb(-minor_units(currency)), currency),
    st.integers(-(10**18), 10**18),
    st.sampled_from(["USD", "JPY", "BHD"]),
)
instants = st.datetimes(timezones=st.just(UTC))
quotes = st.builds(
    Quote,
    tier=st.text(),
    months=st.integers(1, 36),
    at=instants,
    catalogue_version=st.text(),
    term=st.builds(Term, instants, instants, st.integers(1, 36), st.dates(), st.dates()),
    lines=st.lists(st.builds(QuoteLine, st.sampled_from(LineKind), amounts), min_size=1).map(tuple),
    explanation=st.lists(
        st.builds(
            Reason,
            st.sampled_from(Rule),
            st.dictionaries(st.text(), st.text()),
            st.decimals(allow_nan=False, allow_infinity=False),
            amounts,
        )
    ).map(tuple),
)


@given(amounts)
def test_every_amount_comes_back_digit_for_digit(money: Money) -> None:
    assert wire.loaded(Money, wire.dumped(Money, money)).amount.as_tuple() == money.amount.as_tuple()


@given(quotes)
def test_every_quote_comes_back_with_its_explanation(value: Quote) -> None:
    back = wire.loaded(Quote, wire.dumped(Quote, value))
    assert back == value
    assert [str(reason.exact) for reason in back.explanation] == [str(reason.exact) for reason in value.explanation]
    assert back.at.tzinfo is UTC
    assert back.at.isoformat() == value.at.isoformat()


def test_a_quote_is_spelled_as_the_interface_says() -> None:
    said = json.loads(wire.dumped(Quote, quote()))
    assert said["lines"][0] == {
        "kind": "list_price",
        "amount": {"amount": "90.00", "currency": "USD"},
        "term": None,
    }
    assert said["at"] == "2019-12-09T03:41:23Z"
    assert said["term"]["last"] == "2020-01-09"
    assert said["explanation"][0]["exact"] == "90.00"


def test_an_instant_of_another_zone_is_written_in_utc() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=8)))
    assert json.loads(wire.dumped(Quote, quote(at=elsewhere)))["at"] == "2019-12-09T03:41:23Z"


def test_an_instant_without_an_offset_is_not_written() -> None:
    with pytest.raises(InvalidInput) as refused:
        wire.dumped(Quote, quote(at=AT.replace(tzinfo=None)))
    assert refused.value.facts == {"field": "at", "value": "2019-12-09T03:41:23"}


@pytest.mark.parametrize(
    "text",
    [
        '{"amount": 64.00, "currency": "USD"}',
        '{"amount": 64, "currency": "USD"}',
        '{"amount": true, "currency": "USD"}',
        '{"amount": null, "currency": "USD"}',
        '{"amount": "64", "currency": "USD"}',
        '{"amount": "64.001", "currency": "USD"}',
        '{"amount": "6.4e1", "currency": "USD"}',
        '{"amount": " 64.00", "currency": "USD"}',
        '{"amount": "-0.00", "currency": "USD"}',
        '{"amount": "NaN", "currency": "USD"}',
        '{"amount": "64.00", "currency": "usd"}',
        '{"amount": "64.00", "currency": "XXX"}',
        '{"amount": "64.00"}',
        '{"amount": "64.00", "currency": "USD", "rate": "1"}',
        '["64.00", "USD"]',
        '"64.00 USD"',
        "64.00",
        "{",
        "",
    ],
)
def test_an_amount_spelled_otherwise_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        wire.loaded(Money, text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("at",), "2019-12-09T03:41:23"),
        (("at",), "2019-12-09T11:41:23+08:00"),
        (("at",), "2019-12-09 03:41:23Z"),
        (("at",), "1575862883"),
        (("at",), 1575862883),
        (("term", "first"), "2019-12-09T00:00:00"),
        (("term", "first"), 18239),
        (("months",), "1"),
        (("months",), 1.0),
        (("months",), True),
        (("tier",), None),
        (("lines", 0, "kind"), "rebate"),
        (("lines", 0, "amount", "amount"), 90),
        (("explanation", 0, "facts", "tier"), 1),
        (("explanation", 0, "exact"), 90.0),
    ],
)
def test_a_quote_spelled_otherwise_is_refused_by_field(path: tuple[str | int, ...], value: object) -> None:
    said: Any = json.loads(wire.dumped(Quote, quote()))
    place = said
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(InvalidInput) as refused:
        wire.loaded(Quote, json.dumps(said))
    assert str(refused.value.facts["field"]).startswith(".".join(map(str, path)))


def test_what_may_be_left_out_may_be_left_out() -> None:
    said = json.loads(wire.dumped(Message, message()))
    del said["is_read"]
    assert wire.loaded(Message, json.dumps(said)) == message()


def test_dates_and_microseconds_are_kept() -> None:
    at = datetime(2020, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC)
    term = Term(at, at, 1, date(2020, 2, 29), date(2020, 3, 29))
    assert wire.loaded(Term, wire.dumped(Term, term)) == term
    assert wire.loaded(Money, wire.dumped(Money, usd("-0.01"))) == usd("-0.01")
