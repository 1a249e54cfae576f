"""Members, invitations and sharing over REST (see `Organization`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop import api, wire
from supportplan_desktop.backends.http.client import Connection, Params, path_of
from supportplan_desktop.backends.http.me import account_of
from supportplan_desktop.domain.accounts import Account
from supportplan_desktop.domain.organization import Association
from supportplan_desktop.services.interfaces import (
    MemberPage,
    NewMember,
    OrganizationView,
    Readiness,
    SharingStatus,
)

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.accounts import AccountingMode
    from supportplan_desktop.services.interfaces import MemberQuery


@dataclass(frozen=True, slots=True)
class HttpOrganization:
    """The organization as the account that is signed in for sees and changes it."""

    connection: Connection

    def overview(self) -> OrganizationView:
        """Where the account stands."""
        view: OrganizationView = self.connection.ask(OrganizationView, "GET", "organization")
        return view

    def members(self, query: MemberQuery, cursor: str | None = None, limit: int = 100) -> MemberPage:
        """The master's members and pending invitees that match, from the cursor on."""
        params: Params = {
            "q": query.text or None,
            "accounting": sorted(query.accounting),
            "status": sorted(query.statuses),
            "sort": query.sort.value,
            "descending": query.descending,
            "cursor": cursor,
            "limit": limit,
        }
        page: MemberPage = self.connection.ask(MemberPage, "GET", "members", params)
        return page

    def readiness(self, cursor: str | None = None, limit: int = 100) -> Readiness:
        """The check before sharing, from the cursor on."""
        params: Params = {"cursor": cursor, "limit": limit}
        readiness: Readiness = self.connection.ask(Readiness, "GET", "sharing/readiness", params)
        return readiness

    def create_member(self, account_id: UUID, member: NewMember) -> Account:
        """Create a member (see `Organization`); its contacts come back masked."""
        body = wire.dumped(NewMember, member)
        account: Account = self.connection.ask(Account, "PUT", path_of("members", account_id), body=body)
        return account

    def invite(self, invitation_id: UUID, account: str, accounting: AccountingMode) -> Association:
        """Invite the account of that name (see `Organization`)."""
        body = wire.dumped(api.InvitationBody, api.InvitationBody(account, accounting))
        return self._association("PUT", path_of("invitations", invitation_id), body)

    def revoke(self, invitation_id: UUID) -> Association:
        """Take a pending invitation back."""
        return self._association("POST", path_of("invitations", invitation_id, "revoke"))

    def remind(self, invitation_id: UUID) -> None:
        """Tell a pending invitee once more."""
        self.connection.tell("POST", path_of("invitations", invitation_id, "remind"))

    def accept(self, invitation_id: UUID) -> Account:
        """Join the master that invited the account (see `Organization`)."""
        me: api.Me = self.connection.ask(api.Me, "POST", path_of("invitations", invitation_id, "accept"))
        return account_of(me)

    def decline(self, invitation_id: UUID) -> None:
        """Turn an invitation down."""
        self.connection.tell("POST", path_of("invitations", invitation_id, "decline"))

    def disassociate(self, account_id: UUID) -> Association:
        """Let a member go."""
        return self._association("DELETE", path_of("members", account_id))

    def set_sharing(self, *, is_on: bool) -> SharingStatus:
        """Share the plan with all unified members, or stop."""
        body = wire.dumped(api.SharingBody, api.SharingBody(is_on))
        status: SharingStatus = self.connection.ask(SharingStatus, "PUT", "sharing", body=body)
        return status

    def _association(self, method: str, path: str, body: str | None = None) -> Association:
        association: Association = self.connection.ask(Association, method, path, body=body)
        return association
