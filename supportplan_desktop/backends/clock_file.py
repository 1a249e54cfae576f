"""A clock that several programs share: demonstrations and tests set it by writing a file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import ClockNotMovable, StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path


class FileClock:
    """The instant that stands in a file, ISO 8601 with an offset; whoever reads it cannot set it."""

    is_movable = False

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """The instant in the file, in UTC and whole seconds; StoreUnavailable where there is none."""
        try:
            at = datetime.fromisoformat(self._path.read_text("utf-8").strip())
        except (OSError, ValueError) as error:
            raise StoreUnavailable(detail=f"{self._path.name}: {error}") from error
        if at.tzinfo is None:
            raise StoreUnavailable(detail=f"{self._path.name}: an offset is missing")
        return at.astimezone(UTC).replace(microsecond=0)

    def set(self, to: datetime) -> None:
        """Refuse with ClockNotMovable."""
        raise ClockNotMovable(to=to)
