"""What an organization does in the contract suite's world: masters, members, invitations and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.services.interfaces import MemberQuery, NewMember, Services

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import MemberRow
    from tests.contract.world import World

UNIFIED, INDEPENDENT = AccountingMode.UNIFIED, AccountingMode.INDEPENDENT
MASTER = "Harbor Group"


def master(world: World, tier: str = "business", months: int = 3, *, is_shared: bool = True) -> Services:
    """An account with a plan and one unified member, the plan shared unless told otherwise."""
    services = world.account(balance="100000.00", name=MASTER)
    world.paid(services, tier, months)
    member(world, services, "Harbor Central")
    if is_shared:
        services.organization.set_sharing(is_on=True)
    return services


def new_member(name: str = "Harbor Kowloon", accounting: AccountingMode = UNIFIED) -> NewMember:
    return NewMember(name, "Wing Lau", "+852 55512046", "wing@harbor.example", accounting)


def member(
    world: World, master: Services, name: str = "Harbor Kowloon", accounting: AccountingMode = UNIFIED
) -> Services:
    """A member that the master has created."""
    account = master.organization.create_member(world.parts.entropy.uuid(), new_member(name, accounting))
    return world.services(account)


def invited(world: World, master: Services, invitee: Services, accounting: AccountingMode = UNIFIED) -> UUID:
    """The invitation of an account by its name."""
    invitation_id = world.parts.entropy.uuid()
    return master.organization.invite(invitation_id, invitee.accounts.me().name, accounting).id


def joined(world: World, master: Services, invitee: Services, accounting: AccountingMode = UNIFIED) -> UUID:
    """An invitation that was accepted at once."""
    invitation_id = invited(world, master, invitee, accounting)
    invitee.organization.accept(invitation_id)
    return invitation_id


def members(master: Services, query: MemberQuery | None = None) -> list[MemberRow]:
    """All members and pending invitees that match, page after page."""
    query = query or MemberQuery()
    page = master.organization.members(query)
    found = [*page.members]
    while page.cursor is not None:
        page = master.organization.members(query, page.cursor)
        found += page.members
    assert len(found) == page.count
    return found


def effective(services: Services) -> tuple[str, str]:
    """What the account effectively has, and from where; the plan's details tell the same."""
    plan, details = services.organization.overview().effective, services.plans.details()
    assert details.source is plan.source
    return plan.tier, plan.source.value
