"""Members, invitations and the sharing of a master's plan (DOMAIN 11)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.accounts import (
    Account,
    AccountingMode,
    AccountKind,
    NewAccount,
    Permission,
)
from supportplan_desktop.domain.errors import (
    AccountNameAmbiguous,
    AccountNotFound,
    AlreadyInvited,
    AlreadyMember,
    InvitationEnded,
    InvitationNotFound,
    InviteeIsMaster,
    MemberConflict,
    MemberNotFound,
    NotAMaster,
    OwnAccountInvited,
    PlanExpired,
    PlanNotPaid,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.organization import (
    CURRENT,
    USABLE,
    Association,
    AssociationStatus,
    Invitation,
    Sharing,
    joined,
    left,
)
from supportplan_desktop.domain.terms import site_date
from supportplan_desktop.services.acting import Deed, record
from supportplan_desktop.services.advancing import advance, plan_ahead
from supportplan_desktop.services.association_news import tell, told_id
from supportplan_desktop.services.joining import check_may_join
from supportplan_desktop.services.organization_views import OrganizationViews
from supportplan_desktop.services.own_plans import own_plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import (
        MemberPage,
        MemberQuery,
        NewMember,
        OrganizationView,
        Readiness,
        SharingStatus,
    )
    from supportplan_desktop.services.ports import Work


class OrganizationService:
    """The organization as the acting account sees and changes it."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting
        self._views = OrganizationViews(parts.offer, acting)

    # Looking

    def overview(self) -> OrganizationView:
        """Where the acting account stands."""
        with self._read() as work:
            return self._views.overview(work, self._parts.clock.now())

    def members(self, query: MemberQuery, cursor: str | None = None, limit: int = 100) -> MemberPage:
        """The master's members and pending invitees that match, from the cursor on."""
        with self._read() as work:
            return self._views.members(work, query, cursor, limit, self._parts.clock.now())

    def readiness(self, cursor: str | None = None, limit: int = 100) -> Readiness:
        """The check before sharing, members and pending invitees by name, from the cursor on."""
        with self._read() as work:
            return self._views.readiness(work, cursor, limit, self._parts.clock.now())

    # The master's commands

    def create_member(self, account_id: UUID, member: NewMember) -> Account:
        """Create a member under the id the caller made (see `Organization`)."""
        nothing = Money.zero(self._parts.offer.catalogue.currency)
        checked = NewAccount(member.name, member.contact, member.phone, member.email, nothing, nothing).checked()
        with self._command() as (work, at):
            master = self._become_master(work)
            association_id = uuid5(account_id, "created")
            known = work.associations.find(association_id)
            if known is not None:
                account = work.accounts.get(account_id)
                if (known.master_id, account.name, known.accounting) != (master.id, checked.name, member.accounting):
                    raise MemberConflict(id=account_id)
                return account
            if _is_known(work, account_id):
                raise MemberConflict(id=account_id)
            account = checked.created_as(account_id, master, member.accounting)
            work.accounts.add(account)
            work.associations.add(
                Association(
                    id=association_id,
                    master_id=master.id,
                    account_id=account.id,
                    account_owner_id=account.owner_id,
                    account_name=account.name,
                    accounting=member.accounting,
                    status=AssociationStatus.ACTIVE,
                    created_at=at,
                    expires_at=None,
                    since=at,
                )
            )
            self._record(work, "member.create", account.name, "", member.accounting.value, at)
        return account

    def invite(self, invitation_id: UUID, account: str, accounting: AccountingMode) -> Association:
        """Invite the account of that name (see `Organization`)."""
        name = account.strip()
        named = self._parts.store.accounts_named(name)
        with self._command() as (work, at):
            known = work.associations.find(invitation_id)
            if known is not None:
                if (known.master_id, known.account_name, known.accounting) != (
                    self._acting.account_id,
                    name,
                    accounting,
                ):
                    raise MemberConflict(id=invitation_id)
                return known
            invitee, theirs = _invitee(work, name, named)
            if theirs.invitations.find(invitation_id) is not None:
                raise MemberConflict(id=invitation_id)
            self._check_invitable(work, invitee, theirs)
            master = self._become_master(work)
            association = Association(
                id=invitation_id,
                master_id=master.id,
                account_id=invitee.id,
                account_owner_id=invitee.owner_id,
                account_name=invitee.name,
                accounting=accounting,
                status=AssociationStatus.INVITED,
                created_at=at,
                expires_at=at + self._parts.offer.policy.invitation_life,
                since=at,
            )
            work.associations.add(association)
            theirs.invitations.add(Invitation(invitation_id, invitee.id, master.id, master.owner_id))
            tell(theirs, association, MessageKind.INVITATION_RECEIVED, invitee.id, master.name, at)
            self._record(work, "invitation.send", invitee.name, "", accounting.value, at)
        return association

    def revoke(self, invitation_id: UUID) -> Association:
        """Take a pending invitation back (see `Organization`)."""
        with self._command() as (work, at):
            association = self._sent(work, invitation_id)
            if association.status is AssociationStatus.REVOKED:
                return association
            master = work.accounts.get(self._acting.account_id)
            return self._end(work, association, AssociationStatus.REVOKED, master, at)

    def remind(self, invitation_id: UUID) -> None:
        """Tell a pending invitee once more, at most once a day of the site (see `Organization`)."""
        with self._command() as (work, at):
            association = self._sent(work, invitation_id)
            if association.status is not AssociationStatus.INVITED:
                raise InvitationEnded(status=association.status.value, at=association.since)
            master = work.accounts.get(self._acting.account_id)
            today = site_date(at, self._parts.offer.catalogue.site_zone)
            theirs = work.of(association.account_owner_id)
            reminder = MessageKind.INVITATION_REMINDER
            if not theirs.messages.is_told(
                association.account_id, told_id(association, reminder, association.account_id, f"{today}")
            ):
                tell(theirs, association, reminder, association.account_id, master.name, at, f"{today}")
                self._record(work, "invitation.remind", association.account_name, "", association.status.value, at)

    def disassociate(self, account_id: UUID) -> Association:
        """Let a member go (see `Organization`)."""
        with self._command() as (work, at):
            association = work.associations.latest(self._acting.account_id, account_id)
            if association is not None and association.status is AssociationStatus.ENDED:
                return association
            if association is None or association.status is not AssociationStatus.ACTIVE:
                raise MemberNotFound(account_id=account_id)
            ended = association.moved(AssociationStatus.ENDED, at)
            work.associations.save(ended)
            theirs = work.of(association.account_owner_id)
            theirs.accounts.save(left(theirs.accounts.get(account_id)))
            master = work.accounts.get(self._acting.account_id)
            tell(theirs, ended, MessageKind.DISASSOCIATED, account_id, master.name, at)
            self._record(work, "member.disassociate", ended.account_name, association.accounting.value, "", at)
            if theirs is not work:
                deed = Deed("member.disassociated", master.name, association.accounting.value, "")
                record(theirs, account_id, self._acting.by, at, deed)
        return ended

    def set_sharing(self, *, is_on: bool) -> SharingStatus:
        """Share the master's plan with all its unified members together, or stop (see `Organization`)."""
        with self._command() as (work, at):
            account = work.accounts.get(self._acting.account_id)
            if account.kind is not AccountKind.MASTER:
                raise NotAMaster(master=self._views.master_name(work, account))
            before = work.sharings.get(account.id)
            own = own_plan(work, account, at, self._parts.offer)
            if is_on:
                if own is None:
                    raise PlanNotPaid
                subscription, stands = own
                if stands.state not in USABLE:
                    raise PlanExpired(tier=subscription.tier, ended=subscription.end)
                if before is None or not before.is_on or before.subscription_id != subscription.id:
                    work.sharings.put(account.id, Sharing(subscription.id, is_on=True, since=at))
                    self._record(work, "sharing.switch", account.name, "off", "on", at)
            elif before is not None and before.is_on:
                work.sharings.put(account.id, replace(before, is_on=False, since=at))
                self._record(work, "sharing.switch", account.name, "on", "off", at)
            return self._views.sharing(work, account, at)

    # The invitee's commands

    def accept(self, invitation_id: UUID) -> Account:
        """Join the master that invited the acting account (see `Organization`)."""
        self._bring_up(invitation_id)
        with self._command() as (work, at):
            account = work.accounts.get(self._acting.account_id)
            association, masters = self._received(work, account, invitation_id)
            if association.status is AssociationStatus.ACTIVE and account.master_id == association.master_id:
                return account
            moved = association.moved(AssociationStatus.ACTIVE, at)
            if account.kind is AccountKind.MEMBER:
                raise AlreadyMember(account=account.name)
            if _has_members(work, account):
                raise InviteeIsMaster(account=account.name)
            check_may_join(work, account, association.accounting, at, self._parts.offer)
            master = masters.accounts.get(association.master_id)
            member = joined(account, master, association.accounting)
            work.accounts.save(member)
            masters.associations.save(moved)
            tell(masters, moved, MessageKind.INVITATION_ACCEPTED, master.id, account.name, at)
            self._record(work, "invitation.accept", master.name, "", association.accounting.value, at)
            if masters is not work:
                deed = Deed("invitation.accepted", account.name, "invited", association.accounting.value)
                record(masters, master.id, self._acting.by, at, deed)
            plan_ahead(self._parts, masters, master.id)
        return member

    def decline(self, invitation_id: UUID) -> None:
        """Turn an invitation to the acting account down (see `Organization`)."""
        self._bring_up(invitation_id)
        with self._command() as (work, at):
            account = work.accounts.get(self._acting.account_id)
            association, masters = self._received(work, account, invitation_id)
            if association.status is AssociationStatus.DECLINED:
                return
            declined = association.moved(AssociationStatus.DECLINED, at)
            masters.associations.save(declined)
            tell(masters, declined, MessageKind.INVITATION_DECLINED, association.master_id, account.name, at)
            self._record(work, "invitation.decline", str(association.id), "invited", "declined", at)
            if masters is not work:
                deed = Deed("invitation.declined", account.name, "invited", "declined")
                record(masters, association.master_id, self._acting.by, at, deed)
            plan_ahead(self._parts, masters, association.master_id)

    # Its own

    @contextmanager
    def _read(self) -> Iterator[Work]:
        """A view once what was due is done: an invitation that has expired is not pending for anybody who looks."""
        advance(self._parts, self._acting.owner_id, self._acting.account_id, self._parts.clock.now())
        with self._parts.store.read(self._acting.owner_id) as work:
            yield work

    @contextmanager
    def _command(self) -> Iterator[tuple[Work, datetime]]:
        """One transaction of an owner of the account, once what was due is done; the agenda is right at its end."""
        self._acting.require(Permission.ORGANIZATION)
        at = self._parts.clock.now()
        advance(self._parts, self._acting.owner_id, self._acting.account_id, at)
        with self._parts.store.change(self._acting.owner_id) as work:
            yield work, at
            plan_ahead(self._parts, work, self._acting.account_id)

    def _become_master(self, work: Work) -> Account:
        """The acting account as a master; NotAMaster for a member."""
        account = work.accounts.get(self._acting.account_id)
        if account.kind is AccountKind.MEMBER:
            raise NotAMaster(master=self._views.master_name(work, account))
        if account.kind is AccountKind.SINGLE:
            account = replace(account, kind=AccountKind.MASTER)
            work.accounts.save(account)
        return account

    def _check_invitable(self, work: Work, invitee: Account, theirs: Work) -> None:
        if invitee.id == self._acting.account_id:
            raise OwnAccountInvited
        pending = work.associations.of_account(self._acting.account_id, invitee.id)
        if pending is not None and pending.status is AssociationStatus.INVITED:
            raise AlreadyInvited(account=invitee.name, invitation_id=pending.id)
        if invitee.kind is AccountKind.MEMBER:
            raise AlreadyMember(account=invitee.name)
        if _has_members(theirs, invitee):
            raise InviteeIsMaster(account=invitee.name)

    def _bring_up(self, invitation_id: UUID) -> None:
        """Let an invitation expire that should have: its expiry is on its master's agenda."""
        with self._read() as work:
            received = work.invitations.find(invitation_id)
        if received is not None:
            advance(self._parts, received.master_owner_id, received.master_id, self._parts.clock.now())

    def _sent(self, work: Work, invitation_id: UUID) -> Association:
        association = work.associations.find(invitation_id)
        if association is None or association.master_id != self._acting.account_id:
            raise InvitationNotFound(invitation_id=invitation_id)
        return association

    def _received(self, work: Work, account: Account, invitation_id: UUID) -> tuple[Association, Work]:
        """The invitation, ended or not, and its master's records."""
        received = work.invitations.find(invitation_id)
        if received is None or received.account_id != account.id:
            raise InvitationNotFound(invitation_id=invitation_id)
        masters = work.of(received.master_owner_id)
        association = masters.associations.find(invitation_id)
        if association is None:
            raise InvitationNotFound(invitation_id=invitation_id)
        return association, masters

    def _end(
        self, work: Work, association: Association, status: AssociationStatus, master: Account, at: datetime
    ) -> Association:
        ended = association.moved(status, at)
        work.associations.save(ended)
        theirs = work.of(association.account_owner_id)
        tell(theirs, ended, MessageKind.INVITATION_REVOKED, association.account_id, master.name, at)
        self._record(work, "invitation.revoke", ended.account_name, association.status.value, status.value, at)
        return ended

    def _record(self, work: Work, command: str, subject: str, before: str, after: str, at: datetime) -> None:
        record(work, self._acting.account_id, self._acting.by, at, Deed(command, subject, before, after))


def _invitee(work: Work, name: str, named: Sequence[Account]) -> tuple[Account, Work]:
    """The one account of that name as it is now, and its records."""
    if not named:
        raise AccountNotFound(account=name)
    if len(named) > 1:
        raise AccountNameAmbiguous(account=name)
    theirs = work.of(named[0].owner_id)
    return theirs.accounts.get(named[0].id), theirs


def _is_known(work: Work, account_id: UUID) -> bool:
    """Whether an account of the owner has this id."""
    try:
        work.accounts.get(account_id)
    except AccountNotFound:
        return False
    return True


def _has_members(work: Work, account: Account) -> bool:
    """Whether an account has members or pending invitations of its own."""
    counted = (work.associations.count(account.id, status) for status in sorted(CURRENT))
    return account.kind is AccountKind.MASTER and any(counted)
