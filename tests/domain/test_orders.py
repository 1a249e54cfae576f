from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.domain.catalogue import ServiceCatalogue
from supportplan_desktop.domain.errors import OrderTransitionRefused
from supportplan_desktop.domain.orders import (
    NUMBER_ALPHABET,
    Agreed,
    AgreementConsent,
    CancelCause,
    Order,
    OrderKind,
    OrderStatus,
    generated,
    order_number,
)
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import quote_purchase

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
ACCOUNT = UUID(int=7)

ALLOWED = {
    (OrderStatus.PENDING_PAYMENT, OrderStatus.PROCESSING),
    (OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELED),
    (OrderStatus.PENDING_APPROVAL, OrderStatus.PROCESSING),
    (OrderStatus.PROCESSING, OrderStatus.COMPLETED),
}


@pytest.fixture
def order(catalogue: ServiceCatalogue) -> Order:
    quote = quote_purchase(catalogue, "business", 1, AT)
    consent = AgreementConsent("2019-10", "0" * 64, AT, "Lin Chen")
    return generated(
        uuid4(),
        "CS1912091141K7Q2M",
        ACCOUNT,
        Agreed(OrderKind.NEW_PURCHASE, quote, consent),
        AT + timedelta(hours=24),
    )


def test_a_number_tells_the_minute_at_the_site() -> None:
    assert order_number(AT, ZoneInfo("Asia/Hong_Kong"), "K7Q2M") == "CS1912091141K7Q2M"


@pytest.mark.parametrize("tail", ["", "K7Q2", "K7Q2MM", "k7q2m", "K7Q-M", "Ä7Q2M"])
def test_a_number_ends_in_five_capitals_or_digits(tail: str) -> None:
    with pytest.raises(ValueError, match="A-Z0-9"):
        order_number(AT, ZoneInfo("Asia/Hong_Kong"), tail)


@given(st.text(NUMBER_ALPHABET, min_size=5, max_size=5))
def test_every_number_has_seventeen_characters(tail: str) -> None:
    assert len(order_number(AT, ZoneInfo("Asia/Hong_Kong"), tail)) == 17


@pytest.mark.parametrize("here", OrderStatus)
@pytest.mark.parametrize("there", OrderStatus)
def test_an_order_takes_the_allowed_steps_and_no_others(order: Order, here: OrderStatus, there: OrderStatus) -> None:
    standing = replace(order, status=here)
    if (here, there) in ALLOWED:
        moved = standing.moved(there, AT)
        assert moved.status is there
        assert moved.events[-1].status is there
        assert moved.events[:-1] == standing.events
    else:
        with pytest.raises(OrderTransitionRefused) as refused:
            standing.moved(there, AT)
        assert refused.value.facts["status"] == here.value
        assert refused.value.facts["wanted"] == there.value


def test_a_paid_order_has_its_whole_history(order: Order) -> None:
    later = AT + timedelta(minutes=5)
    split = Split(order.total, order.total - order.total)
    done = order.completed(split, order.quote.term, later)
    assert [event.status for event in done.events] == [
        OrderStatus.PENDING_PAYMENT,
        OrderStatus.PROCESSING,
        OrderStatus.COMPLETED,
    ]
    assert not done.is_open
    assert done.total == order.total


def test_a_canceled_order_says_why(order: Order) -> None:
    assert order.moved(OrderStatus.CANCELED, AT, CancelCause.DEADLINE).events[-1].cause is CancelCause.DEADLINE


def test_the_deadline_itself_is_too_late(order: Order) -> None:
    assert not order.is_overdue(order.pay_before - timedelta(seconds=1))
    assert order.is_overdue(order.pay_before)
