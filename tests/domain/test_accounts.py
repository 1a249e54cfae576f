from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from supportplan_desktop.domain.accounts import (
    Account,
    AccountingMode,
    AccountKind,
    Channel,
    NewAccount,
    masked_email,
    masked_phone,
)
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+86 13812342046", "+86 138••••2046"),
        ("13812342046", "138••••2046"),
        ("+1 555012", "+1 ••••12"),
        ("7", "••••7"),
    ],
)
def test_a_phone_number_shows_its_ends_only(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("email", "shown"),
    [("lin.chen@harbor.example", "l••••n@harbor.example"), ("l@harbor.example", "••••@harbor.example")],
)
def test_an_email_address_shows_first_and_last_letter_and_the_host(email: str, shown: str) -> None:
    assert masked_email(email) == shown


def test_an_account_offers_the_channels_it_has() -> None:
    account = Account(UUID(int=1), UUID(int=1), "Harbor", AccountKind.SINGLE, "Lin Chen", email="lin@harbor.example")
    assert account.channels() == ((Channel.EMAIL, "l••••n@harbor.example"),)
    assert account.address(Channel.PHONE) is None


def test_only_a_unified_member_is_bought_for() -> None:
    member = Account(UUID(int=1), UUID(int=2), "Outlet", AccountKind.MEMBER, "Mo", accounting=AccountingMode.UNIFIED)
    other = Account(UUID(int=1), UUID(int=2), "Pier", AccountKind.MEMBER, "Mo", accounting=AccountingMode.INDEPENDENT)
    assert member.is_unified_member
    assert not other.is_unified_member


def opening(**changes: object) -> NewAccount:
    usd = Money(Decimal(60), "USD")
    new = NewAccount(" Harbor Retail ", "Lin Chen", "+86 13812342046", "lin@harbor.example", usd, usd)
    return replace(new, **changes)  # type: ignore[arg-type]


def test_an_account_is_opened_without_the_space_around_its_texts() -> None:
    account = opening().checked().opened_as(UUID(int=5))
    assert (account.name, account.owner_id, account.kind) == ("Harbor Retail", UUID(int=5), AccountKind.SINGLE)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("name", "x" * 81),
        ("contact", ""),
        ("phone", "call me"),
        ("email", "lin@harbor"),
        ("email", "lin harbor@x.example"),
        ("balance", Money(Decimal(-1), "USD")),
        ("credit_limit", Money(Decimal("-0.01"), "USD")),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_field(field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        opening(**{field: value}).checked()
    assert refused.value.facts["field"] == field


def test_one_way_to_reach_the_contact_is_enough_and_needed() -> None:
    assert opening(phone="").checked().opened_as(UUID(int=5)).phone is None
    assert opening(email="").checked().opened_as(UUID(int=5)).email is None
    with pytest.raises(InvalidInput):
        opening(phone="", email="").checked()
