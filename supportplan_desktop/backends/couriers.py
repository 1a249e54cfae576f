"""Couriers: how a verification code reaches a person (DOMAIN 10)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import CodeNotDelivered
from supportplan_desktop.domain.messages import Message, MessageKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportplan_desktop.domain.accounts import Channel
    from supportplan_desktop.services.ports import CodeLetter, Courier, Entropy, Store


class LocalInbox:
    """Codes arrive in the account's own Messages: nothing ever leaves this computer."""

    arrives_in_messages = True

    def __init__(self, store: Store, entropy: Entropy) -> None:
        self._store = store
        self._entropy = entropy

    def send(self, letter: CodeLetter) -> None:
        """Put the code into Messages; StoreUnavailable where that fails."""
        account = letter.account
        message = Message(
            id=self._entropy.uuid(),
            account_id=account.id,
            at=letter.sent_at,
            kind=MessageKind.VERIFICATION_CODE,
            order_id=letter.order_id,
            order_number=letter.order_number,
            tier=letter.tier,
            amount=letter.amount,
            until=letter.expires_at,
            code=letter.code,
            sent_to=dict(account.channels())[letter.channel],
        )
        with self._store.change(account.owner_id) as work:
            work.messages.add(message)


class CouriersByChannel:
    """A courier for each channel there is one for."""

    arrives_in_messages = False

    def __init__(self, couriers: Mapping[Channel, Courier]) -> None:
        self._couriers = dict(couriers)

    def send(self, letter: CodeLetter) -> None:
        """Send a code by the courier of its channel; CodeNotDelivered also where that channel has none."""
        courier = self._couriers.get(letter.channel)
        if courier is None:
            raise CodeNotDelivered(channel=letter.channel.value)
        courier.send(letter)


class PrintedCodes:
    """Codes are printed where the program was started: for development only, asked for by name."""

    arrives_in_messages = False

    def send(self, letter: CodeLetter) -> None:
        """Print a code on standard output, which is no log."""
        print(f"verification code {letter.order_number} {letter.channel} {letter.code}", file=sys.stdout, flush=True)  # noqa: T201 - its purpose
