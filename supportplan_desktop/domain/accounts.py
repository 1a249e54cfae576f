"""Accounts and how their contacts are shown (DOMAIN 10, 11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

_DOT = "•"
_SHOWN_HEAD, _SHOWN_TAIL, _HIDDEN = 3, 4, 4


class AccountKind(StrEnum):
    """Where an account stands: alone, above members, or below a master."""

    SINGLE = "single"
    MASTER = "master"
    MEMBER = "member"


class AccountingMode(StrEnum):
    """A member's accounting: its master pays for it, or it pays for itself."""

    UNIFIED = "unified"
    INDEPENDENT = "independent"


class Channel(StrEnum):
    """Where a verification code can go."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Account:
    """A customer account. `owner_id` is the organization it belongs to, or its own id where there is none."""

    id: UUID
    owner_id: UUID
    name: str
    kind: AccountKind
    contact: str
    phone: str | None = None
    email: str | None = None
    master_id: UUID | None = None
    accounting: AccountingMode | None = None

    @property
    def is_unified_member(self) -> bool:
        """Whether its master buys for it (DOMAIN 11.2)."""
        return self.kind is AccountKind.MEMBER and self.accounting is AccountingMode.UNIFIED

    def address(self, channel: Channel) -> str | None:
        """The full contact on a channel, None where there is none; never shown or logged."""
        return self.phone if channel is Channel.PHONE else self.email

    def channels(self) -> tuple[tuple[Channel, str], ...]:
        """The channels a code can be sent to, each with the masked contact."""
        found: list[tuple[Channel, str]] = []
        if self.phone:
            found.append((Channel.PHONE, masked_phone(self.phone)))
        if self.email:
            found.append((Channel.EMAIL, masked_email(self.email)))
        return tuple(found)


def masked_phone(phone: str) -> str:
    """`+86 13812342046` as `+86 138••••2046`; a short number keeps only its last two digits."""
    prefix, _, number = phone.rpartition(" ")
    if len(number) <= _SHOWN_HEAD + _SHOWN_TAIL:
        shown = _DOT * _HIDDEN + number[-2:]
    else:
        shown = number[:_SHOWN_HEAD] + _DOT * _HIDDEN + number[-_SHOWN_TAIL:]
    return f"{prefix} {shown}".strip()


def masked_email(email: str) -> str:
    """`lin.chen@harbor.example` as `l••••n@harbor.example`; a one-letter name is hidden whole."""
    name, _, host = email.partition("@")
    shown = f"{name[0]}{_DOT * _HIDDEN}{name[-1]}" if len(name) > 1 else _DOT * _HIDDEN
    return f"{shown}@{host}"
