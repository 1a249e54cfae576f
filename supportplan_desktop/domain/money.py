"""Amounts: exact decimals with a currency, rounded once per printed line (DOMAIN 3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# ISO 4217: currencies whose minor unit is not two digits, and those with two that may be quoted in.
_MINOR_UNITS: dict[str, int] = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
    **dict.fromkeys(
        (
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
            "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS "
            "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
            "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE "
            "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW"
        ).split(),
        2,
    ),
}


def minor_units(currency: str) -> int:
    """Digits after the point of an ISO 4217 currency code; ValueError for a code that is none."""
    try:
        return _MINOR_UNITS[currency]
    except KeyError:
        raise ValueError(f"not an ISO 4217 currency: {currency!r}") from None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units of its currency, kept with exactly the currency's digits.

    ValueError where the amount has more digits than the currency, is not finite, or the currency is unknown:
    rounding is never silent, see `rounded`.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"an amount is a Decimal, not {type(self.amount).__name__}")
        unit = Decimal(1).scaleb(-minor_units(self.currency))
        try:
            exact = self.amount.quantize(unit)
        except InvalidOperation:
            raise ValueError(f"not an amount: {self.amount}") from None
        if exact != self.amount:
            raise ValueError(f"{self.amount} has more digits than {self.currency} knows")
        object.__setattr__(self, "amount", exact + 0)  # "+ 0" makes a negative zero plain

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, in that currency."""
        return cls(Decimal(0), currency)

    def _same(self, other: Money) -> Decimal:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.amount

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


_EXACT = Context(prec=40)
_HALF = Fraction(1, 2)


def rounded(amount: Decimal | Fraction, currency: str) -> Money:
    """The one rounding of a printed line: to the minor unit, half away from zero (DOMAIN 3)."""
    digits = minor_units(currency)
    scaled = abs(Fraction(amount)) * 10**digits
    units = int(scaled + _HALF)
    return Money(Decimal(-units if amount < 0 else units).scaleb(-digits), currency)


def written_out(value: Fraction) -> Decimal:
    """A fraction as a decimal of 40 digits, for showing; what is computed with is the fraction."""
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of printed lines; nothing at all is zero of that currency."""
    result = Money.zero(currency)
    for amount in amounts:
        result += amount
    return result
