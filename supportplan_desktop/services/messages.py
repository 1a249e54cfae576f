"""What the product told the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.services.interfaces import MessagePage

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.services.acting import Acting, Parts


class MessageService:
    """The acting account's messages."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def page(self, cursor: str | None = None, limit: int = 50) -> MessagePage:
        """Messages from the cursor on, newest first."""
        with self._parts.store.read(self._acting.owner_id) as work:
            messages, following = work.messages.page(self._acting.account_id, cursor, limit)
            return MessagePage(tuple(messages), following, work.messages.unread(self._acting.account_id))

    def newest_code(self, order_id: UUID) -> Message | None:
        """The newest verification code of an order that arrived here, None where there is none."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return work.messages.newest_code(self._acting.account_id, order_id)

    def mark_read(self, message_id: UUID) -> None:
        """Mark a message as read; marked already, or unknown, nothing happens."""
        with self._parts.store.change(self._acting.owner_id) as work:
            work.messages.mark_read(self._acting.account_id, message_id)

    def mark_all_read(self) -> None:
        """Mark every message as read."""
        with self._parts.store.change(self._acting.owner_id) as work:
            work.messages.mark_all_read(self._acting.account_id)
