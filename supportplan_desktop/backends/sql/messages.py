"""Messages in tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.newest_first import newest_first
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import IS_UNREAD, messages
from supportplan_desktop.domain.messages import Message, MessageKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class SqlMessages:
    """Messages to the owner's accounts (see `MessageRecords`)."""

    scope: Scope

    def add(self, message: Message) -> None:
        """Keep a new message."""
        self.scope.add_next(
            messages,
            message.account_id,
            {
                "id": message.id,
                "at": message.at,
                "kind": message.kind,
                "order_id": message.order_id,
                "order_number": message.order_number,
                "tier": message.tier,
                "currency": message.amount.currency if message.amount is not None else None,
                "amount_minor": to_minor(message.amount) if message.amount is not None else None,
                "until": message.until,
                "code": message.code,
                "sent_to": message.sent_to,
                "is_read": message.is_read,
                "other": message.other,
            },
        )

    def is_told(self, account_id: UUID, message_id: UUID) -> bool:
        """Whether the account has this message."""
        return (
            self.scope.first(
                self.scope.select(messages, messages.c.id == message_id, messages.c.account_id == account_id)
            )
            is not None
        )

    def page(self, account_id: UUID, cursor: str | None, limit: int) -> tuple[Sequence[Message], str | None]:
        """Messages newest first from the opaque cursor on, and the next cursor; InvalidInput for a broken one."""
        rows, following = newest_first(self.scope, messages, messages.c.at, account_id, cursor, limit)
        return [_message(row) for row in rows], following

    def unread(self, account_id: UUID) -> int:
        """How many are unread."""
        counted = select(func.count()).where(self.scope.of(messages), messages.c.account_id == account_id, IS_UNREAD)
        return self.scope.connection.execute(counted).scalar_one()

    def newest_code(self, account_id: UUID, order_id: UUID) -> Message | None:
        """The newest verification code of an order: the last one kept, whatever clocks said."""
        statement = self.scope.select(
            messages,
            messages.c.account_id == account_id,
            messages.c.order_id == order_id,
            messages.c.kind == MessageKind.VERIFICATION_CODE,
        )
        row = self.scope.first(statement.order_by(messages.c.place.desc()))
        return None if row is None else _message(row)

    def mark_read(self, account_id: UUID, message_id: UUID) -> None:
        """Mark one as read; unknown ids are passed over."""
        which = (messages.c.id == message_id) & (messages.c.account_id == account_id)
        self.scope.change(messages, which, {"is_read": True})

    def mark_all_read(self, account_id: UUID) -> None:
        """Mark every message to the account as read."""
        self.scope.change(messages, (messages.c.account_id == account_id) & IS_UNREAD, {"is_read": True})


def _message(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        account_id=row.account_id,
        at=row.at,
        kind=row.kind,
        order_id=row.order_id,
        order_number=row.order_number,
        tier=row.tier,
        amount=None if row.amount_minor is None else to_money(row.amount_minor, row.currency),
        until=row.until,
        code=row.code,
        sent_to=row.sent_to,
        is_read=row.is_read,
        other=row.other,
    )
