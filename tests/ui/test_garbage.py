from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.ui.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Generations = list[int]


@pytest.fixture
def collected() -> Iterator[Generations]:
    """The generations collected, in order; Python's own thresholds come back afterwards."""
    generations: Generations = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    thresholds = gc.get_threshold()
    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)
    gc.set_threshold(*thresholds)


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    gc.enable()
    garbage = Garbage(interval_ms=1)
    yield garbage
    garbage.restore()
    gc.disable()  # as the whole run of tests keeps it


class Knot:
    def __init__(self) -> None:
        self.me = self


def test_python_no_longer_collects_by_itself_until_it_is_restored(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.restore()
    assert gc.isenabled()


@pytest.mark.usefixtures("garbage")
def test_cyclic_garbage_of_any_thread_dies_on_the_gui_thread(qtbot: QtBot, collected: Generations) -> None:
    deaths: list[int] = []

    def litter() -> None:
        for _ in range(2_000):
            weakref.finalize(Knot(), lambda: deaths.append(threading.get_ident()))

    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert collected == []
    assert deaths == []
    qtbot.waitUntil(lambda: len(deaths) == 2_000)
    assert set(deaths) == {threading.get_ident()}


def test_nothing_is_collected_before_it_is_due(garbage: Garbage, collected: Generations) -> None:
    gc.collect()
    collected.clear()
    garbage.collect()
    assert collected == []


def test_each_generation_is_collected_when_python_itself_would_have(garbage: Garbage, collected: Generations) -> None:
    gc.collect()
    collected.clear()
    gc.set_threshold(10, 2, 2)
    for _ in range(12):
        knots = [Knot() for _ in range(20)]
        garbage.collect()
    del knots
    assert collected == [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]


def test_a_threshold_of_nought_means_never_as_in_python(garbage: Garbage, collected: Generations) -> None:
    gc.set_threshold(0)
    knots = [Knot() for _ in range(5_000)]
    garbage.collect()
    assert collected == []
    del knots
