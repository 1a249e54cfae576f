"""Seconds that are left, counted by a clock that nobody can set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK_MS = 250
_SECOND_MS = 1000


class Countdown(QObject):
    """Takes the time since an answer came off the seconds it spoke of.

    Where the site's clock stands still (`runs` is False) nothing passes. `elapsed` gives milliseconds since the
    start, for tests; it is the computer's monotonic clock otherwise.
    """

    ticked = Signal()
    """Another second has passed."""

    def __init__(self, *, runs: bool, elapsed: Callable[[], int] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._clock = QElapsedTimer()
        self._elapsed = elapsed or self._clock.elapsed
        self._passed = 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Count from now on."""
        self._passed = 0
        self._clock.start()
        if self._runs:
            self._timer.start()

    def stop(self) -> None:
        """Count no further."""
        self._timer.stop()

    def left(self, seconds: int) -> int:
        """What is left of so many seconds at the start, never less than 0."""
        return max(0, seconds - self._passed)

    def look(self) -> None:
        """Look at the clock, and tell where another second has passed."""
        passed = self._elapsed() // _SECOND_MS
        if passed != self._passed:
            self._passed = passed
            self.ticked.emit()
