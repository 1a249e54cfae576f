"""Funds and the double-entry journal they move in (DOMAIN 9; DESIGN 3).

Every movement is a posting whose entries sum to zero. An account's balance and its available credit are sums of
entries; nothing is ever changed or taken back, a correction is another posting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from supportplan_desktop.domain.errors import FundsInsufficient, NoFundsChosen
from supportplan_desktop.domain.money import Money, total


class Ledger(StrEnum):
    """The sides of an account's journal: what it can spend, and where that comes from or goes to."""

    BALANCE = "balance"
    CREDIT = "credit"
    TOP_UPS = "top_ups"
    CREDIT_LIMIT = "credit_limit"
    SUPPORT_PLANS = "support_plans"


class PostingKind(StrEnum):
    """Why funds moved."""

    TOP_UP = "top_up"
    CREDIT_GRANTED = "credit_granted"
    PAYMENT = "payment"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Entry:
    """One side of a posting, signed."""

    ledger: Ledger
    amount: Money


@dataclass(frozen=True, slots=True)
class Posting:
    """One movement of funds of one account; ValueError unless its entries sum to zero."""

    id: UUID
    account_id: UUID
    at: datetime
    kind: PostingKind
    order_id: UUID | None
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if not self.entries or total((entry.amount for entry in self.entries), self.entries[0].amount.currency):
            raise ValueError("the entries of a posting sum to zero")


@dataclass(frozen=True, slots=True)
class Funds:
    """What an account can pay with: cash balance, and what is left of its credit limit."""

    balance: Money
    available_credit: Money
    credit_limit: Money


@dataclass(frozen=True, slots=True)
class FundsChoice:
    """Which funds the user ticked to pay with."""

    balance: bool = True
    credit: bool = True


@dataclass(frozen=True, slots=True)
class Split:
    """How an amount is paid: so much from the balance, so much from credit."""

    balance: Money
    credit: Money

    @property
    def total(self) -> Money:
        """Both shares together."""
        return self.balance + self.credit


def covered(amount: Money, funds: Funds, choice: FundsChoice) -> Split:
    """What the chosen funds give towards an amount, cash balance first, then credit; possibly less than all."""
    nothing = Money.zero(amount.currency)
    from_balance = max(nothing, min(funds.balance, amount)) if choice.balance else nothing
    rest = amount - from_balance
    from_credit = max(nothing, min(funds.available_credit, rest)) if choice.credit else nothing
    return Split(from_balance, from_credit)


def split_payment(amount: Money, funds: Funds, choice: FundsChoice) -> Split:
    """How the whole amount is paid; NoFundsChosen or FundsInsufficient before anything moves (DOMAIN 9)."""
    if not (choice.balance or choice.credit):
        raise NoFundsChosen
    split = covered(amount, funds, choice)
    if split.total < amount:
        raise FundsInsufficient(total=amount, covered=split.total, missing=amount - split.total)
    return split


def payment_posting(account_id: UUID, order_id: UUID, split: Split, at: datetime) -> Posting:
    """The one payment of an order. Its id follows from the order's, so a second one cannot be stored."""
    shares = (Entry(Ledger.BALANCE, -split.balance), Entry(Ledger.CREDIT, -split.credit))
    return Posting(
        id=uuid5(order_id, PostingKind.PAYMENT),
        account_id=account_id,
        at=at,
        kind=PostingKind.PAYMENT,
        order_id=order_id,
        entries=(*(share for share in shares if share.amount), Entry(Ledger.SUPPORT_PLANS, split.total)),
    )


def split_refund(refund: Money, paid_from_credit: Money, returned_to_credit: Money) -> Split:
    """Where a refund goes: back to credit first, up to what it paid and has not had back; the rest to balance."""
    to_credit = min(refund, max(Money.zero(refund.currency), paid_from_credit - returned_to_credit))
    return Split(refund - to_credit, to_credit)


def refund_posting(account_id: UUID, order_id: UUID, split: Split, at: datetime) -> Posting:
    """The one refund of an order. Its id follows from the order's, so a second one cannot be stored."""
    shares = (Entry(Ledger.CREDIT, split.credit), Entry(Ledger.BALANCE, split.balance))
    return Posting(
        id=uuid5(order_id, PostingKind.REFUND),
        account_id=account_id,
        at=at,
        kind=PostingKind.REFUND,
        order_id=order_id,
        entries=(Entry(Ledger.SUPPORT_PLANS, -split.total), *(share for share in shares if share.amount)),
    )


def top_up_posting(posting_id: UUID, account_id: UUID, amount: Money, at: datetime) -> Posting:
    """Cash paid into an account."""
    entries = (Entry(Ledger.BALANCE, amount), Entry(Ledger.TOP_UPS, -amount))
    return Posting(posting_id, account_id, at, PostingKind.TOP_UP, None, entries)


def credit_posting(posting_id: UUID, account_id: UUID, limit: Money, at: datetime) -> Posting:
    """Credit granted to an account."""
    entries = (Entry(Ledger.CREDIT, limit), Entry(Ledger.CREDIT_LIMIT, -limit))
    return Posting(posting_id, account_id, at, PostingKind.CREDIT_GRANTED, None, entries)
