"""Records to keep: each as full as it can be, varied by keyword."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from supportplan_desktop.domain.accounts import Account, AccountingMode, AccountKind, Channel
from supportplan_desktop.domain.audit import FIRST_PREVIOUS, AuditEntry, sealed
from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import (
    Agreed,
    AgreementConsent,
    CancelCause,
    Order,
    OrderKind,
    OrderStatus,
    generated,
)
from supportplan_desktop.domain.organization import Association, AssociationStatus, Invitation
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import LineKind, Quote, QuoteLine, Reason, Rule
from supportplan_desktop.domain.subscriptions import PaidTerm, Segment, Subscription
from supportplan_desktop.domain.terms import Term
from supportplan_desktop.domain.tickets import ServiceTicket, TicketMessage, TicketStatus
from supportplan_desktop.domain.verification import VerificationChallenge

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
OWNER = UUID(int=1)
ACCOUNT = UUID(int=2)
MASTER = UUID(int=3)
TERM = Term(AT, datetime(2020, 1, 9, 15, 59, 59, tzinfo=UTC), 1, date(2019, 12, 9), date(2020, 1, 9))
CONSENT = AgreementConsent("2019-11", "c0ffee" * 10 + "c0de", AT, "Lin Chen")


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def some_id(name: object) -> UUID:
    """An id that is the same for the same name."""
    return uuid5(OWNER, str(name))


def master() -> Account:
    return Account(MASTER, OWNER, "Harbor Group", AccountKind.MASTER, "Mei Wong", "+86 13812342046")


def account(**changes: object) -> Account:
    sample = Account(
        id=ACCOUNT,
        owner_id=OWNER,
        name="Harbor Retail",
        kind=AccountKind.MEMBER,
        contact="Lin Chen",
        phone="+86 13812342046",
        email="lin.chen@harbor.example",
        master_id=MASTER,
        accounting=AccountingMode.INDEPENDENT,
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def quote(total: Money | None = None, at: datetime = AT) -> Quote:
    total = total or usd("90.00")
    return Quote(
        tier="business",
        months=1,
        at=at,
        catalogue_version="2019-11",
        term=replace(TERM, start=at),
        lines=(QuoteLine(LineKind.LIST_PRICE, total), QuoteLine(LineKind.VAT, Money.zero(total.currency))),
        explanation=(
            Reason(Rule.MONTHLY_PRICE, {"tier": "business", "catalogue_version": "2019-11"}, total.amount, total),
            Reason(Rule.VAT, {"rate": "0.00"}, Decimal("0.00000000"), Money.zero(total.currency)),
        ),
    )


def order(
    name: object = 1, *, account_id: UUID = ACCOUNT, at: datetime = AT, total: Money | None = None, **changes: object
) -> Order:
    """A pending order; its id follows from its name, and so does its number unless one is given."""
    order_id = some_id(("order", name))
    number = f"CS1912091141{order_id.hex[:5].upper()}"
    made = generated(
        order_id,
        number,
        account_id,
        Agreed(OrderKind.NEW_PURCHASE, quote(total, at), CONSENT),
        at + timedelta(hours=24),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def completed(pending: Order, at: datetime = AT) -> Order:
    nothing = Money.zero(pending.total.currency)
    return pending.completed(Split(pending.total, nothing), TERM, at)


def canceled(pending: Order, at: datetime = AT) -> Order:
    return pending.moved(OrderStatus.CANCELED, at, CancelCause.DEADLINE)


def challenge(name: object = 1, of: Order | None = None, **changes: object) -> VerificationChallenge:
    of = of or order()
    sample = VerificationChallenge(
        id=some_id(("challenge", name)),
        order_id=of.id,
        amount=of.total,
        channel=Channel.EMAIL,
        sent_at=AT,
        expires_at=AT + timedelta(minutes=10),
        attempts_left=5,
        code_hash="ab" * 32,
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def subscription(of: Order, name: object = 1) -> Subscription:
    first = Segment("developer", TERM.start, TERM.start + timedelta(days=3), usd("2.52"), of.id)
    second = Segment("business", TERM.start + timedelta(days=3), TERM.end, usd("81.29"), of.id)
    renewal = Term(TERM.end, datetime(2020, 3, 9, 15, 59, 59, tzinfo=UTC), 2, TERM.last, date(2020, 3, 9))
    renewed = Segment("business", renewal.start, renewal.end, usd("180.00"), of.id)
    terms = (PaidTerm(TERM, (first, second)), PaidTerm(renewal, (renewed,)))
    return Subscription(some_id(("subscription", name)), of.account_id, terms)


def message(name: object = 1, of: Order | None = None, **changes: object) -> Message:
    of = of or order()
    sample = Message(
        id=some_id(("message", name)),
        account_id=of.account_id,
        at=AT,
        kind=MessageKind.VERIFICATION_CODE,
        order_id=of.id,
        order_number=of.number,
        tier=of.quote.tier,
        amount=of.total,
        until=AT + timedelta(minutes=10),
        code="042137",
        sent_to="l••••n@harbor.example",
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def ticket(name: object = 1, **changes: object) -> ServiceTicket:
    sample = ServiceTicket(
        id=some_id(("ticket", name)),
        account_id=ACCOUNT,
        item="technical_support",
        tier="business",
        severity="production_unavailable",
        subject="Shop is down",
        status=TicketStatus.OPEN,
        created_at=AT,
        messages=(ticket_message((name, 1)),),
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def ticket_message(name: object = 1) -> TicketMessage:
    return TicketMessage(some_id(("said", name)), AT, "Lin Chen", "Since 11:40 no order goes through. 付款失败")


def association(name: object = 1, **changes: object) -> Association:
    """A pending invitation of an account with records of its own."""
    sample = Association(
        id=some_id(("association", name)),
        master_id=MASTER,
        account_id=some_id(("invitee", name)),
        account_owner_id=some_id(("invitee", name)),
        account_name="Tern Labs",
        accounting=AccountingMode.UNIFIED,
        status=AssociationStatus.INVITED,
        created_at=AT,
        expires_at=AT + timedelta(days=14),
        since=AT,
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def invitation(name: object = 1, **changes: object) -> Invitation:
    sample = Invitation(some_id(("association", name)), ACCOUNT, some_id("their master"), some_id("their master"))
    return replace(sample, **changes)  # type: ignore[arg-type]


def audit_entry(after: AuditEntry | None = None) -> AuditEntry:
    return sealed(
        AuditEntry(
            number=after.number + 1 if after else 1,
            account_id=ACCOUNT,
            at=AT + timedelta(microseconds=7),
            by="Lin Chen",
            command="order.pay",
            subject="CS1912091141ABCDE",
            before="pending_payment",
            after="completed 90.00 USD",
            reason="",
            previous=after.hash if after else FIRST_PREVIOUS,
            hash="",
        )
    )
