from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.domain.errors import FundsInsufficient, NoFundsChosen
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.payments import (
    Entry,
    Funds,
    FundsChoice,
    Ledger,
    Posting,
    PostingKind,
    Split,
    credit_posting,
    payment_posting,
    split_payment,
    top_up_posting,
)

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
amounts = st.decimals("0", "20000", places=2).map(lambda amount: Money(amount, "USD"))


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def test_cash_is_used_first_then_credit() -> None:
    funds = Funds(usd("60"), usd("500"), usd("500"))
    assert split_payment(usd("90"), funds, FundsChoice()) == Split(usd("60"), usd("30"))


def test_enough_cash_leaves_credit_alone() -> None:
    assert split_payment(usd("90"), Funds(usd("90"), usd("500"), usd("500")), FundsChoice()).credit == usd("0")


def test_what_is_not_ticked_is_not_used() -> None:
    funds = Funds(usd("60"), usd("500"), usd("500"))
    assert split_payment(usd("90"), funds, FundsChoice(balance=False)) == Split(usd("0"), usd("90"))


def test_too_little_names_what_is_missing() -> None:
    with pytest.raises(FundsInsufficient) as refused:
        split_payment(usd("90"), Funds(usd("60"), usd("20"), usd("500")), FundsChoice())
    assert refused.value.facts == {"total": usd("90"), "covered": usd("80"), "missing": usd("10")}


def test_nothing_ticked_is_refused_by_name() -> None:
    with pytest.raises(NoFundsChosen):
        split_payment(usd("90"), Funds(usd("900"), usd("20"), usd("500")), FundsChoice(balance=False, credit=False))


@given(amounts, amounts, amounts, st.booleans(), st.booleans())
def test_a_split_pays_exactly_the_amount_and_never_more_than_there_is(
    amount: Money, balance: Money, credit: Money, use_balance: bool, use_credit: bool
) -> None:
    try:
        split = split_payment(amount, Funds(balance, credit, credit), FundsChoice(use_balance, use_credit))
    except (FundsInsufficient, NoFundsChosen):
        return
    assert split.total == amount
    assert usd("0") <= split.balance <= (balance if use_balance else usd("0"))
    assert usd("0") <= split.credit <= (credit if use_credit else usd("0"))
    assert not split.credit or not use_balance or split.balance == balance


def test_a_posting_off_zero_cannot_be_made() -> None:
    entries = (Entry(Ledger.BALANCE, usd("-90")), Entry(Ledger.SUPPORT_PLANS, usd("89.99")))
    with pytest.raises(ValueError, match="sum to zero"):
        Posting(uuid4(), uuid4(), AT, PostingKind.PAYMENT, None, entries)


def test_the_payment_of_an_order_always_has_the_same_id() -> None:
    account, order = uuid4(), uuid4()
    first = payment_posting(account, order, Split(usd("90"), usd("0")), AT)
    second = payment_posting(account, order, Split(usd("0"), usd("90")), AT)
    assert first.id == second.id
    assert first.id != payment_posting(account, uuid4(), Split(usd("90"), usd("0")), AT).id


@given(amounts, amounts)
def test_every_posting_sums_to_zero(balance: Money, credit: Money) -> None:
    for posting in (
        payment_posting(uuid4(), uuid4(), Split(balance, credit), AT),
        top_up_posting(uuid4(), uuid4(), balance, AT),
        credit_posting(uuid4(), uuid4(), credit, AT),
    ):
        assert not total((entry.amount for entry in posting.entries), "USD")
