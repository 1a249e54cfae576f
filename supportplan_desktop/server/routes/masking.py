"""Accounts as they leave the server: full contacts never do."""

from dataclasses import replace

from supportplan_desktop.api import Me
from supportplan_desktop.domain.accounts import Account, Channel
from supportplan_desktop.services.acting import Acting


def masked(account: Account) -> Account:
    """The account with its contacts masked."""
    shown = dict(account.channels())
    return replace(account, phone=shown.get(Channel.PHONE), email=shown.get(Channel.EMAIL))


def me_of(account: Account, acting: Acting) -> Me:
    """The account acted for, as who acts may see it."""
    shown = masked(account)
    return Me(
        id=shown.id,
        owner_id=shown.owner_id,
        name=shown.name,
        kind=shown.kind.value,
        contact=shown.contact,
        phone=shown.phone,
        email=shown.email,
        master_id=shown.master_id,
        master_owner_id=shown.master_owner_id,
        accounting=shown.accounting,
        role=acting.role,
        login=acting.by,
    )
