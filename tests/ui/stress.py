"""A program for tests: owners, half of them cyclic, come and go while their work runs; says where they died.

Run as `python stress.py BRIDGE COLLECTOR` with BRIDGE `tasks` or `naive` and COLLECTOR `pinned` or `free`.
Prints one JSON object: {"owners", "answered", "on_worker", "dead_callbacks", "alive"}.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import delete, isValid

from supportplan_desktop.ui.garbage import Garbage
from supportplan_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

OWNERS = 400
GUI = threading.get_ident()
count = {"owners": 0, "answered": 0, "on_worker": 0, "dead_callbacks": 0, "alive": 0}


class NaiveTasks(QObject):
    """How one would write it first: the worker holds the closures, and the signal carries them."""

    settled = Signal()
    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(3)
        self.busy = 0
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def query(
        self,
        _owner: QObject,
        call: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def work() -> None:
            try:
                value = call()
            except Exception as problem:  # noqa: BLE001 - the control's own simplicity
                error = problem
                self._done.emit(lambda: failed(error))
            else:
                self._done.emit(lambda: then(value))

        self.busy += 1
        self._pool.submit(work)

    def _answer(self, answer: Callable[[], None]) -> None:
        answer()
        self.busy -= 1

    def close(self) -> None:
        self._pool.shutdown()


def note_death() -> None:
    """Whether the wrapper or the widget: called on the thread that destroys."""
    count["alive"] -= 1
    count["on_worker"] += threading.get_ident() != GUI


class Owner(QWidget):
    """A view as they are written: it asks for data with bound methods, and every other one refers to itself."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.label = QLabel(self)
        if number % 2:
            self.me = self
            self.on_change = lambda: self.label.setText("changed")
        count["owners"] += 1
        count["alive"] += 2
        weakref.finalize(self, note_death)
        self.destroyed.connect(note_death, Qt.ConnectionType.DirectConnection)

    def load(self) -> list[object]:
        """On a worker: leave cyclic garbage behind, as parsers and database layers do; fail now and then."""
        for _ in range(200):
            cycle: list[object] = []
            cycle.append(cycle)
        if self.number % 5 == 0:
            raise LookupError(self.number)
        return cycle

    def show_value(self, value: object) -> None:
        count["answered"] += 1
        if isValid(self):
            self.label.setText(str(type(value)))
        else:
            count["dead_callbacks"] += 1

    def show_error(self, error: Exception) -> None:
        self.show_value(error)


def main(bridge: str, collector: str) -> None:
    """Create an owner at every turn of the event loop, drop it in one of four ways, and wait for the end."""
    app = QApplication(sys.argv[:1])
    gc.set_threshold(50, 5, 5)
    garbage = Garbage(app, interval_ms=5) if collector == "pinned" else None
    tasks: Any = Tasks(app) if bridge == "tasks" else NaiveTasks()
    chance = random.Random(1)

    def turn() -> None:
        if count["owners"] < OWNERS:
            owner = Owner(count["owners"])
            for _ in range(2):
                tasks.query(owner, owner.load, owner.show_value, owner.show_error)
            match chance.randrange(4):
                case 0:
                    delete(owner)
                case 1:
                    owner.deleteLater()
                case 2:
                    QTimer.singleShot(chance.randrange(5), owner.deleteLater)
                case _:
                    pass  # only its own cycle, if it has one, and its tasks know it now
        elif not tasks.busy:
            app.quit()

    pulse = QTimer(interval=0)
    pulse.timeout.connect(turn)
    pulse.start()
    app.exec()
    tasks.close()
    if garbage:
        garbage.restore()
    app.processEvents()
    gc.collect()
    print(json.dumps(count))  # noqa: T201 - this is a program


if __name__ == "__main__":
    main(*sys.argv[1:])
