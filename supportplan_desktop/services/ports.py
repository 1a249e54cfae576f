"""What the services need from the outside (DESIGN 1): a store of records, time, chance, secrets and a courier.

One use case is one transaction: the service opens it, records never commit. Everything a transaction touches belongs
to one owner, the organization or the account where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from supportplan_desktop.domain.accounts import Account, AccountingMode, Channel
from supportplan_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from supportplan_desktop.domain.access import Login, RefreshToken
    from supportplan_desktop.domain.audit import AuditEntry
    from supportplan_desktop.domain.auto_renewal import AutoRenewal
    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.domain.orders import AgreementConsent, Order, OrderKind
    from supportplan_desktop.domain.organization import Association, AssociationStatus, Invitation, Sharing
    from supportplan_desktop.domain.payments import Ledger, Posting
    from supportplan_desktop.domain.subscriptions import Subscription
    from supportplan_desktop.domain.tickets import ServiceTicket
    from supportplan_desktop.domain.verification import VerificationChallenge
    from supportplan_desktop.services.interfaces import MemberQuery, OrderPage, OrderQuery, OrderSummary


class AccountRecords(Protocol):
    """Accounts of the owner."""

    def add(self, account: Account) -> None:
        """Keep a new account."""

    def get(self, account_id: UUID) -> Account:
        """One account; AccountNotFound."""

    def save(self, account: Account) -> None:
        """Keep where an account stands now; AccountNotFound."""


class AssociationRecords(Protocol):
    """Which accounts the owner's masters have invited or have as members."""

    def add(self, association: Association) -> None:
        """Keep a new association; an account has at most one current one with a master."""

    def save(self, association: Association) -> None:
        """Keep how far an association has come; MemberNotFound."""

    def find(self, association_id: UUID) -> Association | None:
        """One association, None where there is none."""

    def of_account(self, master_id: UUID, account_id: UUID) -> Association | None:
        """The current association of an account with a master, None where there is none."""

    def latest(self, master_id: UUID, account_id: UUID) -> Association | None:
        """The current association of an account with a master, else the one that ended last, None for none."""

    def invited(self, master_id: UUID, limit: int | None = None) -> Sequence[Association]:
        """The pending invitations of a master, the ones that expire first before the others; all without a limit."""

    def count(self, master_id: UUID, status: AssociationStatus, accounting: AccountingMode | None = None) -> int:
        """How many current associations of a master have this status, and that mode where one is named."""

    def page(
        self, master_id: UUID, query: MemberQuery, cursor: str | None, limit: int
    ) -> tuple[Sequence[Association], str | None, int]:
        """Members and pending invitees that match from the opaque cursor on, the next cursor, and their number.

        At a cost that does not grow with their number.
        """


class InvitationRecords(Protocol):
    """The invitations that the owner's accounts have received."""

    def add(self, invitation: Invitation) -> None:
        """Keep a new invitation."""

    def find(self, invitation_id: UUID) -> Invitation | None:
        """One invitation, None where there is none."""

    def of_account(self, account_id: UUID) -> Sequence[Invitation]:
        """The invitations that an account has received, ended or not."""


class SharingRecords(Protocol):
    """The sharing switches of the owner's masters."""

    def get(self, account_id: UUID) -> Sharing | None:
        """A master's switch, None where it was never touched."""

    def put(self, account_id: UUID, sharing: Sharing) -> None:
        """Keep a master's switch instead of the one before."""


class OrderRecords(Protocol):
    """Orders of the owner's accounts. The events of an order are append-only."""

    def add(self, order: Order) -> None:
        """Keep a new order with its events."""

    def save(self, order: Order) -> None:
        """Keep an order's new status, split, term and the events it has gained."""

    def find(self, account_id: UUID, order_id: UUID) -> Order | None:
        """One order of the account, None where there is none."""

    def number_taken(self, number: str) -> bool:
        """Whether any order of the owner has this number."""

    def number_of(self, order_id: UUID) -> str | None:
        """The number of the owner's order of this id, whichever account's it is; None where there is none."""

    def open_order(self, account_id: UUID) -> Order | None:
        """The account's order that is neither completed nor canceled; there is at most one."""

    def newest(self, account_id: UUID) -> OrderSummary | None:
        """The account's latest order."""

    def page(self, account_id: UUID, query: OrderQuery, cursor: str | None, limit: int) -> OrderPage:
        """Orders that match, from the opaque cursor on, at a cost that does not grow with their number."""

    def refunds(self, account_id: UUID) -> Sequence[Order]:
        """The account's refunds that are on their way, oldest first."""

    def of_kind(self, account_id: UUID, kind: OrderKind, since: datetime, until: datetime) -> Sequence[Order]:
        """The account's orders of a kind created from `since` on, before `until`, oldest first."""


