"""What the application can do: all that the window, the command line and the server may ask (DESIGN 2).

Whoever holds a `Services` acts for one account and cannot tell where the answers come from. Only frozen dataclasses
go in and out; a known no is a `Refusal` with a stable code. Every instant is UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from supportplan_desktop.domain.accounts import Account, AccountingMode, Channel, Role
from supportplan_desktop.domain.messages import Message
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.organization import (
    Association,
    AssociationStatus,
    EffectivePlan,
    PlanSource,
    Todo,
)
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.terms import Term
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportplan_desktop.domain.accounts import NewAccount
    from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import Funds, FundsChoice, Split
    from supportplan_desktop.domain.quotes import Quote


@dataclass(frozen=True, slots=True)
class OrderSummary:
    """An order as a row of a list."""

    id: UUID
    number: str
    kind: OrderKind
    tier: str
    status: OrderStatus
    created_at: datetime
    pay_before: datetime
    total: Money


@dataclass(frozen=True, slots=True)
class AutoRenewalStatus:
    """The choice of auto-renewal, and with it on the next attempt and what it will cost by today's prices."""

    is_on: bool
    months: int
    days_before: int
    next_at: datetime | None
    next_amount: Money | None


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """The account's plan at the instant `at`.

    Basic has no terms, and None for everything about time. `terms` are the purchase's and each renewal's, oldest
    first; `current` is the one that runs (the last one after the end); `valid_until` ends the last. What can be done is
    told without the open order, which blocks all of it. A plan that a master shares is told as its member has it, with
    the master's name in `shared_by`; `shared_with` counts the members that the own plan reaches.
    """

    at: datetime
    tier: str
    state: PlanState
    terms: tuple[Term, ...]
    current: Term | None
    since: datetime | None
    valid_until: datetime | None
    remaining_days: int | None
    grace_until: datetime | None
    retention_until: datetime | None
    open_order: OrderSummary | None
    last_order: OrderSummary | None
    can_buy: bool
    can_change: bool = False
    can_renew: bool = False
    can_unsubscribe: bool = False
    auto_renewal: AutoRenewalStatus | None = None
    source: PlanSource = PlanSource.OWN
    shared_by: str | None = None
    shared_with: int = 0


@dataclass(frozen=True, slots=True)
class QuoteBasis:
    """What a quote that was agreed to had been made from: it names the cause where the amount no longer holds."""

    at: datetime
    catalogue_version: str
    plan: str


def basis_of(quote: Quote) -> QuoteBasis:
    """What that quote was made from."""
    return QuoteBasis(quote.at, quote.catalogue_version, quote.plan)


@dataclass(frozen=True, slots=True)
class PurchaseOrder:
    """What the user agreed to buy: the total that was shown and the agreement text that was ticked."""

    tier: str
    months: int
    agreed_total: Money
    agreement_version: str
    agreement_sha256: str
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """What the user agreed to change to; a total below zero comes back."""

    tier: str
    agreed_total: Money
    agreement_version: str
    agreement_sha256: str
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class RenewalOrder:
    """For how long the user agreed to renew, and the total that was shown."""

    months: int
    agreed_total: Money
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class UnsubscriptionOrder:
    """Why the user unsubscribes, and the total below zero that was shown and confirmed."""

    agreed_total: Money
    reason: UnsubscriptionReason
    note: str = ""
    is_confirmed: bool = False
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a change or unsubscription costs (below zero: brings back) on a day, as quoted at that instant of it."""

    at: datetime
    day: date
    total: Money


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Whether what was recorded still holds: how many entries, the first broken one, and what is off in the journal."""

    entries: int
    first_broken: int | None
    journal_faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_broken is None and not self.journal_faults


class OrderSort(StrEnum):
    """What a list of orders can be sorted by."""

    CREATED = "created"
    NUMBER = "number"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """Which orders, in what order: `text` is part of a number, empty sets mean all, `since` <= created < `until`."""

    text: str = ""
    kinds: frozenset[OrderKind] = frozenset()
    statuses: frozenset[OrderStatus] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    sort: OrderSort = OrderSort.CREATED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Some orders; `cursor` asks for the ones after them, None at the end. `count` is all that match the query."""

    orders: tuple[OrderSummary, ...]
    cursor: str | None
    count: int


@dataclass(frozen=True, slots=True)
class VerificationStatus:
    """Where the identity verification of an order stands, at the instant `at`.

    `sent_to` (masked), `channel`, `attempts_left` and `expires_in` (seconds, 0 when expired) are of the newest code,
    None before the first. `resend_in` is in seconds, 0 where a code may be sent now. `arrives_in_messages` says that
    codes never leave this computer.
    """

    at: datetime
    channels: tuple[tuple[Channel, str], ...]
    channel: Channel | None
    sent_to: str | None
    attempts_left: int | None
    expires_in: int | None
    resend_in: int
    sends_left: int
    arrives_in_messages: bool


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Some messages, newest first; `cursor` asks for older ones, None at the end."""

    messages: tuple[Message, ...]
    cursor: str | None
    unread: int


