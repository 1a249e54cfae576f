from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.catalogue import ExpiryPolicy
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.subscriptions import PlanState, Subscription, purchased, standing
from supportplan_desktop.domain.terms import purchase_term

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
BOUGHT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
DAYS = ExpiryPolicy(grace_days=15, retention_days=15)


@pytest.fixture
def plan() -> Subscription:
    term = purchase_term(BOUGHT, 1, HONG_KONG)
    return purchased(UUID(int=1), UUID(int=2), "business", Money(Decimal(90), "USD"), term)


def site(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HONG_KONG)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2019-12-09 11:41:23", PlanState.ACTIVE),
        ("2020-01-09 23:59:59", PlanState.ACTIVE),
        ("2020-01-10 00:00:00", PlanState.GRACE),
        ("2020-01-24 23:59:59", PlanState.GRACE),
        ("2020-01-25 00:00:00", PlanState.RETENTION),
        ("2020-02-08 23:59:59", PlanState.RETENTION),
        ("2020-02-09 00:00:00", PlanState.BASIC),
    ],
)
def test_a_plan_goes_through_grace_and_retention_to_basic(plan: Subscription, at: str, state: PlanState) -> None:
    assert standing(plan, site(at), DAYS, HONG_KONG).state is state


def test_what_was_paid_stays_with_the_segment(plan: Subscription) -> None:
    (paid_term,) = plan.terms
    (segment,) = paid_term.segments
    assert (segment.tier, segment.paid, segment.order_id) == ("business", Money(Decimal(90), "USD"), UUID(int=2))
    assert (segment.start, segment.end) == (plan.start, plan.end)
    assert plan.tier == "business"


def test_the_subscription_of_an_order_is_always_the_same(plan: Subscription) -> None:
    again = purchased(plan.account_id, UUID(int=2), "business", Money(Decimal(90), "USD"), plan.terms[0].term)
    assert again.id == plan.id
