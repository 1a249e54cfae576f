"""Couriers: how a verification code reaches a person (DOMAIN 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.messages import Message, MessageKind

if TYPE_CHECKING:
    from supportplan_desktop.services.ports import CodeLetter, Entropy, Store


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
