"""What accounts are told of invitations and memberships (DOMAIN 11.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.organization import Association, AssociationStatus

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.services.ports import Work


def tell(
    work: Work,
    association: Association,
    kind: MessageKind,
    account_id: UUID,
    other: str,
    at: datetime,
    mark: str = "",
) -> None:
    """Tell an account what became of an association; once for each thing, and mark, that can become of it."""
    work.messages.add(
        Message(
            id=told_id(association, kind, account_id, mark),
            account_id=account_id,
            at=at,
            kind=kind,
            order_id=None,
            order_number="",
            tier="",
            amount=None,
            until=association.expires_at if association.status is AssociationStatus.INVITED else None,
            other=other,
        )
    )


def told_id(association: Association, kind: MessageKind, account_id: UUID, mark: str = "") -> UUID:
    """The id of that message: the same each time, so that nothing is told twice."""
    return uuid5(association.id, f"{kind} {account_id} {mark}".strip())
