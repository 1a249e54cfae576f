from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from babel.numbers import format_currency, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from supportplan_desktop.domain.money import Money, minor_units
from supportplan_desktop.ui.texts import Texts, money_text, offset_text

if TYPE_CHECKING:
    from supportplan_desktop.ui.language import Language

NBSP = "\N{NO-BREAK SPACE}"
BOUGHT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
# Without those that group from five digits on (es, pl): Babel does not know that rule of theirs, Qt does.
LOCALES = "en_US en_GB en_IN zh_CN ja_JP de_DE fr_FR pt_BR nl_NL sv_SE".split()
SHORT = {"USD": "$", "EUR": "€", "JPY": "¥", "CNY": "¥", "GBP": "£"}


@pytest.fixture
def texts(language: Language) -> Texts:
    return Texts(language, ZoneInfo("Asia/Hong_Kong"))


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_money_looks_the_same_in_both_languages(language: Language, texts: Texts, code: str) -> None:
    language.use(code)
    assert texts.money(usd("90")) == "$90.00"
    assert texts.money(usd("13500")) == "$13,500.00"
    assert texts.money(usd("0")) == "$0.00"
    assert texts.money(Money(Decimal(1235), "JPY")) == "¥1,235"
    assert texts.money(Money(Decimal("1.234"), "KWD")) == f"KWD{NBSP}1.234"


def test_less_than_nothing_has_a_true_minus_that_stays_with_its_amount(texts: Texts) -> None:
    assert texts.money(usd("-133.26")) == f"−{NBSP}$133.26"


def test_amounts_beyond_a_double_are_exact(texts: Texts) -> None:
    assert texts.money(usd("90071992547409.93")) == "$90,071,992,547,409.93"


@pytest.mark.parametrize("locale", LOCALES)
@given(units=st.integers(0, 10**15), currency=st.sampled_from(sorted(SHORT)))
def test_money_is_written_as_babel_writes_it_but_for_the_country_in_the_symbol(
    locale: str, units: int, currency: str
) -> None:
    amount = Decimal(units).scaleb(-minor_units(currency))
    expected = format_currency(amount, currency, locale=locale)
    symbol = get_currency_symbol(currency, locale)
    assert money_text(Money(amount, currency), QLocale(locale)) == expected.replace(symbol, SHORT[currency])


def test_days_are_written_in_the_language_of_the_window(language: Language, texts: Texts) -> None:
    day = date(2019, 12, 9)
    assert texts.long_date(day) == "Dec 9, 2019"
    assert texts.short_date(day) == "Dec 9"
    assert texts.month_of(day) == "Dec 2019"
    assert texts.iso_date(day) == "2019-12-09"
    language.use("zh_CN")
    assert texts.long_date(day) == "2019年12月9日"
    assert texts.short_date(day) == "12月9日"
    assert texts.month_of(day) == "2019-12"
    assert texts.iso_date(day) == "2019-12-09"


def test_a_period_names_the_year_once_where_once_is_enough(language: Language, texts: Texts) -> None:
    across, within = (date(2019, 12, 9), date(2020, 1, 9)), (date(2020, 1, 10), date(2020, 2, 9))
    assert texts.period(*across) == "Dec 9, 2019 – Jan 9, 2020"
    assert texts.period(*within) == "Jan 10 – Feb 9, 2020"
    language.use("zh_CN")
    assert texts.period(*across) == "2019-12-09 至 2020-01-09"
    assert texts.period(*within) == "2020-01-10 至 2020-02-09"


def test_instants_are_those_of_the_site(texts: Texts) -> None:
    assert texts.instant(BOUGHT) == "2019-12-09 11:41:23"
    assert texts.minute(BOUGHT) == "2019-12-09 11:41"
    assert texts.time(BOUGHT) == "11:41:23"
    assert texts.zoned(BOUGHT) == "2019-12-09 11:41:23 (UTC+8)"
    assert texts.site_date(datetime(2019, 12, 9, 16, tzinfo=UTC)) == date(2019, 12, 10)


def test_the_users_own_clock_is_named_with_its_distance_from_utc(language: Language, texts: Texts) -> None:
    here = BOUGHT.astimezone()
    time, offset = f"{here:%Y-%m-%d %H:%M:%S}", offset_text(here)
    assert texts.local_time(BOUGHT) == f"{time} ({offset}) local time"
    language.use("zh_CN")
    assert texts.local_time(BOUGHT) == f"本地时间 {time} ({offset})"


@pytest.mark.parametrize(
    ("zone", "text"),
    [("Asia/Hong_Kong", "UTC+8"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC−3:30"), ("UTC", "UTC")],
)
def test_a_zone_is_told_by_its_distance_from_utc(zone: str, text: str) -> None:
    assert offset_text(BOUGHT.astimezone(ZoneInfo(zone))) == text


def test_a_zone_with_daylight_saving_has_the_distance_of_the_instant(language: Language) -> None:
    texts = Texts(language, ZoneInfo("Europe/Berlin"))
    assert texts.offset(BOUGHT) == "UTC+1"
    assert texts.offset(BOUGHT + timedelta(days=200)) == "UTC+2"


def test_durations_are_months_or_whole_years(language: Language, texts: Texts) -> None:
    months = (1, 3, 9, 12, 18, 24, 36)
    assert [texts.duration(number) for number in months] == [
        "1 month",
        "3 months",
        "9 months",
        "1 year",
        "18 months",
        "2 years",
        "3 years",
    ]
    language.use("zh_CN")
    assert [texts.duration(number) for number in months] == [
        "1 个月",
        "3 个月",
        "9 个月",
        "1 年",
        "18 个月",
        "2 年",
        "3 年",
    ]


def test_days_and_numbers_are_counted(language: Language, texts: Texts) -> None:
    assert [texts.days(number) for number in (0, 1, 31)] == ["0 days", "1 day", "31 days"]
    assert texts.number(1204) == "1,204"
    language.use("zh_CN")
    assert texts.days(31) == "31 天"


@pytest.mark.parametrize(
    ("seconds", "text"), [(600, "10:00"), (552, "9:12"), (41, "0:41"), (0, "0:00"), (-3, "0:00"), (86399, "23:59:59")]
)
def test_a_countdown_reads_like_a_clock(texts: Texts, seconds: int, text: str) -> None:
    assert texts.countdown(seconds) == text


@pytest.mark.parametrize(
    ("amount", "expected"), [("37.16", "+\xa0$37.16"), ("-37.16", "−\xa0$37.16"), ("0.00", "$0.00")]
)
def test_an_amount_that_goes_either_way_has_its_sign(texts: Texts, amount: str, expected: str) -> None:
    assert texts.signed_money(Money(Decimal(amount), "USD")) == expected


def test_a_scale_has_digits_after_the_point_only_where_it_needs_them(texts: Texts) -> None:
    def scale(*amounts: str) -> tuple[str, ...]:
        return texts.scale([Money(Decimal(amount), "USD") for amount in amounts])

    assert scale("0.0", "15.0", "1.5E+3") == ("$0", "$15", "$1,500")
    assert scale("0", "2.5") == ("$0.00", "$2.50")


def test_months_are_never_said_as_years(texts: Texts) -> None:
    assert (texts.months(12), texts.duration(12)) == ("12 months", "1 year")
