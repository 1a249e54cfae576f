"""Sorted lists by keyset: a page starts behind the last row of the one before and costs no more than the first.

How many rows match is counted once, for the first page, and travels in the cursor.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ColumnElement, Row, literal, select, tuple_

from supportplan_desktop.backends.sql.cursors import decoded, encoded
from supportplan_desktop.domain.errors import InvalidInput

if TYPE_CHECKING:
    from supportplan_desktop.backends.sql.scope import Scope


def _as_it_is(value: int | str) -> int | str:
    return value


@dataclass(frozen=True, slots=True)
class SortKey:
    """What rows are sorted by: the column, the type of its values in a cursor, and how a row gives that value.

    `read` makes of it what the column is compared with, ValueError where it cannot.
    """

    column: ColumnElement[Any]
    kind: type[int | str]
    value: Callable[[Row[Any]], int | str]
    read: Callable[[Any], Any] = _as_it_is


@dataclass(frozen=True, slots=True)
class SortedList:
    """One sorted list: its columns, the conditions of its rows, its keys (together unique), and what tells it apart.

    `query` is everything that makes this list another one; a cursor goes on only with the list it came from.
    """

    columns: Sequence[Column[Any]]
    matching: Sequence[ColumnElement[bool]]
    keys: Sequence[SortKey]
    descending: bool
    query: object

    def page(
        self, scope: Scope, cursor: str | None, limit: int, count: Callable[[], int]
    ) -> tuple[Sequence[Row[Any]], str | None, int]:
        """Rows from the cursor on, the next cursor, and how many match; `count` is asked on the first page only.

        InvalidInput for a limit below 1 and for a cursor of another list.
        """
        if limit < 1:
            raise InvalidInput(field="limit", value=limit)
        behind: list[ColumnElement[bool]] = []
        if cursor is None:
            matched = count()
        else:
            matched, values = self._opened(cursor)
            here, last = tuple_(*(key.column for key in self.keys)), tuple_(*map(literal, values))
            behind.append(here < last if self.descending else here > last)
        if not matched:
            return (), None, 0
        statement = (
            select(*self.columns)
            .where(*self.matching, *behind)
            .order_by(*(key.column.desc() if self.descending else key.column.asc() for key in self.keys))
            .limit(limit + 1)
        )
        rows = scope.all(statement)
        following = None
        if len(rows) > limit:
            rows = rows[:limit]
            following = encoded([self._fingerprint(), matched, *(key.value(rows[-1]) for key in self.keys)])
        return rows, following, matched

    def _opened(self, cursor: str) -> tuple[int, list[Any]]:
        fingerprint, count, *values = decoded(cursor, [str, int, *(key.kind for key in self.keys)])
        if fingerprint != self._fingerprint():
            raise InvalidInput(field="cursor", value=cursor)
        try:
            return int(count), [key.read(value) for key, value in zip(self.keys, values, strict=True)]
        except ValueError:
            raise InvalidInput(field="cursor", value=cursor) from None

    def _fingerprint(self) -> str:
        """A few letters that tell one list from another."""
        return hashlib.sha256(repr((self.query, self.descending)).encode()).hexdigest()[:12]