class MemberSort(StrEnum):
    """What a list of members can be sorted by."""

    NAME = "name"
    ACCOUNTING = "accounting"
    STATUS = "status"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class MemberQuery:
    """Which members and pending invitees, in what order: `text` is part of a name, empty sets mean all."""

    text: str = ""
    accounting: frozenset[AccountingMode] = frozenset()
    statuses: frozenset[AssociationStatus] = frozenset()
    sort: MemberSort = MemberSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member or pending invitee with its own plan and what it effectively has."""

    association: Association
    own_tier: str
    effective: EffectivePlan


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Some members; `cursor` asks for the ones after them, None at the end. `count` is all that match the query."""

    members: tuple[MemberRow, ...]
    cursor: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SharingStatus:
    """The switch of a master's plan, and whom it reaches.

    `tier` and `state` are of the master's own plan; `members` counts its unified members. `obstacle` is the code of the
    refusal that switching on would meet, None where it may be switched on.
    """

    is_on: bool
    since: datetime | None
    tier: str
    state: PlanState
    members: int
    obstacle: str | None


@dataclass(frozen=True, slots=True)
class ReceivedInvitation:
    """A pending invitation to the acting account, and what it has to do before it can accept, in order."""

    id: UUID
    master: str
    accounting: AccountingMode
    created_at: datetime
    expires_at: datetime | None
    todo: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """Where the acting account stands: its kind, its master and mode as a member, its members as a master.

    `sharing` is a master's own switch, None for all others. `is_shared_with` tells a member whether its master's plan
    reaches it now.
    """

    account: Account
    role: Role
    master: str | None
    accounting: AccountingMode | None
    effective: EffectivePlan
    is_shared_with: bool
    sharing: SharingStatus | None
    unified: int
    independent: int
    invited: int
    received: tuple[ReceivedInvitation, ...]


class ReadinessState(StrEnum):
    """How a member or an invitee stands to sharing."""

    READY = "ready"
    INDEPENDENT = "independent"
    OWNS_PLAN = "owns_plan"
    UNPAID_ORDERS = "unpaid_orders"


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """One member or pending invitee, and what it has to do, in order; nothing unless it is in the way."""

    association: Association
    state: ReadinessState
    todo: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The check before sharing: some rows, and of all of them how many are ready, and those in the way.

    Only pending invitees are ever in the way, and only of their own joining. `in_way` is complete on every page.
    """

    rows: tuple[ReadinessRow, ...]
    cursor: str | None
    ready: int
    independent: int
    in_way: tuple[ReadinessRow, ...]

    @property
    def is_green(self) -> bool:
        """Whether nobody is in the way."""
        return not self.in_way


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member account as its master creates it."""

    name: str
    contact: str
    phone: str
    email: str
    accounting: AccountingMode


