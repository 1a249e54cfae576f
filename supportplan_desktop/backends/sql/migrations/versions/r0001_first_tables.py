"""The first tables: accounts, orders with what they leave behind, the journal, plans, messages, tickets, audit.

Revision 0001, after none. Types are written out as they are stored: words as text, instants as microseconds, amounts
as minor units (see `backends/sql/columns.py`).
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from supportplan_desktop.backends.sql.dialect import guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = "order_events consents postings entries terms segments closings ticket_messages audit".split()
_FROZEN_ORDER = (
    "owner_id id account_id place number kind tier created_at pay_before currency total_minor quote "
    "consent_version consent_sha256 consent_at consent_by reason note"
).split()


def upgrade() -> None:
    """Make all tables in an empty database."""
    _accounts()
    _orders()
    _funds()
    _plans()
    _organizations()
    _correspondence()
    for table in _APPEND_ONLY:
        _protect(guards(table))
    _protect(guards("orders", _FROZEN_ORDER))


def _protect(statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[op.get_bind().dialect.name]:
        op.execute(statement)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("phone", sa.Text),
        sa.Column("email", sa.Text),
        sa.Column("master_id", sa.Uuid),
        sa.Column("master_owner_id", sa.Uuid),
        sa.Column("accounting", sa.String(32)),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_accounts"),
    )
    op.create_index("accounts_by_name", "accounts", ["owner_id", "name"])
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "audit",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_audit_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "number", name="pk_audit"),
    )


def _orders() -> None:
    op.create_table(
        "orders",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("tier", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("pay_before", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("total_minor", sa.BigInteger, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("consent_version", sa.Text),
        sa.Column("consent_sha256", sa.String(64)),
        sa.Column("consent_at", sa.BigInteger),
        sa.Column("consent_by", sa.Text),
        sa.Column("reason", sa.String(32)),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("balance_minor", sa.BigInteger),
        sa.Column("credit_minor", sa.BigInteger),
        sa.Column("term_start", sa.BigInteger),
        sa.Column("term_end", sa.BigInteger),
        sa.Column("term_months", sa.Integer),
        sa.Column("term_first", sa.Date),
        sa.Column("term_last", sa.Date),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_orders_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_orders"),
    )
    op.create_index(
        "orders_by_amount", "orders", ["owner_id", "account_id", "currency", "total_minor", "place", "kind", "status"]
    )
    op.create_index(
        "orders_by_created", "orders", ["owner_id", "account_id", "created_at", "place", "kind", "status", "number"]
    )
    op.create_index("orders_by_number", "orders", ["owner_id", "account_id", "number", "kind", "status"])
    op.create_index("orders_numbers", "orders", ["owner_id", "number"], unique=True)
    op.create_index(
        "orders_open",
        "orders",
        ["owner_id", "account_id"],
        unique=True,
        **_where("status IN ('pending_payment')"),
    )
    op.create_index("orders_of_a_kind", "orders", ["owner_id", "account_id", "kind", "created_at"])
    op.create_index("orders_pending", "orders", ["owner_id", "pay_before"], **_where("status = 'pending_payment'"))
    op.create_index("orders_places", "orders", ["owner_id", "account_id", "place"], unique=True)
    op.create_index(
        "orders_refunds",
        "orders",
        ["owner_id", "account_id"],
        **_where("status IN ('pending_approval', 'processing')"),
    )
    op.create_table(
        "order_events",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("cause", sa.String(32)),
        sa.ForeignKeyConstraint(
            ["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_order_events_orders"
        ),
        sa.PrimaryKeyConstraint("owner_id", "order_id", "position", name="pk_order_events"),
    )
    op.create_table(
        "consents",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_consents_accounts"
        ),
        sa.ForeignKeyConstraint(["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_consents_orders"),
        sa.PrimaryKeyConstraint("owner_id", "order_id", name="pk_consents"),
    )
    op.create_table(
        "challenges",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("sent_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
        sa.Column("attempts_left", sa.Integer, nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_challenges_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_challenges_orders"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_challenges"),
    )
    op.create_index("challenges_of_orders", "challenges", ["owner_id", "order_id", "sent_at"])
    op.create_index("challenges_places", "challenges", ["owner_id", "account_id", "place"], unique=True)
    op.create_index("challenges_sent", "challenges", ["owner_id", "account_id", "sent_at"])


def _funds() -> None:
    op.create_table(
        "postings",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("order_id", sa.Uuid),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_postings_accounts"
        ),
        sa.ForeignKeyConstraint(["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_postings_orders"),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_postings"),
    )
    op.create_index("postings_by_instant", "postings", ["owner_id", "account_id", "at", "place"])
    op.create_index(
        "postings_payments", "postings", ["owner_id", "order_id"], unique=True, **_where("kind = 'payment'")
    )
    op.create_index("postings_refunds", "postings", ["owner_id", "order_id"], unique=True, **_where("kind = 'refund'"))
    op.create_index("postings_places", "postings", ["owner_id", "account_id", "place"], unique=True)
    op.create_table(
        "entries",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("posting_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("ledger", sa.String(32), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("balance_minor", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "posting_id"], ["postings.owner_id", "postings.id"], name="fk_entries_postings"
        ),
        sa.PrimaryKeyConstraint("owner_id", "posting_id", "position", name="pk_entries"),
    )
    op.create_index("entries_numbers", "entries", ["owner_id", "account_id", "ledger", "number"], unique=True)


def _plans() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_subscriptions_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_subscriptions"),
    )
    op.create_index("subscriptions_places", "subscriptions", ["owner_id", "account_id", "place"], unique=True)
    op.create_table(
        "terms",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("subscription_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start_at", sa.BigInteger, nullable=False),
        sa.Column("end_at", sa.BigInteger, nullable=False),
        sa.Column("months", sa.Integer, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "subscription_id"],
            ["subscriptions.owner_id", "subscriptions.id"],
            name="fk_terms_subscriptions",
        ),
        sa.PrimaryKeyConstraint("owner_id", "subscription_id", "position", name="pk_terms"),
    )
    op.create_table(
        "segments",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("subscription_id", sa.Uuid, nullable=False),
        sa.Column("term_position", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("tier", sa.Text, nullable=False),
        sa.Column("start_at", sa.BigInteger, nullable=False),
        sa.Column("end_at", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("paid_minor", sa.BigInteger, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "subscription_id", "term_position"],
            ["terms.owner_id", "terms.subscription_id", "terms.position"],
            name="fk_segments_terms",
        ),
        sa.ForeignKeyConstraint(["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_segments_orders"),
        sa.PrimaryKeyConstraint("owner_id", "subscription_id", "term_position", "position", name="pk_segments"),
    )
    op.create_table(
        "closings",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("subscription_id", sa.Uuid, nullable=False),
        sa.Column("term_position", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("given_up_minor", sa.BigInteger, nullable=False),
        sa.Column("order_id", sa.Uuid, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "subscription_id", "term_position", "position"],
            ["segments.owner_id", "segments.subscription_id", "segments.term_position", "segments.position"],
            name="fk_closings_segments",
        ),
        sa.ForeignKeyConstraint(["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_closings_orders"),
        sa.PrimaryKeyConstraint("owner_id", "subscription_id", "term_position", "position", name="pk_closings"),
    )
    op.create_table(
        "auto_renewals",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("subscription_id", sa.Uuid, nullable=False),
        sa.Column("is_on", sa.Boolean, nullable=False),
        sa.Column("months", sa.Integer, nullable=False),
        sa.Column("days_before", sa.Integer, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("tried_at", sa.BigInteger),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_auto_renewals_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["owner_id", "subscription_id"],
            ["subscriptions.owner_id", "subscriptions.id"],
            name="fk_auto_renewals_subscriptions",
        ),
        sa.PrimaryKeyConstraint("owner_id", "account_id", name="pk_auto_renewals"),
    )
    op.create_table(
        "agenda",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_agenda_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "account_id", name="pk_agenda"),
    )


def _organizations() -> None:
    op.create_table(
        "associations",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("master_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("account_owner_id", sa.Uuid, nullable=False),
        sa.Column("account_name", sa.Text, nullable=False),
        sa.Column("accounting", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "master_id"], ["accounts.owner_id", "accounts.id"], name="fk_associations_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_associations"),
    )
    current = _where("status IN ('active', 'invited')")
    for name, columns in (
        ("by_accounting", "accounting account_name id status"),
        ("by_name", "account_name id accounting status"),
        ("by_since", "since id accounting status"),
        ("by_status", "status account_name id accounting"),
    ):
        op.create_index(f"associations_{name}", "associations", ["owner_id", "master_id", *columns.split()], **current)
    op.create_index(
        "associations_invited",
        "associations",
        ["owner_id", "master_id", "expires_at"],
        **_where("status = 'invited'"),
    )
    op.create_index(
        "associations_of_accounts", "associations", ["owner_id", "master_id", "account_id"], unique=True, **current
    )
    op.create_table(
        "invitations",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("master_id", sa.Uuid, nullable=False),
        sa.Column("master_owner_id", sa.Uuid, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_invitations_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_invitations"),
    )
    op.create_index("invitations_of_accounts", "invitations", ["owner_id", "account_id"])
    op.create_table(
        "sharings",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("subscription_id", sa.Uuid, nullable=False),
        sa.Column("is_on", sa.Boolean, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_sharings_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["owner_id", "subscription_id"],
            ["subscriptions.owner_id", "subscriptions.id"],
            name="fk_sharings_subscriptions",
        ),
        sa.PrimaryKeyConstraint("owner_id", "account_id", name="pk_sharings"),
    )


def _correspondence() -> None:
    op.create_table(
        "messages",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("order_id", sa.Uuid),
        sa.Column("order_number", sa.String(32), nullable=False),
        sa.Column("tier", sa.Text, nullable=False),
        sa.Column("currency", sa.String(3)),
        sa.Column("amount_minor", sa.BigInteger),
        sa.Column("until", sa.BigInteger),
        sa.Column("code", sa.Text),
        sa.Column("sent_to", sa.Text),
        sa.Column("is_read", sa.Boolean, nullable=False),
        sa.Column("other", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_messages_accounts"
        ),
        sa.ForeignKeyConstraint(["owner_id", "order_id"], ["orders.owner_id", "orders.id"], name="fk_messages_orders"),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_messages"),
    )
    op.create_index("messages_by_instant", "messages", ["owner_id", "account_id", "at", "place"])
    op.create_index("messages_of_orders", "messages", ["owner_id", "order_id", "at"])
    op.create_index("messages_places", "messages", ["owner_id", "account_id", "place"], unique=True)
    op.create_index(
        "messages_unread",
        "messages",
        ["owner_id", "account_id"],
        sqlite_where=sa.text("is_read IS 0"),
        postgresql_where=sa.text("is_read IS false"),
    )
    op.create_table(
        "tickets",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("tier", sa.Text, nullable=False),
        sa.Column("severity", sa.Text),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "account_id"], ["accounts.owner_id", "accounts.id"], name="fk_tickets_accounts"
        ),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_tickets"),
    )
    op.create_index("tickets_by_created", "tickets", ["owner_id", "account_id", "created_at", "place"])
    op.create_index("tickets_places", "tickets", ["owner_id", "account_id", "place"], unique=True)
    op.create_table(
        "ticket_messages",
        sa.Column("owner_id", sa.Uuid, nullable=False),
        sa.Column("ticket_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "ticket_id"], ["tickets.owner_id", "tickets.id"], name="fk_ticket_messages_tickets"
        ),
        sa.PrimaryKeyConstraint("owner_id", "ticket_id", "position", name="pk_ticket_messages"),
    )
    op.create_index("ticket_messages_ids", "ticket_messages", ["owner_id", "ticket_id", "id"], unique=True)
