"""The instant that counts: the computer's, or a demonstration's that stands still until it is set."""

from __future__ import annotations

from datetime import UTC, datetime

from supportplan_desktop.domain.errors import ClockNotMovable


class SystemClock:
    """The computer's clock."""

    is_movable = False

    def now(self) -> datetime:
        """The present instant in UTC, in whole seconds: what is stored, shown and compared is the same."""
        return datetime.now(UTC).replace(microsecond=0)

    def set(self, to: datetime) -> None:
        """Refuse with ClockNotMovable."""
        raise ClockNotMovable(to=to)


class MovableClock:
    """A demonstration's clock: it stands still, so that what is shown can be repeated to the second."""

    is_movable = True

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC).replace(microsecond=0)

    def now(self) -> datetime:
        """The instant it was set to."""
        return self._at

    def set(self, to: datetime) -> None:
        """Set it, forwards or backwards."""
        self._at = to.astimezone(UTC).replace(microsecond=0)
