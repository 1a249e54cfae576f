"""What travels between client and server and is no value of the interfaces already: bodies, and short answers (API).

Both ends import this, so that neither can spell a name the other does not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from supportplan_desktop.domain.accounts import AccountingMode, Channel, Role
from supportplan_desktop.domain.audit import AuditEntry
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.payments import Posting
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import QuoteBasis

VERSION = "v1"
PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signs in."""

    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """The token that renews a session once."""

    refresh_token: str


@dataclass(frozen=True, slots=True)
class Session:
    """A session: a short access token, how many seconds it lasts, and the token that renews it."""

    access_token: str
    expires_in: int
    refresh_token: str


@dataclass(frozen=True, slots=True)
class Me:
    """The account signed in for, with masked contacts, in what role, and under which name."""

    id: UUID
    owner_id: UUID
    name: str
    kind: str
    contact: str
    phone: str | None
    email: str | None
    master_id: UUID | None
    master_owner_id: UUID | None
    accounting: AccountingMode | None
    role: Role
    login: str


@dataclass(frozen=True, slots=True)
class Consent:
    """Which text of the agreement is accepted."""

    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OrderBody:
    """An order of any kind: what a kind does not have is left out."""

    kind: OrderKind
    agreed_total: Money
    tier: str | None = None
    months: int | None = None
    consent: Consent | None = None
    reason: UnsubscriptionReason | None = None
    note: str = ""
    is_confirmed: bool = False
    basis: QuoteBasis | None = None


class Fund(StrEnum):
    """What an order can be paid from."""

    BALANCE = "balance"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class PaymentBody:
    """Which funds pay, and the verification code."""

    funds: tuple[Fund, ...]
    code: str


@dataclass(frozen=True, slots=True)
class ChannelBody:
    """Where a verification code goes."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class AutoRenewalBody:
    """What is chosen for auto-renewal."""

    is_on: bool
    months: int
    days_before: int


@dataclass(frozen=True, slots=True)
class InvitationBody:
    """Whom to invite, by the exact name of the account, under which accounting."""

    account: str
    accounting: AccountingMode


@dataclass(frozen=True, slots=True)
class SharingBody:
    """The position of the switch."""

    enabled: bool


@dataclass(frozen=True, slots=True)
class TicketMessageBody:
    """What is said about a ticket, under an id the caller made."""

    id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class Now:
    """The server's instant."""

    now: datetime


@dataclass(frozen=True, slots=True)
class Health:
    """That a server answers."""

    status: str


@dataclass(frozen=True, slots=True)
class Journal:
    """Postings of the account, oldest first."""

    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Whether the records hold, and the newest entries of the audit."""

    entries: int
    first_broken: int | None
    journal_faults: tuple[str, ...]
    newest: tuple[AuditEntry, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal as RFC 9457 says it: `code` is stable, `facts` are the values that caused it."""

    type: str
    title: str
    status: int
    code: str
    facts: dict[str, object]


STATUS = {
    "session.refused": 401,
    "session.required": 401,
    "role.not_allowed": 403,
    "request.too_large": 413,
    "request.too_many": 429,
    "request.media_type": 415,
    "request.method_not_allowed": 405,
    "request.timed_out": 503,
    "server.error": 500,
    "verification.too_soon": 429,
    "verification.daily_limit": 429,
    "input.invalid": 422,
    "agreement.unknown": 404,
    "organization.member_not_found": 404,
    "store.unavailable": 503,
    "store.too_new": 503,
}
"""The status of each code with one of its own; what is not found is 404, what the catalogue lacks 422, all else 409."""

_NOT_FOUND = ".not_found"


def status_of(code: str) -> int:
    """The status a refusal is answered with."""
    if code in STATUS:
        return STATUS[code]
    if code.endswith(_NOT_FOUND):
        return 404
    return 422 if code.startswith("catalogue.") else 409
