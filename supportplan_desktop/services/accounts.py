"""Who acts, with which funds, and for whom else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import AccountNotFound
from supportplan_desktop.domain.payments import credit_posting, top_up_posting
from supportplan_desktop.services.acting import Deed, funds_of, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.accounts import Account, NewAccount
    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import Services


def open_account(parts: Parts, account_id: UUID, new: NewAccount) -> Account:
    """Open an account with its funds as its first postings; opened already under that id, it is only returned."""
    checked = new.checked()
    account, at = checked.opened_as(account_id), parts.clock.now()
    if any(known.id == account_id for known in parts.store.accounts()):
        return account
    with parts.store.change(account.owner_id) as work:
        work.accounts.add(account)
        record(work, account.id, account.contact, at, Deed("account.open", account.name, "", account.kind.value))
        funds = ((checked.balance, "top_up", top_up_posting), (checked.credit_limit, "credit", credit_posting))
        for amount, name, posting in funds:
            if amount:
                work.journal.post(posting(uuid5(account_id, name), account_id, amount, at))
                record(work, account_id, account.contact, at, Deed(f"funds.{name}", account.name, "", str(amount)))
    return account


class AccountService:
    """The acting account; `services_for` builds the services for another one of the same store."""

    def __init__(self, parts: Parts, acting: Acting, services_for: Callable[[Account, Role], Services]) -> None:
        self._parts = parts
        self._acting = acting
        self._services_for = services_for

    def me(self) -> Account:
        """The account acted for."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return work.accounts.get(self._acting.account_id)

    def role(self) -> Role:
        """What the person who acts may do for it."""
        return self._acting.role

    def funds(self) -> Funds:
        """Balance and credit now."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return funds_of(work, self._acting.account_id, self._parts.offer.catalogue.currency)

    def others(self) -> tuple[Account, ...]:
        """All accounts of the local store, the current one among them, by name."""
        return tuple(self._parts.store.accounts())

    def open_account(self, account_id: UUID, account: NewAccount) -> Account:
        """Open another account of the local store (see `Accounts`)."""
        return open_account(self._parts, account_id, account)

    def act_as(self, account_id: UUID, role: Role = Role.OWNER) -> Services:
        """The same services, acting for another account in that role; AccountNotFound."""
        for account in self._parts.store.accounts():
            if account.id == account_id:
                return self._services_for(account, role)
        raise AccountNotFound(account=account_id)
