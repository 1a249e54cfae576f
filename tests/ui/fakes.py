"""Services whose answers a test sets: they stand at the port, so that a screen can be shown in any state."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from supportplan_desktop.domain.accounts import Account, AccountKind, Role
from supportplan_desktop.domain.catalogue_data import read_agreement, read_catalogue, read_policy
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.payments import Funds
from supportplan_desktop.domain.quotes import Quote, quote_purchase
from supportplan_desktop.domain.subscriptions import PlanState, purchased, standing
from supportplan_desktop.domain.terms import Term, add_months, end_of_day, purchase_term, site_date
from supportplan_desktop.services.acting import Offer
from supportplan_desktop.services.catalogue import CatalogueService
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import OrderSummary, PlanDetails, Services

RESOURCES = Path(__file__).parents[2] / "resources"
SITE = ZoneInfo("Asia/Hong_Kong")
ACCOUNT = Account(
    id=UUID(int=1),
    owner_id=UUID(int=1),
    name="Harbor Retail",
    kind=AccountKind.SINGLE,
    contact="Lin Chen",
    phone="+86 13812342046",
    email="lin.chen@harbor.example",
)
ORDER_ID = uuid5(ACCOUNT.id, "order")


def site_time(text: str) -> datetime:
    """The instant (UTC) of `2019-12-09 11:41:23` on the site's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=SITE).astimezone(UTC)


BOUGHT = site_time("2019-12-09 11:41:23")


def offer() -> Offer:
    """The vendor's offer as it ships."""
    return Offer(
        catalogue=read_catalogue((RESOURCES / "catalogue/catalogue.json").read_text("utf-8")),
        policy=read_policy((RESOURCES / "catalogue/policy.json").read_text("utf-8")),
        agreements=(read_agreement((RESOURCES / "agreements/2019-10.json").read_text("utf-8")),),
    )


def order(
    status: OrderStatus = OrderStatus.COMPLETED, amount: str = "90.00", created: datetime = BOUGHT
) -> OrderSummary:
    """An order for Business as a row of a list."""
    return OrderSummary(
        id=ORDER_ID,
        number="CS1912091141K7Q2M",
        kind=OrderKind.NEW_PURCHASE,
        tier="business",
        status=status,
        created_at=created,
        pay_before=created + timedelta(hours=24),
        total=Money(Decimal(amount), "USD"),
    )


def basic_plan(at: datetime = BOUGHT) -> PlanDetails:
    """Basic, ready to buy, without a past."""
    return PlanDetails(
        at=at,
        tier="basic",
        state=PlanState.BASIC,
        terms=(),
        current=None,
        since=None,
        valid_until=None,
        remaining_days=None,
        grace_until=None,
        retention_until=None,
        open_order=None,
        last_order=None,
        can_buy=True,
    )


def paid_plan(at: datetime, months: int = 1, renewals: int = 0, tier: str = "business") -> PlanDetails:
    """A plan bought at BOUGHT for so many months and renewed so often by a month, seen at that instant."""
    terms = [purchase_term(BOUGHT, months, SITE)]
    for number in range(1, renewals + 1):
        last = add_months(terms[0].first, months + number)
        before = terms[-1]
        terms.append(Term(before.end + timedelta(seconds=1), end_of_day(last, SITE), 1, before.last, last))
    subscription = purchased(ACCOUNT.id, ORDER_ID, tier, Money(Decimal("90.00"), "USD"), terms[0])
    segments = subscription.terms[0]
    subscription = replace(subscription, terms=tuple(replace(segments, term=term) for term in terms))
    stands = standing(subscription, at, offer().policy.expiry, SITE)
    return replace(
        basic_plan(at),
        tier=tier,
        state=stands.state,
        terms=tuple(terms),
        current=next((term for term in terms if at <= term.end), terms[-1]),
        since=BOUGHT,
        valid_until=terms[-1].end,
        remaining_days=max(0, (terms[-1].last - site_date(at, SITE)).days),
        grace_until=stands.grace_until,
        retention_until=stands.retention_until,
        last_order=order(),
        can_buy=False,
    )


@dataclass
class ShownPlans:
    """Plans that answer what the test set; an error is raised. A closed gate keeps the answer back."""

    answer: PlanDetails | Exception
    asked: int = 0
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def details(self) -> PlanDetails:
        self.asked += 1
        answer = self.answer
        self.gate.wait()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def quote_purchase(self, tier: str, months: int) -> Quote:
        return quote_purchase(offer().catalogue, tier, months, BOUGHT)


@dataclass
class ShownAccounts:
    """One account alone."""

    account: Account = ACCOUNT
    money: Funds = field(default_factory=lambda: Funds(*(Money(Decimal(amount), "USD") for amount in (60, 500, 500))))

    def me(self) -> Account:
        return self.account

    def role(self) -> Role:
        return Role.OWNER

    def funds(self) -> Funds:
        return self.money

    def others(self) -> tuple[Account, ...]:
        return (self.account,)

    def act_as(self, account_id: UUID) -> Services:
        raise AssertionError(account_id)


def services(plans: ShownPlans, **others: Any) -> Services:  # noqa: ANN401 - any port a test wants to set
    """Services over the shipped offer with those plans; ports that are not given are not there to be asked."""
    parts: dict[str, Any] = {
        "plans": plans,
        "catalogue": CatalogueService(offer()),
        "accounts": ShownAccounts(),
        "orders": None,
        "messages": None,
        "tickets": None,
        "clock": MovableClock(BOUGHT),
        "audit": None,
        "organization": None,
    }
    return Services(**(parts | others))