class Organization(Protocol):
    """Members, invitations and sharing (DOMAIN 11). Every command may be sent again with the same outcome.

    All commands refuse with RoleNotAllowed unless the person is an owner of the account.
    """

    def overview(self) -> OrganizationView:
        """Where the acting account stands."""

    def members(self, query: MemberQuery, cursor: str | None = None, limit: int = 100) -> MemberPage:
        """The master's members and pending invitees that match, from the cursor on."""

    def readiness(self, cursor: str | None = None, limit: int = 100) -> Readiness:
        """The check before sharing, members and pending invitees by name, from the cursor on."""

    def create_member(self, account_id: UUID, member: NewMember) -> Account:
        """Create a member under the id the caller made; the first one makes the account a master.

        Refuses with InvalidInput, NotAMaster, MemberConflict.
        """

    def invite(self, invitation_id: UUID, account: str, accounting: AccountingMode) -> Association:
        """Invite the account of that name under the id the caller made.

        Refuses with AccountNotFound, AccountNameAmbiguous, OwnAccountInvited, AlreadyMember, AlreadyInvited,
        InviteeIsMaster, NotAMaster, MemberConflict.
        """

    def revoke(self, invitation_id: UUID) -> Association:
        """Take a pending invitation back; revoked already it stays so. InvitationNotFound, InvitationEnded."""

    def remind(self, invitation_id: UUID) -> None:
        """Tell a pending invitee once more, at most once a day. InvitationNotFound, InvitationEnded."""

    def accept(self, invitation_id: UUID) -> Account:
        """Join the master that invited the acting account; joined already it stays so.

        Under unified accounting MemberHasUnpaidOrders and MemberHasPlan name what is in the way. Refuses with
        InvitationNotFound, InvitationEnded, AlreadyMember, InviteeIsMaster.
        """

    def decline(self, invitation_id: UUID) -> None:
        """Turn an invitation to the acting account down. InvitationNotFound, InvitationEnded."""

    def disassociate(self, account_id: UUID) -> Association:
        """Let a member go; it is on its own, and what was shared with it ends at once. MemberNotFound."""

    def set_sharing(self, *, is_on: bool) -> SharingStatus:
        """Share the master's plan with all its unified members together, or stop; so already it stays so.

        Switching on refuses with NotAMaster, PlanNotPaid, PlanExpired where the plan is frozen.
        """


class Catalogue(Protocol):
    """What is sold, and on what terms."""

    def current(self) -> ServiceCatalogue:
        """The catalogue in force."""

    def agreement(self, version: str | None = None) -> Agreement:
        """The agreement in force, or an earlier version; AgreementUnknown where there is none."""


class Plans(Protocol):
    """The account's own plan and what it would cost."""

    def details(self) -> PlanDetails:
        """The plan now."""

    def quote_purchase(self, tier: str, months: int) -> Quote:
        """What buying costs now; TierUnknown, TierNotForSale, DurationNotOffered."""

    def quote_change(self, tier: str) -> Quote:
        """What changing to that tier costs now, or below zero brings back.

        PlanNotPaid, PlanExpired, PlanTierUnchanged, PlanManagedByMaster, TierUnknown, TierNotForSale.
        """

    def quote_renewal(self, months: int) -> Quote:
        """What so many months more cost; PlanNotPaid, PlanManagedByMaster, DurationNotOffered, TierUnknown."""

    def quote_unsubscription(self) -> Quote:
        """What giving the plan up brings back now, below zero; PlanNotPaid, PlanExpired, PlanManagedByMaster."""

    def refund_split(self, quote: Quote) -> Split:
        """Where the amount goes that a quote brings back: credit first, each up to what it paid (DOMAIN 8)."""

    def change_curve(self, tier: str) -> tuple[CurvePoint, ...]:
        """What that change is quoted at on each day of the running segment, at this time of day; as `quote_change`."""

    def unsubscription_curve(self) -> tuple[CurvePoint, ...]:
        """What unsubscribing is quoted at on each day of the running segment; as `quote_unsubscription`."""

    def set_auto_renewal(self, *, is_on: bool, months: int, days_before: int) -> AutoRenewalStatus:
        """Turn auto-renewal on or off; chosen already it stays so.

        PlanNotPaid, PlanManagedByMaster, DurationNotOffered, InvalidInput for days outside the policy's window.
        """


