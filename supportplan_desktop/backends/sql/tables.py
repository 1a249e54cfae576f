"""The tables. Every row, its key included, carries the owner (DESIGN 3), so the data can be distributed by it.

`place` counts the rows of one account from 1 in the order they were kept; it decides where instants are equal.
`settings` alone has no owner: it says something of the store as a whole.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    event,
    false,
    literal_column,
)

from supportplan_desktop.backends.sql.columns import Instant, word
from supportplan_desktop.backends.sql.dialect import guards
from supportplan_desktop.domain.accounts import AccountingMode, AccountKind, Channel
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import OPEN_STATUSES, CancelCause, OrderKind, OrderStatus
from supportplan_desktop.domain.payments import Ledger, PostingKind
from supportplan_desktop.domain.tickets import TicketStatus

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
    }
)
_CURRENCY = String(3)
_HASH = String(64)


def _owner() -> Column[Any]:
    return Column("owner_id", Uuid, primary_key=True)


def _key(name: str = "id") -> Column[Any]:
    return Column(name, Uuid, primary_key=True)


def _position(name: str = "position") -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _of(table: str, *columns: str) -> ForeignKeyConstraint:
    """A reference to a row of the same owner."""
    keys = ("id",) if len(columns) == 1 else ("subscription_id", "position")
    return ForeignKeyConstraint(["owner_id", *columns], [f"{table}.owner_id", *(f"{table}.{key}" for key in keys)])


def _required(name: str, kind: Any) -> Column[Any]:  # noqa: ANN401 - a type or its class, as SQLAlchemy takes either
    return Column(name, kind, nullable=False)


accounts = Table(
    "accounts",
    METADATA,
    _owner(),
    _key(),
    _required("name", Text),
    _required("kind", word(AccountKind)),
    _required("contact", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("master_id", Uuid),
    Column("accounting", word(AccountingMode)),
    _of("accounts", "master_id"),
)

orders = Table(
    "orders",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _required("number", String(32)),
    _required("kind", word(OrderKind)),
    _required("status", word(OrderStatus)),
    _required("tier", Text),
    _required("created_at", Instant),
    _required("pay_before", Instant),
    _required("currency", _CURRENCY),
    _required("total_minor", BigInteger),
    _required("quote", Text),
    _required("consent_version", Text),
    _required("consent_sha256", _HASH),
    _required("consent_at", Instant),
    _required("consent_by", Text),
    Column("balance_minor", BigInteger),
    Column("credit_minor", BigInteger),
    Column("term_start", Instant),
    Column("term_end", Instant),
    Column("term_months", Integer),
    Column("term_first", Date),
    Column("term_last", Date),
    _of("accounts", "account_id"),
)
FROZEN_ORDER = (
    "owner_id id account_id place number kind tier created_at pay_before currency total_minor quote "
    "consent_version consent_sha256 consent_at consent_by"
).split()

# Written out in the statements: a partial index serves only a query that shows its condition while it is planned.
IS_OPEN = orders.c.status.in_([literal_column(f"'{status}'") for status in sorted(OPEN_STATUSES)])
IS_PENDING = orders.c.status == literal_column(f"'{OrderStatus.PENDING_PAYMENT}'")

_ACCOUNT = (orders.c.owner_id, orders.c.account_id)
Index("orders_places", *_ACCOUNT, orders.c.place, unique=True)
Index("orders_open", *_ACCOUNT, unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
Index("orders_pending", orders.c.owner_id, orders.c.pay_before, sqlite_where=IS_PENDING, postgresql_where=IS_PENDING)
Index("orders_numbers", orders.c.owner_id, orders.c.number, unique=True)
# What a list is filtered by stands in the index behind what it is sorted by, so that rows need not be fetched to
# be passed over or counted.
_FILTERS = (orders.c.kind, orders.c.status)
Index("orders_by_created", *_ACCOUNT, orders.c.created_at, orders.c.place, *_FILTERS, orders.c.number)
Index("orders_by_number", *_ACCOUNT, orders.c.number, *_FILTERS)
Index("orders_by_amount", *_ACCOUNT, orders.c.currency, orders.c.total_minor, orders.c.place, *_FILTERS)

order_events = Table(
    "order_events",
    METADATA,
    _owner(),
    _key("order_id"),
    _position(),
    _required("status", word(OrderStatus)),
    _required("at", Instant),
    Column("cause", word(CancelCause)),
    _of("orders", "order_id"),
)

consents = Table(
    "consents",
    METADATA,
    _owner(),
    _key("order_id"),
    _required("account_id", Uuid),
    _required("version", Text),
    _required("sha256", _HASH),
    _required("at", Instant),
    _required("by", Text),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)

challenges = Table(
    "challenges",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _required("order_id", Uuid),
    _required("currency", _CURRENCY),
    _required("amount_minor", BigInteger),
    _required("channel", word(Channel)),
    _required("sent_at", Instant),
    _required("expires_at", Instant),
    _required("attempts_left", Integer),
    _required("code_hash", _HASH),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
Index("challenges_places", challenges.c.owner_id, challenges.c.account_id, challenges.c.place, unique=True)
Index("challenges_sent", challenges.c.owner_id, challenges.c.account_id, challenges.c.sent_at)
Index("challenges_of_orders", challenges.c.owner_id, challenges.c.order_id, challenges.c.sent_at)

postings = Table(
    "postings",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _required("at", Instant),
    _required("kind", word(PostingKind)),
    Column("order_id", Uuid),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
_IS_PAYMENT = postings.c.kind == literal_column(f"'{PostingKind.PAYMENT}'")
Index("postings_places", postings.c.owner_id, postings.c.account_id, postings.c.place, unique=True)
Index("postings_by_instant", postings.c.owner_id, postings.c.account_id, postings.c.at, postings.c.place)
Index(
    "postings_payments",
    postings.c.owner_id,
    postings.c.order_id,
    unique=True,
    sqlite_where=_IS_PAYMENT,
    postgresql_where=_IS_PAYMENT,
)

entries = Table(
    "entries",
    METADATA,
    _owner(),
    _key("posting_id"),
    _position(),
    _required("account_id", Uuid),
    _required("ledger", word(Ledger)),
    # counts the entries of the account's ledger from 1
    _required("number", BigInteger),
    _required("currency", _CURRENCY),
    _required("amount_minor", BigInteger),
    _required("balance_minor", BigInteger),
    _of("postings", "posting_id"),
)
Index("entries_numbers", entries.c.owner_id, entries.c.account_id, entries.c.ledger, entries.c.number, unique=True)

subscriptions = Table(
    "subscriptions",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _of("accounts", "account_id"),
)
Index("subscriptions_places", subscriptions.c.owner_id, subscriptions.c.account_id, subscriptions.c.place, unique=True)

terms = Table(
    "terms",
    METADATA,
    _owner(),
    _key("subscription_id"),
    _position(),
    _required("start_at", Instant),
    _required("end_at", Instant),
    _required("months", Integer),
    _required("first", Date),
    _required("last", Date),
    _of("subscriptions", "subscription_id"),
)

segments = Table(
    "segments",
    METADATA,
    _owner(),
    _key("subscription_id"),
    _position("term_position"),
    _position(),
    _required("tier", Text),
    _required("start_at", Instant),
    _required("end_at", Instant),
    _required("currency", _CURRENCY),
    _required("paid_minor", BigInteger),
    _required("order_id", Uuid),
    _of("terms", "subscription_id", "term_position"),
    _of("orders", "order_id"),
)

messages = Table(
    "messages",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _required("at", Instant),
    _required("kind", word(MessageKind)),
    _required("order_id", Uuid),
    _required("order_number", String(32)),
    _required("tier", Text),
    _required("currency", _CURRENCY),
    _required("amount_minor", BigInteger),
    Column("until", Instant),
    Column("code", Text),
    Column("sent_to", Text),
    _required("is_read", Boolean),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
IS_UNREAD = messages.c.is_read.is_(false())
Index("messages_places", messages.c.owner_id, messages.c.account_id, messages.c.place, unique=True)
Index("messages_by_instant", messages.c.owner_id, messages.c.account_id, messages.c.at, messages.c.place)
Index("messages_of_orders", messages.c.owner_id, messages.c.order_id, messages.c.at)
Index(
    "messages_unread",
    messages.c.owner_id,
    messages.c.account_id,
    sqlite_where=IS_UNREAD,
    postgresql_where=IS_UNREAD,
)

tickets = Table(
    "tickets",
    METADATA,
    _owner(),
    _key(),
    _required("account_id", Uuid),
    _required("place", BigInteger),
    _required("item", Text),
    _required("tier", Text),
    Column("severity", Text),
    _required("subject", Text),
    _required("status", word(TicketStatus)),
    _required("created_at", Instant),
    _of("accounts", "account_id"),
)
Index("tickets_places", tickets.c.owner_id, tickets.c.account_id, tickets.c.place, unique=True)
Index("tickets_by_created", tickets.c.owner_id, tickets.c.account_id, tickets.c.created_at, tickets.c.place)

ticket_messages = Table(
    "ticket_messages",
    METADATA,
    _owner(),
    _key("ticket_id"),
    _position(),
    _required("id", Uuid),
    _required("at", Instant),
    _required("by", Text),
    _required("text", Text),
    _of("tickets", "ticket_id"),
)
Index("ticket_messages_ids", ticket_messages.c.owner_id, ticket_messages.c.ticket_id, ticket_messages.c.id, unique=True)

audit = Table(
    "audit",
    METADATA,
    _owner(),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    _required("account_id", Uuid),
    _required("at", Instant),
    _required("by", Text),
    _required("command", Text),
    _required("subject", Text),
    _required("before", Text),
    _required("after", Text),
    _required("reason", Text),
    _required("previous", _HASH),
    _required("hash", _HASH),
    _of("accounts", "account_id"),
)

settings = Table("settings", METADATA, Column("name", Text, primary_key=True), _required("value", Text))

APPEND_ONLY = (order_events, consents, postings, entries, terms, segments, ticket_messages, audit)


def _protect(table: Table, statements: dict[str, tuple[str, ...]]) -> None:
    for dialect, texts in statements.items():
        for text in texts:
            statement = DDL(text)  # type: ignore[no-untyped-call]  # SQLAlchemy left it without types
            event.listen(table, "after_create", statement.execute_if(dialect=dialect))


for _table in APPEND_ONLY:
    _protect(_table, guards(_table.name))
_protect(orders, guards(orders.name, FROZEN_ORDER))