class JournalRecords(Protocol):
    """The append-only double-entry journal. Each entry keeps the running balance of its account and ledger."""

    def post(self, posting: Posting) -> None:
        """Append a posting; the same posting id a second time is a programming error and fails the transaction."""

    def balance(self, account_id: UUID, ledger: Ledger, currency: str) -> Money:
        """The sum of a ledger's entries."""

    def postings(self, account_id: UUID) -> Iterator[Posting]:
        """All postings of an account, oldest first."""

    def faults(self) -> Sequence[str]:
        """What does not add up for the owner: postings off zero, running balances off their sums; empty if it does."""


class SubscriptionRecords(Protocol):
    """Paid plans; their terms, segments and closings are append-only."""

    def add(self, subscription: Subscription) -> None:
        """Keep a new subscription with its terms and segments."""

    def save(self, subscription: Subscription) -> None:
        """Keep the terms, segments and closings a subscription has gained."""

    def newest(self, account_id: UUID) -> Subscription | None:
        """The account's latest subscription, ended or not."""

    def newest_of(self, account_ids: Collection[UUID]) -> Mapping[UUID, Subscription]:
        """The latest subscription of each of so many accounts that ever had one, at the cost of a few queries."""


class AutoRenewalRecords(Protocol):
    """What was chosen for auto-renewal."""

    def get(self, account_id: UUID) -> AutoRenewal | None:
        """The account's choice, None where none was ever made."""

    def put(self, account_id: UUID, chosen: AutoRenewal) -> None:
        """Keep the account's choice instead of the one before."""


class AgendaRecords(Protocol):
    """When time next makes something due for an account."""

    def get(self, account_id: UUID) -> datetime | None:
        """The instant, None where nothing is due."""

    def put(self, account_id: UUID, due_at: datetime | None) -> None:
        """Keep the instant instead of the one before."""


class ChallengeRecords(Protocol):
    """Codes that were sent, as keyed hashes."""

    def add(self, account_id: UUID, challenge: VerificationChallenge) -> None:
        """Keep a new challenge."""

    def save_attempts(self, challenge: VerificationChallenge) -> None:
        """Keep how many attempts are left."""

    def remove(self, challenge: VerificationChallenge) -> None:
        """Let go of a challenge whose code never left, so that it counts for nothing."""

    def newest(self, order_id: UUID) -> VerificationChallenge | None:
        """The order's latest challenge; the last one kept where instants are equal."""

    def sent_since(self, account_id: UUID, since: datetime) -> Sequence[datetime]:
        """When codes were sent for the account at or after that instant, over all its orders."""


class ConsentRecords(Protocol):
    """Accepted agreements, append-only."""

    def add(self, account_id: UUID, order_id: UUID, consent: AgreementConsent) -> None:
        """Keep a consent."""


class MessageRecords(Protocol):
    """Messages to the owner's accounts."""

    def add(self, message: Message) -> None:
        """Keep a new message."""

    def is_told(self, account_id: UUID, message_id: UUID) -> bool:
        """Whether the account has this message."""

    def page(self, account_id: UUID, cursor: str | None, limit: int) -> tuple[Sequence[Message], str | None]:
        """Messages newest first from the opaque cursor on, and the next cursor."""

    def unread(self, account_id: UUID) -> int:
        """How many are unread."""

    def newest_code(self, account_id: UUID, order_id: UUID) -> Message | None:
        """The newest verification code of an order."""

    def mark_read(self, account_id: UUID, message_id: UUID) -> None:
        """Mark one as read; unknown ids are passed over."""

    def mark_all_read(self, account_id: UUID) -> None:
        """Mark every message to the account as read."""


class TicketRecords(Protocol):
    """Service tickets; their messages are append-only."""

    def add(self, ticket: ServiceTicket) -> None:
        """Keep a new ticket with its messages."""

    def save(self, ticket: ServiceTicket) -> None:
        """Keep a ticket's status and the messages it has gained."""

    def find(self, account_id: UUID, ticket_id: UUID) -> ServiceTicket | None:
        """One ticket of the account, None where there is none."""

    def page(self, account_id: UUID, cursor: str | None, limit: int) -> tuple[Sequence[ServiceTicket], str | None]:
        """Tickets newest first from the opaque cursor on, and the next cursor."""


class AuditRecords(Protocol):
    """The owner's audit chain, append-only."""

    def last(self) -> AuditEntry | None:
        """The newest entry."""

    def add(self, entry: AuditEntry) -> None:
        """Append an entry."""

    def entries(self) -> Iterator[AuditEntry]:
        """All entries, oldest first."""


class Work(Protocol):
    """The records within one transaction, all of one owner."""

    def of(self, owner_id: UUID) -> Work:
        """The records of another owner within the same transaction: an organization reaches over its accounts."""

    @property
    def associations(self) -> AssociationRecords: ...
    @property
    def invitations(self) -> InvitationRecords: ...
    @property
    def sharings(self) -> SharingRecords: ...
    @property
    def accounts(self) -> AccountRecords: ...
    @property
    def orders(self) -> OrderRecords: ...
    @property
    def journal(self) -> JournalRecords: ...
    @property
    def subscriptions(self) -> SubscriptionRecords: ...
    @property
    def auto_renewals(self) -> AutoRenewalRecords: ...
    @property
    def agenda(self) -> AgendaRecords: ...
    @property
    def challenges(self) -> ChallengeRecords: ...
    @property
    def consents(self) -> ConsentRecords: ...
    @property
    def messages(self) -> MessageRecords: ...
    @property
    def tickets(self) -> TicketRecords: ...
    @property
    def audit(self) -> AuditRecords: ...


