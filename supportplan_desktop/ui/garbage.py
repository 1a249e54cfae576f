"""Python's cycle collector, kept on the GUI thread (DESIGN 4).

Left alone it runs on whichever thread allocates next, and there destroys widgets that sit in reference cycles.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


class Garbage(QObject):
    """Collects from a timer of its own thread, each generation when Python itself would have."""

    def __init__(self, parent: QObject | None = None, interval_ms: int = _INTERVAL_MS) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones; nothing where none is."""
        due = [at > limit > 0 for at, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return

    def restore(self) -> None:
        """Stop, and leave collecting to Python as it was before; only once no worker is left (see `Tasks.close`)."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def install(parent: QObject) -> Garbage:
    """Take collecting over for as long as `parent` (the application) lives; call it on the GUI thread, early."""
    return Garbage(parent)
