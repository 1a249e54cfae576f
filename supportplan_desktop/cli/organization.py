"""`supportplan organization …`: members and invitations, of both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from supportplan_desktop.cli.accounts import contacts
from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.paging import limit_of, page_options
from supportplan_desktop.cli.parsing import Parser, add_command, add_group, options
from supportplan_desktop.cli.reading import choice, choices, identifier
from supportplan_desktop.cli.records import account_spelled
from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.errors import MemberNotFound
from supportplan_desktop.domain.organization import Association, AssociationStatus
from supportplan_desktop.services.interfaces import MemberPage, MemberQuery, MemberSort, NewMember, OrganizationView

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `organization` and its commands."""
    group = add_group(commands, "organization", "Members and invitations")
    data, one = data_options(), _one_invitation()
    add_command(group, "show", "Where the account stands, and the invitations it has received", over(_show), data)
    add_command(group, "members", "Members and pending invitees", over(_members), _matching(), data)
    invite = add_command(group, "invite", "Invite an account", over(_invite), _mode(), data)
    invite.add_argument("name", metavar="NAME", help="the account's name")
    invite.add_argument("--invitation-id", metavar="UUID", help="the invitation's id; sent again it is the same one")
    add_command(group, "revoke", "Take a pending invitation back", over(_revoke), one, data)
    add_command(group, "remind", "Tell a pending invitee once more, at most once a day", over(_remind), one, data)
    add_command(group, "accept", "Join the master that invited the account", over(_accept), one, data)
    add_command(group, "decline", "Turn an invitation down", over(_decline), one, data)
    leave = add_command(group, "disassociate", "Let a member go", over(_disassociate), data)
    leave.add_argument("account", metavar="ACCOUNT", help="name or id of the member")
    create = add_command(group, "create-member", "Create a member", over(_create), contacts(), _mode(), data)
    create.add_argument("--account-id", metavar="UUID", help="the account's id; sent again it is the same member")


def _one_invitation() -> Parser:
    parser = options()
    parser.add_argument("invitation", metavar="ID", help="id of the invitation")
    return parser


def _mode() -> Parser:
    parser = options()
    parser.add_argument("--accounting", required=True, metavar="MODE", help=" or ".join(AccountingMode))
    return parser


def _matching() -> Parser:
    parser = options(page_options())
    group = parser.add_argument_group("which members, all where nothing is said")
    group.add_argument("--text", default="", help="part of a name")
    group.add_argument("--accounting", action="append", metavar="MODE", help=" or ".join(AccountingMode))
    group.add_argument("--status", action="append", help=", ".join(AssociationStatus))
    group.add_argument("--sort", default=MemberSort.NAME.value, metavar="KEY", help=f"by {', '.join(MemberSort)}")
    group.add_argument("--descending", action="store_true", help="highest first")
    return parser


def _show(services: Services, _chosen: Namespace) -> Answer:
    view = services.organization.overview()
    return {**record(OrganizationView, view), "account": account_spelled(view.account)}


def _members(services: Services, chosen: Namespace) -> Answer:
    query = MemberQuery(
        text=chosen.text,
        accounting=choices(chosen.accounting, "accounting", AccountingMode),
        statuses=choices(chosen.status, "status", AssociationStatus),
        sort=choice(chosen.sort, "sort", MemberSort),
        descending=chosen.descending,
    )
    page = services.organization.members(query, chosen.cursor, limit_of(chosen))
    return record(MemberPage, page)


def _invite(services: Services, chosen: Namespace) -> Answer:
    invitation_id = uuid4() if chosen.invitation_id is None else identifier(chosen.invitation_id, "invitation-id")
    return _spelled(services.organization.invite(invitation_id, chosen.name, _mode_of(chosen)))


def _revoke(services: Services, chosen: Namespace) -> Answer:
    return _spelled(services.organization.revoke(_id_of(chosen)))


def _remind(services: Services, chosen: Namespace) -> Answer:
    services.organization.remind(_id_of(chosen))
    return {"invitation_id": str(_id_of(chosen)), "status": AssociationStatus.INVITED.value}


def _accept(services: Services, chosen: Namespace) -> Answer:
    return account_spelled(services.organization.accept(_id_of(chosen)))


def _decline(services: Services, chosen: Namespace) -> Answer:
    services.organization.decline(_id_of(chosen))
    return {"invitation_id": str(_id_of(chosen)), "status": AssociationStatus.DECLINED.value}


def _disassociate(services: Services, chosen: Namespace) -> Answer:
    return _spelled(services.organization.disassociate(_member(services, chosen.account)))


def _create(services: Services, chosen: Namespace) -> Answer:
    account_id = uuid4() if chosen.account_id is None else identifier(chosen.account_id, "account-id")
    member = NewMember(chosen.name, chosen.contact, chosen.phone, chosen.email, _mode_of(chosen))
    return account_spelled(services.organization.create_member(account_id, member))


def _mode_of(chosen: Namespace) -> AccountingMode:
    return choice(chosen.accounting, "accounting", AccountingMode)


def _id_of(chosen: Namespace) -> UUID:
    return identifier(chosen.invitation, "invitation-id")


def _member(services: Services, name: str) -> UUID:
    """The id of the member of that id or name; MemberNotFound."""
    try:
        return UUID(name)
    except ValueError:
        wanted = name.strip()
    query = MemberQuery(text=wanted, statuses=frozenset({AssociationStatus.ACTIVE}))
    page = services.organization.members(query)
    while (found := _named(page, wanted)) is None and page.cursor is not None:
        page = services.organization.members(query, page.cursor)
    if found is None:
        raise MemberNotFound(account_id=name)
    return found


def _named(page: MemberPage, name: str) -> UUID | None:
    return next((row.association.account_id for row in page.members if row.association.account_name == name), None)


def _spelled(association: Association) -> Answer:
    return record(Association, association)
