from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.domain.money import Money, minor_units, rounded, total, written_out

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


def test_an_amount_keeps_the_digits_of_its_currency() -> None:
    assert str(Money(Decimal(90), "USD")) == "90.00 USD"
    assert str(Money(Decimal(1235), "JPY")) == "1235 JPY"
    assert str(Money(Decimal("1.5"), "KWD")) == "1.500 KWD"


@pytest.mark.parametrize(
    ("amount", "currency"), [("0.001", "USD"), ("0.5", "JPY"), ("NaN", "USD"), ("Infinity", "USD")]
)
def test_an_amount_the_currency_cannot_hold_is_never_rounded_in_silence(amount: str, currency: str) -> None:
    with pytest.raises(ValueError, match=r"digits|not an amount"):
        Money(Decimal(amount), currency)


def test_a_float_is_no_amount() -> None:
    with pytest.raises(TypeError):
        Money(0.1, "USD")  # type: ignore[arg-type]


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        minor_units("XYZ")


@pytest.mark.parametrize(
    ("exact", "printed"),
    [("0.005", "0.01"), ("-0.005", "-0.01"), ("2.675", "2.68"), ("61.935483870967", "61.94"), ("0.0049999", "0.00")],
)
def test_a_line_is_rounded_half_away_from_zero(exact: str, printed: str) -> None:
    assert rounded(Decimal(exact), "USD").amount == Decimal(printed)


@pytest.mark.parametrize(
    ("currency", "printed"), [("JPY", "62"), ("USD", "61.94"), ("KWD", "61.935"), ("CLF", "61.9355")]
)
def test_a_line_is_rounded_to_the_minor_unit_of_its_currency(currency: str, printed: str) -> None:
    assert str(rounded(Fraction(64 * 30, 31), currency).amount) == printed
    assert str(rounded(Fraction(-64 * 30, 31), currency).amount) == f"-{printed}"


@pytest.mark.parametrize(
    ("exact", "currency", "printed"),
    [
        (Fraction(1, 2), "JPY", "1"),
        (Fraction(-1, 2), "JPY", "-1"),
        (Fraction(3, 2), "JPY", "2"),
        (Fraction(5, 2), "JPY", "3"),
        (Fraction(1, 2000), "KWD", "0.001"),
        (Fraction(1, 2000) - Fraction(1, 10**30), "KWD", "0.000"),
    ],
)
def test_an_exact_half_goes_away_from_zero_and_what_is_just_below_it_does_not(
    exact: Fraction, currency: str, printed: str
) -> None:
    assert str(rounded(exact, currency).amount) == printed


def test_a_fraction_is_written_out_to_forty_digits() -> None:
    assert str(written_out(Fraction(7, 31) + 2 + Fraction(1, 2))) == "2.725806451612903225806451612903225806452"
    assert written_out(Fraction(3, 8)) == Decimal("0.375")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not mix"):
        Money(Decimal(1), "USD") + Money(Decimal(1), "JPY")
    with pytest.raises(ValueError, match="do not mix"):
        _ = Money(Decimal(1), "USD") < Money(Decimal(1), "JPY")


def test_there_is_no_negative_zero() -> None:
    assert str(-Money.zero("USD")) == "0.00 USD"


@given(st.lists(amounts))
def test_a_total_is_the_sum_of_its_printed_lines(exact: list[Decimal]) -> None:
    lines = [rounded(amount, "USD") for amount in exact]
    assert total(lines, "USD").amount == sum((line.amount for line in lines), Decimal(0))


@given(amounts)
def test_rounding_is_symmetric_and_moves_by_half_a_cent_at_most(exact: Decimal) -> None:
    assert rounded(-exact, "USD") == -rounded(exact, "USD")
    assert abs(rounded(exact, "USD").amount - exact) <= Decimal("0.005")
