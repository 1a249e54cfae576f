from uuid import UUID

import pytest

from supportplan_desktop.domain.accounts import (
    Account,
    AccountingMode,
    AccountKind,
    Channel,
    masked_email,
    masked_phone,
)


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
