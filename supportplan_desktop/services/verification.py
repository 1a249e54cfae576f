"""Sending verification codes and saying where a verification stands (DOMAIN 10)."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import ChannelUnavailable
from supportplan_desktop.domain.terms import site_date, start_of_day
from supportplan_desktop.domain.verification import (
    VerificationChallenge,
    check_sending,
    code_hash,
    seconds_to_pause,
    sends_left,
)
from supportplan_desktop.services.interfaces import VerificationStatus
from supportplan_desktop.services.ports import CodeLetter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from supportplan_desktop.domain.accounts import Channel
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.ports import Work


class VerificationDesk:
    """Codes for the orders of the acting account."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def new_code(
        self, work: Work, order: Order, channel: Channel, at: datetime
    ) -> tuple[VerificationChallenge, CodeLetter]:
        """Keep a new challenge; the letter is to be sent once the transaction is committed.

        ChannelUnavailable, VerificationDailyLimit, VerificationTooSoon.
        """
        policy = self._parts.offer.policy.verification
        account = work.accounts.get(order.account_id)
        if not account.address(channel):
            raise ChannelUnavailable(channel=channel.value)
        check_sending(self._sent(work, at), at, policy, self._parts.offer.catalogue.site_zone)
        challenge_id = self._parts.entropy.uuid()
        code = self._parts.entropy.digits(policy.digits)
        challenge = VerificationChallenge(
            id=challenge_id,
            order_id=order.id,
            amount=order.total,
            channel=channel,
            sent_at=at,
            expires_at=at + policy.life,
            attempts_left=policy.attempts,
            code_hash=code_hash(self._parts.vault.code_key(), challenge_id, order.id, order.total, code),
        )
        work.challenges.add(account.id, challenge)
        letter = CodeLetter(
            account=account,
            channel=channel,
            order_id=order.id,
            order_number=order.number,
            tier=order.quote.tier,
            amount=order.total,
            code=code,
            sent_at=at,
            expires_at=challenge.expires_at,
        )
        return challenge, letter

    def status(self, work: Work, order: Order) -> VerificationStatus:
        """Where the verification of an order stands now."""
        at = self._parts.clock.now()
        policy = self._parts.offer.policy.verification
        channels = work.accounts.get(order.account_id).channels()
        newest = work.challenges.newest(order.id)
        sent = self._sent(work, at)
        return VerificationStatus(
            at=at,
            channels=channels,
            channel=newest.channel if newest else None,
            sent_to=dict(channels).get(newest.channel) if newest else None,
            attempts_left=newest.attempts_left if newest else None,
            expires_in=max(0, ceil((newest.expires_at - at) / timedelta(seconds=1))) if newest else None,
            resend_in=seconds_to_pause(sent, at, policy),
            sends_left=sends_left(sent, at, policy, self._parts.offer.catalogue.site_zone),
            arrives_in_messages=self._parts.courier.arrives_in_messages,
        )

    def _sent(self, work: Work, at: datetime) -> Sequence[datetime]:
        zone = self._parts.offer.catalogue.site_zone
        since = min(start_of_day(site_date(at, zone), zone), at - self._parts.offer.policy.verification.pause)
        return work.challenges.sent_since(self._acting.account_id, since)
