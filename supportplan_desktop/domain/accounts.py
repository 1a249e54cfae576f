"""Accounts and how their contacts are shown (DOMAIN 10, 11)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money

_DOT = "•"
_SHOWN_HEAD, _SHOWN_TAIL, _HIDDEN = 3, 4, 4
_NAME_LENGTH = 80
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,24}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class AccountKind(StrEnum):
    """Where an account stands: alone, above members, or below a master."""

    SINGLE = "single"
    MASTER = "master"
    MEMBER = "member"


class AccountingMode(StrEnum):
    """A member's accounting: its master pays for it, or it pays for itself."""

    UNIFIED = "unified"
    INDEPENDENT = "independent"


class Role(StrEnum):
    """What a person may do for an account."""

    OWNER = "owner"
    FINANCE = "finance"
    VIEWER = "viewer"


class Permission(StrEnum):
    """What a command needs: money moves or is promised, the organization changes, a ticket is written."""

    MONEY = "money"
    ORGANIZATION = "organization"
    TICKETS = "tickets"


_ALLOWED = {
    Role.OWNER: frozenset(Permission),
    Role.FINANCE: frozenset({Permission.MONEY, Permission.TICKETS}),
    Role.VIEWER: frozenset[Permission](),
}


def may(role: Role, permission: Permission) -> bool:
    """Whether that role is enough for a command."""
    return permission in _ALLOWED[role]


class Channel(StrEnum):
    """Where a verification code can go."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Account:
    """A customer account. `owner_id` owns its records: its master where that created it, else itself.

    A member has a master, whose records `master_owner_id` owns, and exactly one accounting mode.
    """

    id: UUID
    owner_id: UUID
    name: str
    kind: AccountKind
    contact: str
    phone: str | None = None
    email: str | None = None
    master_id: UUID | None = None
    accounting: AccountingMode | None = None
    master_owner_id: UUID | None = None

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


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account of a local store as it is opened: who it is, how its contact is reached, what it can pay with."""

    name: str
    contact: str
    phone: str
    email: str
    balance: Money
    credit_limit: Money

    def checked(self) -> NewAccount:
        """The same without the space around texts.

        InvalidInput names the field that cannot be meant; one of phone and e-mail is needed, or no payment could
        ever be verified.
        """
        cleaned = NewAccount(
            self.name.strip(),
            self.contact.strip(),
            self.phone.strip(),
            self.email.strip(),
            self.balance,
            self.credit_limit,
        )
        for field, text in (("name", cleaned.name), ("contact", cleaned.contact)):
            if not 0 < len(text) <= _NAME_LENGTH:
                raise InvalidInput(field=field, value=text[:_NAME_LENGTH])
        if not (cleaned.phone or cleaned.email):
            raise InvalidInput(field="phone", value="")
        if cleaned.phone and not _PHONE.fullmatch(cleaned.phone):
            raise InvalidInput(field="phone", value=cleaned.phone)
        if cleaned.email and not _EMAIL.fullmatch(cleaned.email):
            raise InvalidInput(field="email", value=cleaned.email)
        for field, amount in (("balance", self.balance), ("credit_limit", self.credit_limit)):
            if amount < Money.zero(amount.currency):
                raise InvalidInput(field=field, value=amount)
        return cleaned

    def created_as(self, account_id: UUID, master: Account, accounting: AccountingMode) -> Account:
        """The account under that id as a member that its master created."""
        return replace(
            self.opened_as(account_id),
            owner_id=master.owner_id,
            kind=AccountKind.MEMBER,
            master_id=master.id,
            master_owner_id=master.owner_id,
            accounting=accounting,
        )

    def opened_as(self, account_id: UUID) -> Account:
        """The account under that id: single, owned by itself."""
        return Account(
            account_id, account_id, self.name, AccountKind.SINGLE, self.contact, self.phone or None, self.email or None
        )


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
