"""Lists of an account's rows, newest first, by keyset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, literal, tuple_, type_coerce

from supportplan_desktop.backends.sql.columns import microseconds
from supportplan_desktop.backends.sql.cursors import decoded, encoded
from supportplan_desktop.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Column, Row, Table

    from supportplan_desktop.backends.sql.scope import Scope


def newest_first(
    scope: Scope, table: Table, instant: Column[datetime], account_id: UUID, cursor: str | None, limit: int
) -> tuple[Sequence[Row[Any]], str | None]:
    """The rows from the opaque cursor on, the last one kept first where instants are equal, and the next cursor.

    InvalidInput for a limit below 1 and a broken cursor.
    """
    if limit < 1:
        raise InvalidInput(field="limit", value=limit)
    statement = scope.select(table, table.c.account_id == account_id)
    if cursor is not None:
        here = tuple_(type_coerce(instant, BigInteger), table.c.place)
        statement = statement.where(here < tuple_(*map(literal, decoded(cursor, (int, int)))))
    rows = scope.all(statement.order_by(instant.desc(), table.c.place.desc()).limit(limit + 1))
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], encoded([microseconds(getattr(last, instant.name)), last.place])
