"""The one bridge between threads: work runs on workers, answers arrive on the GUI thread (DESIGN 4).

A worker holds only the number of its task. Owners, closures, values and errors stay in a dict that only the GUI
thread empties, so whatever a worker does or raises, nothing of Qt is ever destroyed there.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from supportplan_desktop.services.changes import Change

T = TypeVar("T")
Failed = Callable[[Exception], object]

_QUERIES_AT_ONCE = 3


@dataclass(slots=True, eq=False)
class _Task:
    owner: QObject
    call: Callable[[], Any]
    then: Callable[[Any], object] | None
    failed: Failed | None
    changes: Change
    future: Future[None] = field(default_factory=Future)
    value: Any = None
    error: BaseException | None = None


class Tasks(QObject):
    """Runs calls off the GUI thread; made once, on the GUI thread, and alive as long as the application.

    `call` runs on a worker and touches no widget. Then exactly one of `then(value)` and `failed(error)` runs on the
    GUI thread, neither where `owner` is gone by then. Without `failed`, for errors that are no Exception, and for what
    a callback raises, `crashed` is told instead. The owner's Python object is kept until its answer came.
    """

    changed = Signal(object, object)
    """(Change, initiator): a command has ended; the initiator is None where it is gone. Sent after refused and failed
    commands too: an answer that was lost, or a deadline noticed on the way, may have changed things."""

    crashed = Signal(object)
    """(error): nobody was there to handle it."""

    settled = Signal()
    """Nothing is under way any more."""

    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[int, _Task] = {}
        self._numbers = count(1)
        self._closed = False
        # Threads start with the first task, not here: the first window does not wait for them.
        self._commands = ThreadPoolExecutor(1, "commands")
        self._queries = ThreadPoolExecutor(_QUERIES_AT_ONCE, "queries")
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> int:
        """How many tasks wait, run, or have not been answered."""
        return len(self._tasks)

    def command(
        self,
        owner: QObject,
        call: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        changes: Change = Change.NONE,
    ) -> int:
        """Run what changes something: one at a time, in the order of asking. Returns the task's number."""
        return self._begin(self._commands, _Task(owner, call, then, failed, changes))

    def query(
        self, owner: QObject, call: Callable[[], T], then: Callable[[T], object], failed: Failed | None = None
    ) -> int:
        """Run what only reads: queries may overlap and overtake each other.

        Returns the task's number; a view that asks again first forgets the question before, so that an old answer
        never replaces a newer one.
        """
        return self._begin(self._queries, _Task(owner, call, then, failed, Change.NONE))

    def forget(self, number: int) -> None:
        """Let the answer of that query go unheard, errors included; unknown and answered numbers are let be."""
        if task := self._tasks.get(number):
            task.then = task.failed = _unheard
            if task.future.cancel():
                self._finish(number)

    def close(self, seconds: float = 10) -> bool:
        """Stop taking work, carry out the commands already taken, and wait for all that runs, at most so long.

        Later calls and answers are dropped without a word. Returns whether everything ended in time.
        """
        self._closed = True
        self._queries.shutdown(wait=False, cancel_futures=True)
        self._commands.shutdown(wait=False)
        running = wait([t.future for t in self._tasks.values() if not t.future.cancelled()], seconds).not_done
        for number, task in list(self._tasks.items()):
            # What still runs stays here, or its worker would be the last to let go of it.
            if task.future.cancel() or task.future.done():
                del self._tasks[number]
        for pool in (self._queries, self._commands):
            pool.shutdown(wait=not running)  # a thread on its way out still allocates, and so may collect
        return not running

    def _begin(self, pool: ThreadPoolExecutor, task: _Task) -> int:
        if not self.thread().isCurrentThread():
            raise RuntimeError("tasks are begun on the GUI thread")
        number = next(self._numbers)
        if not self._closed:
            self._tasks[number] = task
            task.future = pool.submit(self._work, number)
        return number

    def _work(self, number: int) -> None:
        """On the worker. When the answer is announced, every frame that knew the task has returned."""
        self._perform(number)
        self._done.emit(number)

    def _perform(self, number: int) -> None:
        task = self._tasks[number]
        try:
            task.value = task.call()
        except BaseException as error:  # noqa: BLE001 - a worker that dies would never answer
            task.error = error
        finally:
            del task  # the error's traceback keeps this frame, which must not keep the task

    def _answer(self, number: int) -> None:
        """On the GUI thread, which thereby is the one that lets go of everything the task held."""
        task = self._tasks.get(number)
        if task is None or self._closed:
            self._tasks.pop(number, None)
            return
        try:
            if isValid(task.owner):
                self._tell(task)
        except Exception as error:  # noqa: BLE001 - a callback's mistake is shown, and the next answer still comes
            self.crashed.emit(error)
        if task.changes:
            self.changed.emit(task.changes, task.owner if isValid(task.owner) else None)
        self._finish(number)

    def _tell(self, task: _Task) -> None:
        if task.error is None:
            if task.then is not None:
                task.then(task.value)
        elif task.failed is not None and isinstance(task.error, Exception):
            task.failed(task.error)
        else:
            self.crashed.emit(task.error)

    def _finish(self, number: int) -> None:
        self._tasks.pop(number, None)
        if not self._tasks:
            self.settled.emit()


def _unheard(_answer: object) -> None:
    pass
