"""What an account sees of its organization (DOMAIN 11): nothing is stored, all is derived when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import AccountingMode, AccountKind
from supportplan_desktop.domain.errors import AccountNotFound, PlanExpired, PlanNotPaid
from supportplan_desktop.domain.organization import (
    USABLE,
    Association,
    AssociationStatus,
    EffectivePlan,
    PlanSource,
    TodoKind,
)
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.services.acting import Acting, Offer
from supportplan_desktop.services.interfaces import (
    MemberPage,
    MemberQuery,
    MemberRow,
    OrganizationView,
    Readiness,
    ReadinessRow,
    ReadinessState,
    ReceivedInvitation,
    SharingStatus,
)
from supportplan_desktop.services.joining import todo
from supportplan_desktop.services.own_plans import (
    effective_plan,
    master_of,
    own_plan,
    shared_by,
    shared_plan,
    standing_plan,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.subscriptions import Standing, Subscription
    from supportplan_desktop.services.ports import Work

_BY_NAME = MemberQuery()


@dataclass(frozen=True, slots=True)
class OrganizationViews:
    """Views for the acting account, each within one transaction."""

    offer: Offer
    acting: Acting

    def overview(self, work: Work, at: datetime) -> OrganizationView:
        """Where the acting account stands."""
        account = work.accounts.get(self.acting.account_id)
        members = work.associations
        active = AssociationStatus.ACTIVE
        return OrganizationView(
            account=account,
            role=self.acting.role,
            master=self.master_name(work, account),
            accounting=account.accounting,
            effective=effective_plan(work, account, at, self.offer),
            is_shared_with=shared_plan(work, account, at, self.offer) is not None,
            sharing=self.sharing(work, account, at) if account.kind is AccountKind.MASTER else None,
            unified=members.count(account.id, active, AccountingMode.UNIFIED),
            independent=members.count(account.id, active, AccountingMode.INDEPENDENT),
            invited=members.count(account.id, AssociationStatus.INVITED),
            received=self._received(work, account, at),
        )

    def sharing(self, work: Work, master: Account, at: datetime) -> SharingStatus:
        """The master's switch, and whom it reaches."""
        own = own_plan(work, master, at, self.offer)
        switch = work.sharings.get(master.id)
        obstacle = None
        if own is None:
            obstacle = PlanNotPaid.code
        elif own[1].state not in USABLE:
            obstacle = PlanExpired.code
        return SharingStatus(
            is_on=shared_by(work, master, at, self.offer) is not None,
            since=switch.since if switch else None,
            tier=own[0].tier if own else self.offer.catalogue.free_tier.code,
            state=own[1].state if own else PlanState.BASIC,
            members=work.associations.count(master.id, AssociationStatus.ACTIVE, AccountingMode.UNIFIED),
            obstacle=obstacle,
        )

    def members(self, work: Work, query: MemberQuery, cursor: str | None, limit: int, at: datetime) -> MemberPage:
        """A page of members, each with its own and its effective plan."""
        master = work.accounts.get(self.acting.account_id)
        found, following, count = work.associations.page(master.id, query, cursor, limit)
        shared = shared_by(work, master, at, self.offer)
        own = _own_plans(work, found)
        rows = tuple(self._row(association, shared, own.get(association.account_id), at) for association in found)
        return MemberPage(rows, following, count)

    def readiness(self, work: Work, cursor: str | None, limit: int, at: datetime) -> Readiness:
        """One row per member and per pending invitee; those in the way are complete on every page."""
        master = work.accounts.get(self.acting.account_id)
        members = work.associations
        found, following, _ = members.page(master.id, _BY_NAME, cursor, limit)
        known = {one.id: self._readiness_row(work, one, at) for one in members.invited(master.id)}
        invited = known.values()
        in_way = tuple(row for row in invited if row.todo)
        active = AssociationStatus.ACTIVE
        green = sum(row.state is ReadinessState.READY for row in invited)
        apart = sum(row.state is ReadinessState.INDEPENDENT for row in invited)
        return Readiness(
            rows=tuple(known.get(one.id) or self._readiness_row(work, one, at) for one in found),
            cursor=following,
            ready=members.count(master.id, active, AccountingMode.UNIFIED) + green,
            independent=members.count(master.id, active, AccountingMode.INDEPENDENT) + apart,
            in_way=tuple(sorted(in_way, key=lambda row: (row.association.account_name, row.association.id))),
        )

    def master_name(self, work: Work, account: Account) -> str | None:
        """The name of a member's master, None for an account that has none."""
        try:
            return master_of(work, account).name
        except AccountNotFound:
            return None

    def _row(
        self,
        association: Association,
        shared: tuple[Subscription, Standing] | None,
        subscription: Subscription | None,
        at: datetime,
    ) -> MemberRow:
        free = self.offer.catalogue.free_tier.code
        own = standing_plan(subscription, at, self.offer)
        if own is not None:
            tier = own[0].tier
            return MemberRow(association, tier, EffectivePlan(tier if own[1].state in USABLE else free, PlanSource.OWN))
        if association.is_shared_with and shared is not None:
            return MemberRow(association, free, EffectivePlan(shared[0].tier, PlanSource.SHARED))
        return MemberRow(association, free, EffectivePlan(free, PlanSource.NONE))

    def _readiness_row(self, work: Work, association: Association, at: datetime) -> ReadinessRow:
        if association.accounting is AccountingMode.INDEPENDENT:
            return ReadinessRow(association, ReadinessState.INDEPENDENT, ())
        if association.status is AssociationStatus.ACTIVE:
            return ReadinessRow(association, ReadinessState.READY, ())
        theirs = work.of(association.account_owner_id)
        account = theirs.accounts.get(association.account_id)
        steps = todo(theirs, account, association.accounting, at, self.offer)
        if not steps:
            return ReadinessRow(association, ReadinessState.READY, ())
        has_unpaid = steps[0].kind is TodoKind.SETTLE_ORDERS
        state = ReadinessState.UNPAID_ORDERS if has_unpaid else ReadinessState.OWNS_PLAN
        return ReadinessRow(association, state, steps)

    def _received(self, work: Work, account: Account, at: datetime) -> tuple[ReceivedInvitation, ...]:
        received = []
        for invitation in work.invitations.of_account(account.id):
            masters = work.of(invitation.master_owner_id)
            association = masters.associations.find(invitation.id)
            if association is None or not association.is_pending(at):
                continue
            received.append(
                ReceivedInvitation(
                    id=invitation.id,
                    master=masters.accounts.get(invitation.master_id).name,
                    accounting=association.accounting,
                    created_at=association.created_at,
                    expires_at=association.expires_at,
                    todo=todo(work, account, association.accounting, at, self.offer),
                )
            )
        return tuple(received)


def _own_plans(work: Work, found: Sequence[Association]) -> dict[UUID, Subscription]:
    """The latest own plan of each account, looked up together for each owner; a unified member has none (rule 2)."""
    accounts: dict[UUID, list[UUID]] = {}
    for association in found:
        if not association.is_shared_with:
            accounts.setdefault(association.account_owner_id, []).append(association.account_id)
    own: dict[UUID, Subscription] = {}
    for owner_id, account_ids in accounts.items():
        own.update(work.of(owner_id).subscriptions.newest_of(account_ids))
    return own
