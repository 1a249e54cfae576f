"""Who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from supportplan_desktop.domain.accounts import Account, Role

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.accounts import NewAccount
    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.services.interfaces import Services


class Accounts(Protocol):
    """Who acts, with which funds, and for whom else."""

    def me(self) -> Account:
        """The account acted for."""

    def role(self) -> Role:
        """What the person who acts may do for it."""

    def funds(self) -> Funds:
        """Balance and credit now."""

    def others(self) -> tuple[Account, ...]:
        """All accounts that can be acted for on this profile, the current one among them, by name."""

    def open_account(self, account_id: UUID, account: NewAccount) -> Account:
        """Open another account of a local store under the id the caller made; sent again it is the same account.

        Refuses with InvalidInput.
        """

    def act_as(self, account_id: UUID, role: Role = Role.OWNER) -> Services:
        """The same services, acting for another account of the local store, in that role; AccountNotFound."""
