"""The tables. Every row, its key included, carries the owner (DESIGN 3), so the data can be distributed by it.

`place` counts the rows of one account from 1 in the order they were kept; it decides where instants are equal.
`settings` alone has no owner: it says something of the store as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

from supportplan_desktop.backends.sql.columns import Instant, key, position, required, word
from supportplan_desktop.backends.sql.dialect import guards
from supportplan_desktop.domain.accounts import AccountingMode, AccountKind, Channel
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import OPEN_STATUSES, REFUND_STATUSES, CancelCause, OrderKind, OrderStatus
from supportplan_desktop.domain.organization import CURRENT, AssociationStatus
from supportplan_desktop.domain.payments import Ledger, PostingKind
from supportplan_desktop.domain.tickets import TicketStatus
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
    }
)
_CURRENCY = String(3)
_HASH = String(64)


def _owned(name: str, *columns: Column[Any] | ForeignKeyConstraint) -> Table:
    """A table whose rows carry their owner, first in the key."""
    return Table(name, METADATA, key("owner_id"), *columns)


def _of(table: str, *columns: str) -> ForeignKeyConstraint:
    """A reference to a row of the same owner."""
    keys = {1: ("id",), 2: ("subscription_id", "position"), 3: columns}[len(columns)]
    return ForeignKeyConstraint(["owner_id", *columns], [f"{table}.owner_id", *(f"{table}.{key}" for key in keys)])


def _index(
    name: str, table: Table, columns: str, *, unique: bool = False, where: ColumnElement[bool] | None = None
) -> None:
    """An index that begins with the owner; with `where` only of the rows that fulfil it."""
    keys = [table.c[column] for column in ("owner_id", *columns.split())]
    Index(name, *keys, unique=unique, sqlite_where=where, postgresql_where=where)


accounts = _owned(
    "accounts",
    key(),
    required("name", Text),
    required("kind", word(AccountKind)),
    required("contact", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("master_id", Uuid),
    Column("master_owner_id", Uuid),
    Column("accounting", word(AccountingMode)),
)

_index("accounts_by_name", accounts, "name")

orders = _owned(
    "orders",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    required("number", String(32)),
    required("kind", word(OrderKind)),
    required("status", word(OrderStatus)),
    required("tier", Text),
    required("created_at", Instant),
    required("pay_before", Instant),
    required("currency", _CURRENCY),
    required("total_minor", BigInteger),
    required("quote", Text),
    Column("consent_version", Text),
    Column("consent_sha256", _HASH),
    Column("consent_at", Instant),
    Column("consent_by", Text),
    Column("reason", word(UnsubscriptionReason)),
    required("note", Text),
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
    "consent_version consent_sha256 consent_at consent_by reason note"
).split()

# Written out in the statements: a partial index serves only a query that shows its condition while it is planned.
IS_OPEN = orders.c.status.in_([literal_column(f"'{status}'") for status in sorted(OPEN_STATUSES)])
IS_REFUND_ON_ITS_WAY = orders.c.status.in_([literal_column(f"'{status}'") for status in sorted(REFUND_STATUSES)])
IS_PENDING = orders.c.status == literal_column(f"'{OrderStatus.PENDING_PAYMENT}'")

_index("orders_places", orders, "account_id place", unique=True)
_index("orders_open", orders, "account_id", unique=True, where=IS_OPEN)
_index("orders_pending", orders, "pay_before", where=IS_PENDING)
_index("orders_refunds", orders, "account_id", where=IS_REFUND_ON_ITS_WAY)
_index("orders_of_a_kind", orders, "account_id kind created_at")
_index("orders_numbers", orders, "number", unique=True)
# What a list is filtered by stands in the index behind what it is sorted by, so that rows need not be fetched to
# be passed over or counted.
_index("orders_by_created", orders, "account_id created_at place kind status number")
_index("orders_by_number", orders, "account_id number kind status")
_index("orders_by_amount", orders, "account_id currency total_minor place kind status")

order_events = _owned(
    "order_events",
    key("order_id"),
    position(),
    required("status", word(OrderStatus)),
    required("at", Instant),
    Column("cause", word(CancelCause)),
    _of("orders", "order_id"),
)

consents = _owned(
    "consents",
    key("order_id"),
    required("account_id", Uuid),
    required("version", Text),
    required("sha256", _HASH),
    required("at", Instant),
    required("by", Text),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)

challenges = _owned(
    "challenges",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    required("order_id", Uuid),
    required("currency", _CURRENCY),
    required("amount_minor", BigInteger),
    required("channel", word(Channel)),
    required("sent_at", Instant),
    required("expires_at", Instant),
    required("attempts_left", Integer),
    required("code_hash", _HASH),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
_index("challenges_places", challenges, "account_id place", unique=True)
_index("challenges_sent", challenges, "account_id sent_at")
_index("challenges_of_orders", challenges, "order_id sent_at")

postings = _owned(
    "postings",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    required("at", Instant),
    required("kind", word(PostingKind)),
    Column("order_id", Uuid),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
_IS_PAYMENT = postings.c.kind == literal_column(f"'{PostingKind.PAYMENT}'")
_IS_REFUND = postings.c.kind == literal_column(f"'{PostingKind.REFUND}'")
_index("postings_places", postings, "account_id place", unique=True)
_index("postings_by_instant", postings, "account_id at place")
_index("postings_payments", postings, "order_id", unique=True, where=_IS_PAYMENT)
_index("postings_refunds", postings, "order_id", unique=True, where=_IS_REFUND)

entries = _owned(
    "entries",
    key("posting_id"),
    position(),
    required("account_id", Uuid),
    required("ledger", word(Ledger)),
    # counts the entries of the account's ledger from 1
    required("number", BigInteger),
    required("currency", _CURRENCY),
    required("amount_minor", BigInteger),
    required("balance_minor", BigInteger),
    _of("postings", "posting_id"),
)
_index("entries_numbers", entries, "account_id ledger number", unique=True)

subscriptions = _owned(
    "subscriptions",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    _of("accounts", "account_id"),
)
_index("subscriptions_places", subscriptions, "account_id place", unique=True)

terms = _owned(
    "terms",
    key("subscription_id"),
    position(),
    required("start_at", Instant),
    required("end_at", Instant),
    required("months", Integer),
    required("first", Date),
    required("last", Date),
    _of("subscriptions", "subscription_id"),
)

segments = _owned(
    "segments",
    key("subscription_id"),
    position("term_position"),
    position(),
    required("tier", Text),
    required("start_at", Instant),
    required("end_at", Instant),
    required("currency", _CURRENCY),
    required("paid_minor", BigInteger),
    required("order_id", Uuid),
    _of("terms", "subscription_id", "term_position"),
    _of("orders", "order_id"),
)

closings = _owned(
    "closings",
    key("subscription_id"),
    position("term_position"),
    position(),
    required("at", Instant),
    required("currency", _CURRENCY),
    required("given_up_minor", BigInteger),
    required("order_id", Uuid),
    _of("segments", "subscription_id", "term_position", "position"),
    _of("orders", "order_id"),
)

auto_renewals = _owned(
    "auto_renewals",
    key("account_id"),
    required("subscription_id", Uuid),
    required("is_on", Boolean),
    required("months", Integer),
    required("days_before", Integer),
    required("since", Instant),
    Column("tried_at", Instant),
    _of("accounts", "account_id"),
    _of("subscriptions", "subscription_id"),
)

# When time next makes something due for an account; no row where nothing is.
agenda = _owned(
    "agenda",
    key("account_id"),
    required("due_at", Instant),
    _of("accounts", "account_id"),
)

associations = _owned(
    "associations",
    key(),
    required("master_id", Uuid),
    # the account and its records may be another owner's
    required("account_id", Uuid),
    required("account_owner_id", Uuid),
    required("account_name", Text),
    required("accounting", word(AccountingMode)),
    required("status", word(AssociationStatus)),
    required("created_at", Instant),
    Column("expires_at", Instant),
    required("since", Instant),
    _of("accounts", "master_id"),
)
IS_CURRENT = associations.c.status.in_([literal_column(f"'{status}'") for status in sorted(CURRENT)])
IS_INVITED = associations.c.status == literal_column(f"'{AssociationStatus.INVITED}'")
_index("associations_of_accounts", associations, "master_id account_id", unique=True, where=IS_CURRENT)
_index("associations_by_name", associations, "master_id account_name id accounting status", where=IS_CURRENT)
_index("associations_by_accounting", associations, "master_id accounting account_name id status", where=IS_CURRENT)
_index("associations_by_status", associations, "master_id status account_name id accounting", where=IS_CURRENT)
_index("associations_by_since", associations, "master_id since id accounting status", where=IS_CURRENT)
_index("associations_invited", associations, "master_id expires_at", where=IS_INVITED)

# An invitation as the invited account keeps it, among its own records.
invitations = _owned(
    "invitations",
    key(),
    required("account_id", Uuid),
    required("master_id", Uuid),
    required("master_owner_id", Uuid),
    _of("accounts", "account_id"),
)
_index("invitations_of_accounts", invitations, "account_id")

sharings = _owned(
    "sharings",
    key("account_id"),
    required("subscription_id", Uuid),
    required("is_on", Boolean),
    required("since", Instant),
    _of("accounts", "account_id"),
    _of("subscriptions", "subscription_id"),
)

messages = _owned(
    "messages",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    required("at", Instant),
    required("kind", word(MessageKind)),
    Column("order_id", Uuid),
    required("order_number", String(32)),
    required("tier", Text),
    Column("currency", _CURRENCY),
    Column("amount_minor", BigInteger),
    Column("until", Instant),
    Column("code", Text),
    Column("sent_to", Text),
    required("is_read", Boolean),
    required("other", Text),
    _of("accounts", "account_id"),
    _of("orders", "order_id"),
)
IS_UNREAD = messages.c.is_read.is_(false())
_index("messages_places", messages, "account_id place", unique=True)
_index("messages_by_instant", messages, "account_id at place")
_index("messages_of_orders", messages, "order_id at")
_index("messages_unread", messages, "account_id", where=IS_UNREAD)

tickets = _owned(
    "tickets",
    key(),
    required("account_id", Uuid),
    required("place", BigInteger),
    required("item", Text),
    required("tier", Text),
    Column("severity", Text),
    required("subject", Text),
    required("status", word(TicketStatus)),
    required("created_at", Instant),
    _of("accounts", "account_id"),
)
_index("tickets_places", tickets, "account_id place", unique=True)
_index("tickets_by_created", tickets, "account_id created_at place")

ticket_messages = _owned(
    "ticket_messages",
    key("ticket_id"),
    position(),
    required("id", Uuid),
    required("at", Instant),
    required("by", Text),
    required("text", Text),
    _of("tickets", "ticket_id"),
)
_index("ticket_messages_ids", ticket_messages, "ticket_id id", unique=True)

audit = _owned(
    "audit",
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    required("account_id", Uuid),
    required("at", Instant),
    required("by", Text),
    required("command", Text),
    required("subject", Text),
    required("before", Text),
    required("after", Text),
    required("reason", Text),
    required("previous", _HASH),
    required("hash", _HASH),
    _of("accounts", "account_id"),
)

settings = Table("settings", METADATA, Column("name", Text, primary_key=True), required("value", Text))

APPEND_ONLY = (order_events, consents, postings, entries, terms, segments, closings, ticket_messages, audit)


def _protect(table: Table, statements: dict[str, tuple[str, ...]]) -> None:
    for dialect, texts in statements.items():
        for text in texts:
            statement = DDL(text)  # type: ignore[no-untyped-call]  # SQLAlchemy left it without types
            event.listen(table, "after_create", statement.execute_if(dialect=dialect))


for _table in APPEND_ONLY:
    _protect(_table, guards(_table.name))
_protect(orders, guards(orders.name, FROZEN_ORDER))
