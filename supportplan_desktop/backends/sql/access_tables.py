"""The tables of a server: who signs in, sessions, and counts that hold across its workers.

They are looked up before it is known whose records are meant, so they are the only ones without an owner in their key;
a distributed database keeps a copy of them on every node (reference tables).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, Uuid

from supportplan_desktop.backends.sql.columns import Instant, required, word
from supportplan_desktop.backends.sql.tables import METADATA
from supportplan_desktop.domain.accounts import Role

_HASH = String(64)

logins = Table(
    "logins",
    METADATA,
    Column("name", Text, primary_key=True),
    required("owner_id", Uuid),
    required("account_id", Uuid),
    required("role", word(Role)),
    required("password_hash", Text),
)

refresh_tokens = Table(
    "refresh_tokens",
    METADATA,
    Column("hash", _HASH, primary_key=True),
    required("family", Uuid),
    required("login", Text),
    required("expires_at", Instant),
    Column("used_at", Instant),
)
Index("refresh_tokens_families", refresh_tokens.c.family)
Index("refresh_tokens_expiry", refresh_tokens.c.expires_at)

rate_limits = Table(
    "rate_limits",
    METADATA,
    Column("name", Text, primary_key=True),
    required("window", BigInteger),
    required("count", Integer),
)

ACCESS = (logins, refresh_tokens, rate_limits)
