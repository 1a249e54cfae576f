"""Who acts, with which funds, and for whom else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import AccountNotFound
from supportplan_desktop.services.acting import funds_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import Services


class AccountService:
    """The acting account; `services_for` builds the services for another one of the same store."""

    def __init__(self, parts: Parts, acting: Acting, services_for: Callable[[Account], Services]) -> None:
        self._parts = parts
        self._acting = acting
        self._services_for = services_for

    def me(self) -> Account:
        """The account acted for."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return work.accounts.get(self._acting.account_id)

    def funds(self) -> Funds:
        """Balance and credit now."""
        with self._parts.store.read(self._acting.owner_id) as work:
            return funds_of(work, self._acting.account_id, self._parts.offer.catalogue.currency)

    def others(self) -> tuple[Account, ...]:
        """All accounts of the local store, the current one among them, by name."""
        return tuple(self._parts.store.accounts())

    def act_as(self, account_id: UUID) -> Services:
        """The same services, acting for another account; AccountNotFound."""
        for account in self._parts.store.accounts():
            if account.id == account_id:
                return self._services_for(account)
        raise AccountNotFound(account=account_id)
