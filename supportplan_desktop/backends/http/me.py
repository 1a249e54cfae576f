"""Who is signed in, as an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import Account, AccountKind

if TYPE_CHECKING:
    from supportplan_desktop import api


def account_of(me: api.Me) -> Account:
    """The account that is signed in for; its contacts are masked, as they are all that a server tells of them."""
    return Account(
        id=me.id,
        owner_id=me.owner_id,
        name=me.name,
        kind=AccountKind(me.kind),
        contact=me.contact,
        phone=me.phone,
        email=me.email,
        master_id=me.master_id,
        master_owner_id=me.master_owner_id,
        accounting=me.accounting,
    )