class TransactionConflict(Exception):  # noqa: N818 - what happened, not what is wrong
    """A transaction was ended because of another one; nothing of it stayed, and running it again is safe."""


class Store(Protocol):
    """Where records are kept. StoreUnavailable when it cannot be reached or stays locked; sending again is safe.

    Where several programs share it a transaction may end in TransactionConflict; then the use case is run again.
    """

    def change(self, owner_id: UUID) -> AbstractContextManager[Work]:
        """A transaction that may write: committed at the end, rolled back by any exception.

        Only one at a time writes for an owner; the others wait.
        """

    def read(self, owner_id: UUID) -> AbstractContextManager[Work]:
        """A consistent view that writes nothing."""

    def accounts(self) -> Sequence[Account]:
        """All accounts of a local store, by name."""

    def accounts_named(self, name: str) -> Sequence[Account]:
        """The accounts of exactly that name."""

    def owners(self) -> Sequence[UUID]:
        """All owners, for checks."""

    def due(self, at: datetime) -> Sequence[tuple[UUID, UUID]]:
        """Owner and account for whom something is due at that instant or before, the longest due first."""

    def setting(self, name: str) -> str | None:
        """A remark kept with the data itself, such as what demonstration it holds."""

    def set_setting(self, name: str, value: str) -> None:
        """Keep such a remark."""

    def exclusively(self, name: str) -> AbstractContextManager[bool]:
        """Do something that only one of several programs should do at a time: False where another one is at it.

        A store that lets only one write at a time says True: whatever is done then waits for its turn.
        """

    def check(self) -> None:
        """StoreUnavailable or StoreTooNew unless it can be read and its tables are those of this version."""

    def close(self) -> None:
        """Let go of the data; nothing may be asked afterwards."""


class Access(Protocol):
    """Who signs in at a server, their sessions, and counts that hold across its workers."""

    def login(self, name: str) -> Login | None:
        """Who signs in under that name, None where nobody does."""

    def logins_of(self, account_id: UUID) -> Sequence[Login]:
        """Everybody who signs in for an account, by name."""

    def put_login(self, login: Login) -> None:
        """Keep who signs in under a name, instead of whoever did before."""

    def add_token(self, token: RefreshToken) -> None:
        """Keep the first token of a session."""

    def token(self, token_hash: str) -> RefreshToken | None:
        """The token of that hash, used or not, None where there is none."""

    def renew(self, used: RefreshToken, at: datetime, following: RefreshToken) -> bool:
        """Use a token up and keep the next one of its family; False, and nothing is kept, where it was used already."""

    def end_family(self, family: UUID) -> None:
        """End a session and every token of it."""

    def end_sessions(self, login: str) -> None:
        """End every session of a login."""

    def forget_expired(self, at: datetime) -> int:
        """Let go of tokens that have expired; returns how many."""

    def count(self, name: str, window: int) -> int:
        """Count one more of something in a window of time, and say how many that makes, over all workers."""

    def forget_counts(self, window: int) -> int:
        """Let go of the counts of every window before that one; returns how many."""


class Entropy(Protocol):
    """Chance that nobody can foresee."""

    def uuid(self) -> UUID:
        """A new id."""

    def digits(self, count: int) -> str:
        """So many decimal digits."""

    def letters(self, count: int, alphabet: str) -> str:
        """So many characters of the alphabet."""


class Vault(Protocol):
    """Secrets that are not kept with the data."""

    def code_key(self) -> bytes:
        """The key verification codes are hashed with, at least 32 bytes, the same for all who use the data."""


class TokenVault(Protocol):
    """The one refresh token of a profile's session."""

    @property
    def lasts(self) -> bool:
        """Whether it outlives the program; otherwise the session ends with the window."""

    def get(self) -> str | None:
        """The token, None where there is none."""

    def put(self, token: str) -> None:
        """Keep the token instead of the one before."""

    def forget(self) -> None:
        """Let go of the token."""


@dataclass(frozen=True, slots=True)
class CodeLetter:
    """A verification code on its way: to whom, for what, and the code itself, which is never logged."""

    account: Account
    channel: Channel
    order_id: UUID
    order_number: str
    tier: str
    amount: Money
    code: str
    sent_at: datetime
    expires_at: datetime


class Courier(Protocol):
    """Takes verification codes to people."""

    @property
    def arrives_in_messages(self) -> bool:
        """Whether codes only go to the product's own Messages."""

    def send(self, letter: CodeLetter) -> None:
        """Send a code; CodeNotDelivered where it never left, StoreUnavailable where it would be kept and could not."""
