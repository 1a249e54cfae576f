"""Members, invitations and sharing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from supportplan_desktop.domain.accounts import Account, AccountingMode, Role
from supportplan_desktop.domain.organization import (
    Association,
    AssociationStatus,
    EffectivePlan,
    Todo,
)
from supportplan_desktop.domain.subscriptions import PlanState


class MemberSort(StrEnum):
    """What a list of members can be sorted by."""

    NAME = "name"
    ACCOUNTING = "accounting"
    STATUS = "status"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class MemberQuery:
    """Which members and pending invitees, in what order: `text` is part of a name, empty sets mean all."""

    text: str = ""
    accounting: frozenset[AccountingMode] = frozenset()
    statuses: frozenset[AssociationStatus] = frozenset()
    sort: MemberSort = MemberSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member or pending invitee with its own plan and what it effectively has."""

    association: Association
    own_tier: str
    effective: EffectivePlan


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Some members; `cursor` asks for the ones after them, None at the end. `count` is all that match the query."""

    members: tuple[MemberRow, ...]
    cursor: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SharingStatus:
    """The switch of a master's plan, and whom it reaches.

    `tier` and `state` are of the master's own plan; `members` counts its unified members. `obstacle` is the code of the
    refusal that switching on would meet, None where it may be switched on.
    """

    is_on: bool
    since: datetime | None
    tier: str
    state: PlanState
    members: int
    obstacle: str | None


@dataclass(frozen=True, slots=True)
class ReceivedInvitation:
    """A pending invitation to the acting account, and what it has to do before it can accept, in order."""

    id: UUID
    master: str
    accounting: AccountingMode
    created_at: datetime
    expires_at: datetime | None
    todo: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """Where the acting account stands: its kind, its master and mode as a member, its members as a master.

    `sharing` is a master's own switch, None for all others. `is_shared_with` tells a member whether its master's plan
    reaches it now.
    """

    account: Account
    role: Role
    master: str | None
    accounting: AccountingMode | None
    effective: EffectivePlan
    is_shared_with: bool
    sharing: SharingStatus | None
    unified: int
    independent: int
    invited: int
    received: tuple[ReceivedInvitation, ...]


class ReadinessState(StrEnum):
    """How a member or an invitee stands to sharing."""

    READY = "ready"
    INDEPENDENT = "independent"
    OWNS_PLAN = "owns_plan"
    UNPAID_ORDERS = "unpaid_orders"


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One member or pending invitee, and what it has to do, in order; nothing unless it is in the way."""

    association: Association
    state: ReadinessState
    todo: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The check before sharing: some rows, and of all of them how many are ready, and those in the way.

    Only pending invitees are ever in the way, and only of their own joining. `in_way` is complete on every page.
    """

    rows: tuple[ReadinessRow, ...]
    cursor: str | None
    ready: int
    independent: int
    in_way: tuple[ReadinessRow, ...]

    @property
    def is_green(self) -> bool:
        """Whether nobody is in the way."""
        return not self.in_way


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member account as its master creates it."""

    name: str
    contact: str
    phone: str
    email: str
    accounting: AccountingMode


class Organization(Protocol):
    """Members, invitations and sharing (DOMAIN 11). Every command may be sent again with the same outcome.

    All commands refuse with RoleNotAllowed unless the person is an owner of the account.
    """

    def overview(self) -> OrganizationView:
        """Where the acting account stands."""

    def members(self, query: MemberQuery, cursor: str | None = None, limit: int = 100) -> MemberPage:
        """The master's members and pending invitees that match, from the cursor on."""

    def readiness(self, cursor: str | None = None, limit: int = 100) -> Readiness:
        """The check before sharing, members and pending invitees by name, from the cursor on."""

    def create_member(self, account_id: UUID, member: NewMember) -> Account:
        """Create a member under the id the caller made; the first one makes the account a master.

        Refuses with InvalidInput, NotAMaster, MemberConflict.
        """

    def invite(self, invitation_id: UUID, account: str, accounting: AccountingMode) -> Association:
        """Invite the account of that name under the id the caller made.

        Refuses with AccountNotFound, AccountNameAmbiguous, OwnAccountInvited, AlreadyMember, AlreadyInvited,
        InviteeIsMaster, NotAMaster, MemberConflict.
        """

    def revoke(self, invitation_id: UUID) -> Association:
        """Take a pending invitation back; revoked already it stays so. InvitationNotFound, InvitationEnded."""

    def remind(self, invitation_id: UUID) -> None:
        """Tell a pending invitee once more, at most once a day. InvitationNotFound, InvitationEnded."""

    def accept(self, invitation_id: UUID) -> Account:
        """Join the master that invited the acting account; joined already it stays so.

        Under unified accounting MemberHasUnpaidOrders and MemberHasPlan name what is in the way. Refuses with
        InvitationNotFound, InvitationEnded, AlreadyMember, InviteeIsMaster.
        """

    def decline(self, invitation_id: UUID) -> None:
        """Turn an invitation to the acting account down. InvitationNotFound, InvitationEnded."""

    def disassociate(self, account_id: UUID) -> Association:
        """Let a member go; it is on its own, and what was shared with it ends at once. MemberNotFound."""

    def set_sharing(self, *, is_on: bool) -> SharingStatus:
        """Share the master's plan with all its unified members together, or stop; so already it stays so.

        Switching on refuses with NotAMaster, PlanNotPaid, PlanExpired where the plan is frozen.
        """
