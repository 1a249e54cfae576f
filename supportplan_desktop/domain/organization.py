"""Masters, members, and what a plan that is shared gives whom (DOMAIN 11)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.accounts import Account, AccountingMode, AccountKind
from supportplan_desktop.domain.errors import InvitationEnded
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.subscriptions import PlanState

if TYPE_CHECKING:
    from supportplan_desktop.domain.subscriptions import Standing, Subscription

USABLE = frozenset({PlanState.ACTIVE, PlanState.GRACE})
"""The states in which a plan serves its account, and those it is shared with."""


class AssociationStatus(StrEnum):
    """How far an account has come with a master; the first two are current."""

    INVITED = "invited"
    ACTIVE = "active"
    DECLINED = "declined"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ENDED = "ended"


CURRENT = frozenset({AssociationStatus.INVITED, AssociationStatus.ACTIVE})

_NEXT: dict[AssociationStatus, frozenset[AssociationStatus]] = {
    AssociationStatus.INVITED: frozenset(
        {
            AssociationStatus.ACTIVE,
            AssociationStatus.DECLINED,
            AssociationStatus.REVOKED,
            AssociationStatus.EXPIRED,
        }
    ),
    AssociationStatus.ACTIVE: frozenset({AssociationStatus.ENDED}),
}


@dataclass(frozen=True, slots=True)
class Association:
    """An account and a master from the invitation to the end; a member that was created begins active.

    The mode is never edited: whoever wants another one disassociates and invites again (DOMAIN 11). `account_owner_id`
    owns the account's records; `since` is when the present status came to be.
    """

    id: UUID
    master_id: UUID
    account_id: UUID
    account_owner_id: UUID
    account_name: str
    accounting: AccountingMode
    status: AssociationStatus
    created_at: datetime
    expires_at: datetime | None
    since: datetime

    def moved(self, to: AssociationStatus, at: datetime) -> Association:
        """The association one step further; InvitationEnded for every step that is not among the rules."""
        if to not in _NEXT.get(self.status, frozenset()):
            raise InvitationEnded(status=self.status.value, at=self.since)
        return replace(self, status=to, since=at)

    def is_pending(self, at: datetime) -> bool:
        """Whether it is an invitation that can be answered then."""
        is_over = self.expires_at is not None and at >= self.expires_at
        return self.status is AssociationStatus.INVITED and not is_over

    @property
    def is_shared_with(self) -> bool:
        """Whether the master's plan, while it is shared, is this member's too (DOMAIN 11.2, 3)."""
        return self.status is AssociationStatus.ACTIVE and self.accounting is AccountingMode.UNIFIED


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the invited account keeps it: which one, and where its master's records are.

    What became of it stands there, so it is kept when it has ended: whoever answers it again is told how it ended.
    """

    id: UUID
    account_id: UUID
    master_id: UUID
    master_owner_id: UUID


@dataclass(frozen=True, slots=True)
class Sharing:
    """The one switch of a master's plan: it belongs to that subscription and ends with it (DOMAIN 11.6)."""

    subscription_id: UUID
    is_on: bool
    since: datetime


class PlanSource(StrEnum):
    """Where an effective plan comes from."""

    OWN = "own"
    SHARED = "shared"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class EffectivePlan:
    """What an account effectively has: its own plan, else its master's while shared, else Basic (DOMAIN 11.1)."""

    tier: str
    source: PlanSource


class TodoKind(StrEnum):
    """What an invitee does before it can join, in this order: an open order blocks unsubscribing."""

    SETTLE_ORDERS = "settle_orders"
    UNSUBSCRIBE = "unsubscribe"
    WAIT_FOR_END = "wait_for_end"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing in the way of joining under unified accounting (DOMAIN 11.5).

    `numbers` are the unpaid orders; `tier`, `until` and the `refund` of today are of the own plan. A plan that has
    ended cannot be unsubscribed any more and is waited for.
    """

    kind: TodoKind
    numbers: tuple[str, ...] = ()
    tier: str = ""
    until: datetime | None = None
    refund: Money | None = None


def joined(account: Account, master: Account, accounting: AccountingMode) -> Account:
    """The account as a member of that master."""
    return replace(
        account,
        kind=AccountKind.MEMBER,
        master_id=master.id,
        master_owner_id=master.owner_id,
        accounting=accounting,
    )


def left(account: Account) -> Account:
    """The account on its own again."""
    return replace(account, kind=AccountKind.SINGLE, master_id=None, master_owner_id=None, accounting=None)


def is_sharing(sharing: Sharing | None, subscription: Subscription | None, standing: Standing | None) -> bool:
    """Whether a master's plan reaches its unified members now: switched on for this plan, which still serves."""
    if sharing is None or subscription is None or standing is None:
        return False
    return sharing.is_on and sharing.subscription_id == subscription.id and standing.state in USABLE
