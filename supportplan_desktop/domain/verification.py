"""Identity verification: codes, their life and their limits (DOMAIN 10)."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import (
    Refusal,
    VerificationDailyLimit,
    VerificationExpired,
    VerificationLocked,
    VerificationNotSent,
    VerificationTooSoon,
    VerificationWrongCode,
)
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.terms import site_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.catalogue import VerificationPolicy


@dataclass(frozen=True, slots=True)
class VerificationChallenge:
    """A code that was sent: bound to one order and its amount, known only by its keyed hash."""

    id: UUID
    order_id: UUID
    amount: Money
    channel: Channel
    sent_at: datetime
    expires_at: datetime
    attempts_left: int
    code_hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a guess leads to: the challenge as it is to be kept, and the refusal, None where the code is right."""

    challenge: VerificationChallenge | None
    refusal: Refusal | None


def code_hash(key: bytes, challenge_id: UUID, order_id: UUID, amount: Money, code: str) -> str:
    """The keyed hash a code is kept as: HMAC-SHA-256 over the code and all it is bound to."""
    bound = "|".join((str(challenge_id), str(order_id), str(amount), code))
    return hmac.new(key, bound.encode(), hashlib.sha256).hexdigest()


def seconds_to_pause(sent: Iterable[datetime], at: datetime, policy: VerificationPolicy) -> int:
    """Whole seconds until the next code may be sent, 0 where it may be now.

    A sending more than a pause in the future is from before the clock was set back and holds nobody up.
    """
    waits = [when + policy.pause - at for when in sent if abs(at - when) < policy.pause]
    return ceil(max(waits, default=timedelta()) / timedelta(seconds=1))


def sends_left(sent: Iterable[datetime], at: datetime, policy: VerificationPolicy, zone: ZoneInfo) -> int:
    """How many codes may still be sent on this day of the site."""
    today = site_date(at, zone)
    return max(0, policy.sends_a_day - sum(1 for when in sent if site_date(when, zone) == today))


def check_sending(sent: Sequence[datetime], at: datetime, policy: VerificationPolicy, zone: ZoneInfo) -> None:
    """VerificationDailyLimit or VerificationTooSoon unless another code may be sent now.

    `sent` are the instants of the account's sendings, over all its orders and channels.
    """
    if not sends_left(sent, at, policy, zone):
        next_day = site_date(at, zone) + timedelta(days=1)
        raise VerificationDailyLimit(limit=policy.sends_a_day, next_day=next_day)
    seconds = seconds_to_pause(sent, at, policy)
    if seconds:
        raise VerificationTooSoon(seconds=seconds)


def judge(
    newest: VerificationChallenge | None,
    code: str,
    amount: Money,
    key: bytes,
    at: datetime,
    policy: VerificationPolicy,
) -> Verdict:
    """Whether the code is the newest one sent for this order and amount.

    A wrong guess uses up an attempt and must be kept even though it is refused; the order survives in every case.
    """
    if newest is None or newest.amount != amount:
        return Verdict(newest, VerificationNotSent())
    if not newest.attempts_left:
        return Verdict(newest, VerificationLocked(attempts=policy.attempts))
    if at >= newest.expires_at:
        return Verdict(newest, VerificationExpired(minutes=int(policy.life / timedelta(minutes=1))))
    guess = code_hash(key, newest.id, newest.order_id, amount, code)
    if hmac.compare_digest(guess, newest.code_hash):
        return Verdict(newest, None)
    spent = replace(newest, attempts_left=newest.attempts_left - 1)
    if not spent.attempts_left:
        return Verdict(spent, VerificationLocked(attempts=policy.attempts))
    return Verdict(spent, VerificationWrongCode(attempts_left=spent.attempts_left))
