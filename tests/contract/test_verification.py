from datetime import timedelta

import pytest

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import (
    ChannelUnavailable,
    OrderTransitionRefused,
    VerificationDailyLimit,
    VerificationExpired,
    VerificationLocked,
    VerificationNotSent,
    VerificationTooSoon,
    VerificationWrongCode,
)
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from tests.contract.world import World, usd

BOTH = FundsChoice()


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_five_wrong_codes_lock_and_the_order_survives(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    code = world.code(services, order_id)
    before = world.postings(services)
    for left in (4, 3, 2, 1):
        with pytest.raises(VerificationWrongCode) as refused:
            services.orders.pay(order_id, BOTH, wrong(code))
        assert refused.value.facts == {"attempts_left": left}
    for guess in (wrong(code), code):
        with pytest.raises(VerificationLocked):
            services.orders.pay(order_id, BOTH, guess)
    assert world.postings(services) == before
    assert services.orders.get(order_id).status is OrderStatus.PENDING_PAYMENT
    world.pass_time(seconds=60)
    again = world.code(services, order_id, Channel.EMAIL)
    assert services.orders.pay(order_id, BOTH, again).status is OrderStatus.COMPLETED


def test_a_code_expires_after_ten_minutes_to_the_second(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    code = world.code(services, order_id)
    world.pass_time(seconds=600)
    with pytest.raises(VerificationExpired):
        services.orders.pay(order_id, BOTH, code)
    assert services.orders.verification(order_id).expires_in == 0
    world.pass_time(seconds=-1)
    assert services.orders.verification(order_id).expires_in == 1
    assert services.orders.pay(order_id, BOTH, code).status is OrderStatus.COMPLETED


def test_no_code_goes_out_within_sixty_seconds_whatever_the_channel(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.send_code(order_id, Channel.PHONE)
    world.pass_time(seconds=59)
    for channel in Channel:
        with pytest.raises(VerificationTooSoon) as refused:
            services.orders.send_code(order_id, channel)
        assert refused.value.facts == {"seconds": 1}
    world.pass_time(seconds=1)
    assert services.orders.send_code(order_id, Channel.EMAIL).sent_to == "l••••n@harbor.example"


def test_only_the_newest_code_counts(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    old = world.code(services, order_id)
    world.pass_time(seconds=60)
    new = world.code(services, order_id)
    if old != new:
        with pytest.raises(VerificationWrongCode):
            services.orders.pay(order_id, BOTH, old)
    assert services.orders.pay(order_id, BOTH, new).status is OrderStatus.COMPLETED


def test_the_newest_code_is_the_last_one_sent_even_after_the_clock_was_set_back(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    world.code(services, order_id)
    world.pass_time(minutes=-5)
    newest = world.code(services, order_id)
    assert services.orders.pay(order_id, BOTH, newest).status is OrderStatus.COMPLETED


def test_ten_codes_a_day_over_all_orders_then_none_until_midnight_at_the_site(world: World) -> None:
    services = world.account()
    for number in range(10):
        order_id = world.pending(services)
        assert services.orders.verification(order_id).sends_left == 10 - number
        services.orders.send_code(order_id, Channel.PHONE)
        services.orders.cancel(order_id)
        world.pass_time(minutes=2)
    order_id = world.pending(services)
    with pytest.raises(VerificationDailyLimit) as refused:
        services.orders.send_code(order_id, Channel.PHONE)
    assert refused.value.facts["limit"] == 10
    world.pass_time(hours=13)  # past midnight at the site
    assert services.orders.send_code(order_id, Channel.PHONE).sends_left == 9


def test_a_code_of_one_order_does_not_pay_another(world: World) -> None:
    services = world.account()
    first = world.pending(services)
    code = world.code(services, first)
    services.orders.cancel(first)
    second = world.pending(services)
    with pytest.raises(VerificationNotSent):
        services.orders.pay(second, BOTH, code)


def test_without_asking_for_a_code_nothing_is_paid(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    with pytest.raises(VerificationNotSent):
        services.orders.pay(order_id, BOTH, "123456")


def test_where_a_verification_stands_is_told_masked(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    status = services.orders.verification(order_id)
    assert status.channels == ((Channel.PHONE, "+86 138••••2046"), (Channel.EMAIL, "l••••n@harbor.example"))
    assert (status.channel, status.sent_to, status.attempts_left, status.expires_in) == (None, None, None, None)
    assert status.arrives_in_messages is world.codes_are_told
    status = services.orders.send_code(order_id, Channel.PHONE)
    assert (status.sent_to, status.attempts_left, status.expires_in) == ("+86 138••••2046", 5, 600)
    assert (status.resend_in, status.sends_left) == (60, 9)


def test_a_missing_contact_is_no_channel(world: World) -> None:
    services = world.account(phone=None)
    order_id = world.pending(services)
    with pytest.raises(ChannelUnavailable):
        services.orders.send_code(order_id, Channel.PHONE)
    assert services.orders.verification(order_id).resend_in == 0


def test_no_code_goes_out_for_an_order_that_is_not_pending(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.cancel(order_id)
    with pytest.raises(OrderTransitionRefused):
        services.orders.send_code(order_id, Channel.PHONE)


@pytest.mark.local("a server's codes go to people")
def test_the_code_arrives_in_messages_with_its_end(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    code = world.code(services, order_id)
    message = services.messages.newest_code(order_id)
    assert message is not None
    assert len(code) == 6
    assert message.amount == usd("90.00")
    assert message.until == world.clock.now() + timedelta(minutes=10)
    assert message.sent_to == "+86 138••••2046"