class Orders(Protocol):
    """Orders and their payment. Every command may be sent again with the same outcome."""

    def purchase(self, order_id: UUID, order: PurchaseOrder) -> Order:
        """Generate a purchase order under the id the caller made; sent again it is the same order.

        Refuses with PlanAlreadyPaid, PlanManagedByMaster, OpenOrderExists, AgreementNotAccepted, QuoteStale,
        OrderConflict and what a quote refuses.
        """

    def change(self, order_id: UUID, order: ChangeOrder) -> Order:
        """Generate a change: one that costs something is then paid, every other one takes effect at once.

        Refuses with OpenOrderExists, AgreementNotAccepted, QuoteStale, OrderConflict and what a quote refuses.
        """

    def renew(self, order_id: UUID, order: RenewalOrder) -> Order:
        """Generate a renewal, which is then paid.

        Refuses with OpenOrderExists, QuoteStale, OrderConflict and what a quote refuses.
        """

    def unsubscribe(self, order_id: UUID, order: UnsubscriptionOrder) -> Order:
        """Give the plan up at once; the refund is on its way.

        Refuses with OpenOrderExists, RefundNotConfirmed, UnsubscriptionReasonMissing, InvalidInput, QuoteStale,
        OrderConflict and what a quote refuses.
        """

    def get(self, order_id: UUID) -> Order:
        """One order; OrderNotFound."""

    def page(self, query: OrderQuery, cursor: str | None = None, limit: int = 100) -> OrderPage:
        """Orders that match, from the cursor on."""

    def every(self, query: OrderQuery) -> Iterator[OrderSummary]:
        """All orders that match, read in pages: for exports."""

    def cancel(self, order_id: UUID) -> Order:
        """Cancel a pending order; canceled already it stays so. OrderNotFound, OrderTransitionRefused."""

    def verification(self, order_id: UUID) -> VerificationStatus:
        """Where the identity verification of an order stands; OrderNotFound."""

    def send_code(self, order_id: UUID, channel: Channel) -> VerificationStatus:
        """Send a new code for a pending order; the earlier ones stop counting.

        Refuses with VerificationTooSoon, VerificationDailyLimit, ChannelUnavailable, OrderExpired, OrderNotFound,
        OrderTransitionRefused.
        """

    def pay(self, order_id: UUID, funds: FundsChoice, code: str) -> Order:
        """Pay a pending order and carry it out; an order that is paid already is only returned.

        Refuses with NoFundsChosen, FundsInsufficient, the Verification refusals, OrderExpired, PlanAlreadyPaid,
        PlanNotPaid, QuoteStale, OrderNotFound, OrderTransitionRefused. After a refusal nothing has moved and the order
        is as payable as before.
        """

    def advance(self, to: datetime | None = None) -> int:
        """Do all that time has made due up to that instant, the present one by default; returns how many things.

        Deadlines, refund steps, auto-renewals, reminders, expiry. Idempotent, and never ahead of the clock.
        """


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


class Messages(Protocol):
    """What the product told the account."""

    def page(self, cursor: str | None = None, limit: int = 50) -> MessagePage:
        """Messages from the cursor on, newest first."""

    def newest_code(self, order_id: UUID) -> Message | None:
        """The newest verification code of an order that arrived here, None where there is none."""

    def mark_read(self, message_id: UUID) -> None:
        """Mark a message as read; marked already, or unknown, nothing happens."""

    def mark_all_read(self) -> None:
        """Mark every message as read."""


@dataclass(frozen=True, slots=True)
class NewTicket:
    """What the user asks for: the service item, the severity where the item has one, and both texts."""

    item: str
    severity: str | None
    subject: str
    description: str


@dataclass(frozen=True, slots=True)
class TicketPage:
    """Some tickets, newest first; `cursor` asks for older ones, None at the end."""

    tickets: tuple[ServiceTicket, ...]
    cursor: str | None


class Tickets(Protocol):
    """Service tickets. Every command may be sent again with the same outcome."""

    def create(self, ticket_id: UUID, ticket: NewTicket) -> ServiceTicket:
        """Create a ticket under the id the caller made; sent again it is the same ticket.

        Refuses with TicketNotIncluded, TicketSeverityNotIncluded, TicketConflict, InvalidInput.
        """

    def get(self, ticket_id: UUID) -> ServiceTicket:
        """One ticket; TicketNotFound."""

    def page(self, cursor: str | None = None, limit: int = 50) -> TicketPage:
        """Tickets from the cursor on, newest first."""

    def answer(self, ticket_id: UUID, message_id: UUID, text: str) -> ServiceTicket:
        """Add a message to an open ticket; the same message id again adds nothing.

        Refuses with TicketNotFound, TicketClosed, InvalidInput.
        """

    def close(self, ticket_id: UUID) -> ServiceTicket:
        """Close a ticket; closed already it stays so. TicketNotFound."""


class Audit(Protocol):
    """Whether the records of the acting account's owner can be trusted."""

    def verify(self) -> AuditReport:
        """Check the whole audit chain and the journal."""


class SiteClock(Protocol):
    """The instant that counts, and in a demonstration the way to set it."""

    @property
    def is_movable(self) -> bool:
        """Whether it stands still and can be set: demonstrations only."""

    def now(self) -> datetime:
        """The present instant."""

    def set(self, to: datetime) -> None:
        """Set a demonstration's clock; ClockNotMovable for every other."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything at hand for one account."""

    catalogue: Catalogue
    plans: Plans
    orders: Orders
    accounts: Accounts
    messages: Messages
    tickets: Tickets
    clock: SiteClock
    audit: Audit
    organization: Organization
