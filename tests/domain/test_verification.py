from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.catalogue import Policy, VerificationPolicy
from supportplan_desktop.domain.errors import (
    VerificationDailyLimit,
    VerificationExpired,
    VerificationLocked,
    VerificationNotSent,
    VerificationTooSoon,
    VerificationWrongCode,
)
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.verification import (
    VerificationChallenge,
    check_sending,
    code_hash,
    judge,
    seconds_to_pause,
    sends_left,
)

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
SENT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
KEY = b"k" * 32
ID, ORDER = UUID(int=1), UUID(int=2)
DUE = Money(Decimal(90), "USD")


@pytest.fixture
def limits(policy: Policy) -> VerificationPolicy:
    return policy.verification


@pytest.fixture
def challenge(limits: VerificationPolicy) -> VerificationChallenge:
    return VerificationChallenge(
        id=ID,
        order_id=ORDER,
        amount=DUE,
        channel=Channel.PHONE,
        sent_at=SENT,
        expires_at=SENT + limits.life,
        attempts_left=limits.attempts,
        code_hash=code_hash(KEY, ID, ORDER, DUE, "520417"),
    )


def seconds(count: int) -> datetime:
    return SENT + timedelta(seconds=count)


def test_the_limits_are_the_rules(limits: VerificationPolicy) -> None:
    assert limits == VerificationPolicy(6, timedelta(minutes=10), 5, timedelta(seconds=60), 10)


def test_the_right_code_is_right(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    verdict = judge(challenge, "520417", DUE, KEY, seconds(1), limits)
    assert verdict.refusal is None
    assert verdict.challenge == challenge


def test_a_code_lives_ten_minutes_to_the_second(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    assert judge(challenge, "520417", DUE, KEY, seconds(599), limits).refusal is None
    refusal = judge(challenge, "520417", DUE, KEY, seconds(600), limits).refusal
    assert isinstance(refusal, VerificationExpired)
    assert refusal.facts == {"minutes": 10}


def test_five_wrong_guesses_lock_the_code(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    standing = challenge
    for left in (4, 3, 2, 1):
        verdict = judge(standing, "000000", DUE, KEY, seconds(5), limits)
        assert isinstance(verdict.refusal, VerificationWrongCode)
        assert verdict.refusal.facts == {"attempts_left": left}
        assert verdict.challenge is not None
        standing = verdict.challenge
    verdict = judge(standing, "000000", DUE, KEY, seconds(5), limits)
    assert isinstance(verdict.refusal, VerificationLocked)
    assert verdict.challenge is not None
    assert isinstance(judge(verdict.challenge, "520417", DUE, KEY, seconds(5), limits).refusal, VerificationLocked)


def test_an_expired_code_uses_up_no_attempt(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    assert judge(challenge, "000000", DUE, KEY, seconds(700), limits).challenge == challenge


def test_a_code_is_bound_to_its_amount(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    dearer = Money(Decimal(91), "USD")
    assert isinstance(judge(challenge, "520417", dearer, KEY, seconds(1), limits).refusal, VerificationNotSent)


def test_a_code_is_bound_to_its_order_and_key(challenge: VerificationChallenge, limits: VerificationPolicy) -> None:
    elsewhere = replace(challenge, order_id=UUID(int=3))
    assert judge(elsewhere, "520417", DUE, KEY, seconds(1), limits).refusal is not None
    assert judge(challenge, "520417", DUE, b"x" * 32, seconds(1), limits).refusal is not None


def test_without_a_code_there_is_nothing_to_guess(limits: VerificationPolicy) -> None:
    assert isinstance(judge(None, "520417", DUE, KEY, SENT, limits).refusal, VerificationNotSent)


def test_the_hash_does_not_show_the_code(challenge: VerificationChallenge) -> None:
    assert "520417" not in challenge.code_hash
    assert len(challenge.code_hash) == 64


def test_sixty_seconds_lie_between_sends(limits: VerificationPolicy) -> None:
    assert seconds_to_pause([SENT], seconds(0), limits) == 60
    with pytest.raises(VerificationTooSoon) as refused:
        check_sending([SENT], seconds(59), limits, HONG_KONG)
    assert refused.value.facts == {"seconds": 1}
    check_sending([SENT], seconds(60), limits, HONG_KONG)


def test_a_clock_set_back_holds_nobody_up_for_long(limits: VerificationPolicy) -> None:
    check_sending([SENT], SENT - timedelta(hours=5), limits, HONG_KONG)
    assert seconds_to_pause([SENT], seconds(-30), limits) == 90


def test_ten_codes_a_day_of_the_site(limits: VerificationPolicy) -> None:
    midnight = datetime(2019, 12, 9, 16, 0, 0, tzinfo=UTC)  # 00:00 of 10 December in Hong Kong
    sent = [midnight - timedelta(minutes=2 * number) for number in range(1, 11)]
    last_second = midnight - timedelta(seconds=1)
    assert sends_left(sent, last_second, limits, HONG_KONG) == 0
    with pytest.raises(VerificationDailyLimit) as refused:
        check_sending(sent, last_second, limits, HONG_KONG)
    assert str(refused.value.facts["next_day"]) == "2019-12-10"
    check_sending(sent, midnight, limits, HONG_KONG)
    assert sends_left(sent, midnight, limits, HONG_KONG) == 10
