"""A store that fails in the middle of a command: the fake stands at the port, the real store behind it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from supportplan_desktop.domain.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from supportplan_desktop.services.ports import Store, Work

WRITES = frozenset({"add", "save", "put", "post", "save_attempts", "mark_read", "mark_all_read"})


class BreakingStore:
    """The store, which cannot be reached any more once so many writes are done less one."""

    def __init__(self, store: Store, at_write: int) -> None:
        self._store = store
        self._left = at_write

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else the store offers
        return getattr(self._store, name)

    @contextmanager
    def change(self, owner_id: UUID) -> Iterator[Any]:
        with self._store.change(owner_id) as work:
            yield _BreakingWork(work, self._write)

    def _write(self) -> None:
        self._left -= 1
        if not self._left:
            raise StoreUnavailable(detail="gone in the middle")


class _BreakingWork:
    def __init__(self, work: Work, write: Callable[[], None]) -> None:
        self._work = work
        self._write = write

    def of(self, owner_id: UUID) -> _BreakingWork:
        """The records of another owner, which may break as well."""
        other = self._work.of(owner_id)
        return self if other is self._work else _BreakingWork(other, self._write)

    def __getattr__(self, name: str) -> _BreakingRecords:
        return _BreakingRecords(getattr(self._work, name), self._write)


class _BreakingRecords:
    def __init__(self, records: object, write: Callable[[], None]) -> None:
        self._records = records
        self._write = write

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the records offer
        method = getattr(self._records, name)
        if name not in WRITES:
            return method

        def write(*values: Any) -> Any:  # noqa: ANN401 - passed through
            self._write()
            return method(*values)

        return write
