"""Who may sign in at a server, and the sessions that keep them signed in (API: sessions)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from supportplan_desktop.domain.accounts import Role


@dataclass(frozen=True, slots=True)
class Login:
    """A name that signs in for one account in one role; the password is known only by its hash."""

    name: str
    owner_id: UUID
    account_id: UUID
    role: Role
    password_hash: str


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """A token that renews a session once; it is known only by its hash.

    Each renewal gives the next token of the `family`. A token that comes a second time was stolen, by whoever sent it
    or by whoever sent it before: that ends the family.
    """

    hash: str
    family: UUID
    login: str
    expires_at: datetime
    used_at: datetime | None = None
