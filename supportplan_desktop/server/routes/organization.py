"""Members, invitations and sharing."""

from dataclasses import replace
from typing import Annotated

from fastapi import Query

from supportplan_desktop.api import InvitationBody, Me, SharingBody
from supportplan_desktop.domain.accounts import Account, AccountingMode
from supportplan_desktop.domain.errors import NotAMaster
from supportplan_desktop.domain.organization import Association, AssociationStatus
from supportplan_desktop.server.queries import Id, Part, Text, YesOrNo
from supportplan_desktop.server.routes.masking import masked, me_of
from supportplan_desktop.server.routing import Area, Asked
from supportplan_desktop.services.interfaces import (
    MemberPage,
    MemberQuery,
    MemberSort,
    NewMember,
    OrganizationView,
    Readiness,
    SharingStatus,
)

AREA = Area("organization")


@AREA.get("/organization")
def organization(asked: Asked) -> OrganizationView:
    """Where the account stands."""
    view = asked.services.organization.overview()
    return replace(view, account=masked(view.account))


@AREA.get("/members")
def members(
    asked: Asked,
    accounting: Annotated[list[AccountingMode], Query(default_factory=list)],
    status: Annotated[list[AssociationStatus], Query(default_factory=list)],
    part: Part,
    q: Text = "",
    sort: MemberSort = MemberSort.NAME,
    descending: YesOrNo = False,
) -> MemberPage:
    """Members and pending invitees that match, from the cursor on."""
    query = MemberQuery(q, frozenset(accounting), frozenset(status), sort, descending)
    return asked.services.organization.members(query, part.cursor, part.limit)


@AREA.put("/members/{account_id}")
def create_member(asked: Asked, account_id: Id, body: NewMember) -> Account:
    """Create a member under an id of the caller."""
    return masked(asked.services.organization.create_member(account_id, body))


@AREA.delete("/members/{account_id}")
def disassociate(asked: Asked, account_id: Id) -> Association:
    """Let a member go."""
    return asked.services.organization.disassociate(account_id)


@AREA.put("/invitations/{invitation_id}")
def invite(asked: Asked, invitation_id: Id, body: InvitationBody) -> Association:
    """Invite an account under an id of the caller."""
    return asked.services.organization.invite(invitation_id, body.account, body.accounting)


@AREA.post("/invitations/{invitation_id}/accept")
def accept(asked: Asked, invitation_id: Id) -> Me:
    """Join the master that invited."""
    return me_of(asked.services.organization.accept(invitation_id), asked.acting)


@AREA.post("/invitations/{invitation_id}/decline")
def decline(asked: Asked, invitation_id: Id) -> None:
    """Turn an invitation down."""
    asked.services.organization.decline(invitation_id)


@AREA.post("/invitations/{invitation_id}/revoke")
def revoke(asked: Asked, invitation_id: Id) -> Association:
    """Take an invitation back."""
    return asked.services.organization.revoke(invitation_id)


@AREA.post("/invitations/{invitation_id}/remind")
def remind(asked: Asked, invitation_id: Id) -> None:
    """Tell an invitee once more, at most once a day."""
    asked.services.organization.remind(invitation_id)


@AREA.get("/sharing")
def sharing(asked: Asked) -> SharingStatus:
    """The switch of the account's plan; only a master has one."""
    view = asked.services.organization.overview()
    if view.sharing is None:
        raise NotAMaster(master=view.master)
    return view.sharing


@AREA.put("/sharing")
def set_sharing(asked: Asked, body: SharingBody) -> SharingStatus:
    """Share the plan with all unified members together, or stop."""
    return asked.services.organization.set_sharing(is_on=body.enabled)


@AREA.get("/sharing/readiness")
def readiness(asked: Asked, part: Part) -> Readiness:
    """The check before sharing."""
    return asked.services.organization.readiness(part.cursor, part.limit)
