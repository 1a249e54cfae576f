from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from supportplan_desktop.domain.errors import NoFundsChosen
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

GUI = threading.get_ident()
PATIENCE = 10


@pytest.fixture
def owner() -> QObject:
    return QObject()


class Gate:
    """Holds calls on their worker until it is opened."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self._open = threading.Event()

    def __call__(self) -> str:
        self.entered.release()
        assert self._open.wait(PATIENCE)
        return "through"

    def open(self) -> None:
        self._open.set()

    def wait_until_held(self) -> None:
        assert self.entered.acquire(timeout=PATIENCE)


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


def refuse() -> NoReturn:
    raise NoFundsChosen


def test_a_call_runs_on_a_worker_and_its_answer_on_the_gui_thread(
    tasks: Tasks, owner: QObject, settle: Callable[[], None]
) -> None:
    answers: list[tuple[int, int]] = []
    tasks.query(owner, threading.get_ident, lambda worker: answers.append((worker, threading.get_ident())))
    settle()
    [(worker, answered)] = answers
    assert worker != GUI
    assert answered == GUI


def test_commands_run_one_at_a_time_in_the_order_of_asking(
    tasks: Tasks, owner: QObject, settle: Callable[[], None]
) -> None:
    inside = threading.Lock()
    order: list[int] = []

    def command(number: int) -> None:
        assert inside.acquire(blocking=False), "two commands at once"
        order.append(number)
        inside.release()

    for number in range(50):
        tasks.command(owner, lambda number=number: command(number))  # type: ignore[misc] # mypy takes no default here
    settle()
    assert order == list(range(50))


def test_queries_overlap_each_other_and_a_command(tasks: Tasks, owner: QObject, settle: Callable[[], None]) -> None:
    together = threading.Barrier(3, timeout=PATIENCE)
    places: list[int] = []
    tasks.command(owner, together.wait, places.append)
    tasks.query(owner, together.wait, places.append)
    tasks.query(owner, together.wait, places.append)
    settle()
    assert sorted(places) == [0, 1, 2]


def test_exactly_one_of_then_and_failed_is_called(tasks: Tasks, owner: QObject, settle: Callable[[], None]) -> None:
    heard: list[object] = []
    tasks.query(owner, lambda: 1, lambda value: heard.append(("then", value)), lambda _: heard.append("failed"))
    settle()
    tasks.query(owner, refuse, lambda _: heard.append("then"), lambda error: heard.append(("failed", type(error))))
    settle()
    assert heard == [("then", 1), ("failed", NoFundsChosen)]


def test_neither_is_called_when_the_owner_is_gone_by_then(
    tasks: Tasks, owner: QObject, gate: Gate, settle: Callable[[], None]
) -> None:
    heard: list[object] = []
    tasks.query(owner, gate, heard.append, heard.append)
    gate.wait_until_held()
    delete(owner)
    gate.open()
    settle()
    assert heard == []


def test_an_owner_nobody_else_knows_is_kept_until_its_answer_came(
    tasks: Tasks, gate: Gate, settle: Callable[[], None]
) -> None:
    class View(QObject):
        def show(self, value: str) -> None:
            heard.append(value)

    heard: list[str] = []
    view = View()
    gone = weakref.ref(view)
    tasks.query(view, gate, view.show)
    gate.wait_until_held()
    del view
    assert gone() is not None
    gate.open()
    settle()
    assert heard == ["through"]
    assert gone() is None


def test_an_error_without_failed_goes_to_the_crash_handler_refusals_too(
    tasks: Tasks, owner: QObject, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    tasks.command(owner, refuse)
    settle()
    assert [type(error) for error in crashes] == [NoFundsChosen]
    crashes.clear()


def test_what_is_no_exception_goes_to_the_crash_handler_even_with_failed(
    tasks: Tasks, owner: QObject, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    def leave() -> NoReturn:
        raise SystemExit(3)

    heard: list[object] = []
    tasks.command(owner, leave, heard.append, heard.append)
    tasks.command(owner, lambda: "still working", heard.append)
    settle()
    assert heard == ["still working"]
    assert [type(error) for error in crashes] == [SystemExit]
    crashes.clear()


def test_a_mistake_in_a_callback_is_a_crash_and_the_next_answer_still_comes(
    tasks: Tasks, owner: QObject, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    told: list[tuple[Change, object]] = []
    tasks.changed.connect(lambda change, who: told.append((change, who)))
    tasks.command(owner, lambda: 1, lambda value: value / 0, changes=Change.PLAN)
    tasks.command(owner, refuse, failed=lambda error: error.nothing_like_it)  # type: ignore[attr-defined]
    heard: list[int] = []
    tasks.command(owner, lambda: 2, heard.append)
    settle()
    assert heard == [2]
    assert told == [(Change.PLAN, owner)]
    assert [type(error) for error in crashes] == [ZeroDivisionError, AttributeError]
    crashes.clear()


def test_a_command_tells_what_it_changed_and_who_began_it(
    tasks: Tasks, owner: QObject, settle: Callable[[], None]
) -> None:
    heard: list[object] = []
    tasks.changed.connect(lambda change, who: heard.append((change, who)))
    tasks.command(owner, lambda: "paid", heard.append, changes=Change.FUNDS | Change.PLAN)
    tasks.command(owner, lambda: "nothing", heard.append)
    settle()
    assert heard == ["paid", (Change.FUNDS | Change.PLAN, owner), "nothing"]


def test_a_refused_command_tells_too_because_a_deadline_may_have_been_noticed(
    tasks: Tasks, owner: QObject, settle: Callable[[], None]
) -> None:
    told: list[Change] = []
    tasks.changed.connect(lambda change, _: told.append(change))
    tasks.command(owner, refuse, failed=lambda _: None, changes=Change.ORDERS)
    settle()
    assert told == [Change.ORDERS]


def test_a_command_tells_without_its_initiator_when_that_is_gone(
    tasks: Tasks, owner: QObject, gate: Gate, settle: Callable[[], None]
) -> None:
    told: list[object] = []
    tasks.changed.connect(lambda change, who: told.append((change, who)))
    tasks.command(owner, gate, changes=Change.ORDERS)
    gate.wait_until_held()
    delete(owner)
    gate.open()
    settle()
    assert told == [(Change.ORDERS, None)]


def test_a_forgotten_query_is_never_heard_of_whether_it_waits_runs_or_fails(
    tasks: Tasks, owner: QObject, gate: Gate, settle: Callable[[], None]
) -> None:
    def held_then_refused() -> NoReturn:
        gate()
        raise NoFundsChosen

    heard: list[object] = []
    running = [tasks.query(owner, call, heard.append) for call in (gate, gate, held_then_refused)]
    for _ in running:
        gate.wait_until_held()
    waiting = tasks.query(owner, lambda: pytest.fail("it was forgotten before it began"), heard.append)
    newest = tasks.query(owner, lambda: "newest", heard.append)
    for number in (*running, waiting):
        tasks.forget(number)
    gate.open()
    settle()
    tasks.forget(newest)
    assert heard == ["newest"]


def test_busy_counts_until_the_answer_and_settled_comes_after_the_last(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    heard: list[int] = []

    def then(_value: object) -> None:
        heard.append(tasks.busy)
        if len(heard) == 1:
            tasks.query(owner, lambda: None, then)

    with qtbot.waitSignal(tasks.settled):
        tasks.query(owner, lambda: None, then)
        assert tasks.busy == 1
    assert heard == [1, 1]
    assert tasks.busy == 0


def test_no_thread_starts_before_the_first_task(tasks: Tasks, owner: QObject, settle: Callable[[], None]) -> None:
    before = threading.active_count()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("commands", "queries"))]
    tasks.command(owner, lambda: None)
    settle()
    assert threading.active_count() == before + 1


def test_tasks_are_begun_on_the_gui_thread_only(
    tasks: Tasks, owner: QObject, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    tasks.query(owner, lambda: tasks.query(owner, lambda: None, lambda _: None), lambda _: None)
    settle()
    assert [type(error) for error in crashes] == [RuntimeError]
    crashes.clear()


def test_values_errors_and_frames_are_let_go_with_the_answer(
    tasks: Tasks, owner: QObject, settle: Callable[[], None]
) -> None:
    class Thing:
        pass

    seen: list[weakref.ref[Thing]] = []

    def bring() -> Thing:
        thing = Thing()
        seen.append(weakref.ref(thing))
        return thing

    def fail() -> NoReturn:
        thing = bring()
        raise LookupError(thing)

    tasks.query(owner, bring, lambda _: None)
    tasks.query(owner, fail, lambda _: None, lambda _: None)
    settle()
    assert not gc.isenabled(), "else this shows nothing"
    assert [reference() for reference in seen] == [None, None]


def test_closing_carries_out_the_commands_taken_and_drops_waiting_queries_and_every_answer(
    qtbot: QtBot, owner: QObject, gate: Gate
) -> None:
    tasks = Tasks()
    heard: list[object] = []
    done: list[str] = []
    tasks.changed.connect(lambda *_: heard.append("changed"))
    tasks.command(owner, gate, heard.append, changes=Change.PLAN)
    gate.wait_until_held()
    tasks.command(owner, lambda: done.append("second command"), heard.append)
    for _ in range(3):
        tasks.query(owner, gate, heard.append)
        gate.wait_until_held()
    tasks.query(owner, lambda: done.append("waiting query"), heard.append)
    threading.Timer(0.05, gate.open).start()
    assert tasks.close(PATIENCE)
    assert done == ["second command"]
    assert tasks.busy == 0
    tasks.command(owner, lambda: done.append("too late"), heard.append)
    tasks.query(owner, lambda: done.append("too late"), heard.append)
    qtbot.wait(1)  # what workers announced arrives now, and is dropped
    assert done == ["second command"]
    assert heard == []


def test_closing_waits_only_so_long_for_a_call_that_hangs(owner: QObject, gate: Gate) -> None:
    tasks = Tasks()
    done: list[str] = []
    tasks.command(owner, gate)
    gate.wait_until_held()
    tasks.command(owner, lambda: done.append("behind it"))
    assert not tasks.close(0.01)
    gate.open()
    assert tasks.close(PATIENCE)
    assert done == []
