"""What starting the window costs, beside an empty PySide6 window, in one run.

python tests/benchmarks/startup.py        until the first paint, and until the plan is shown

The demonstration's data is made beforehand. Each figure is the median of several processes, taken by the system when
the process ends: CPU seconds, peak memory, and seconds on the clock. Figures are printed as ratios to the empty window;
the limits are on CPU and memory, which a busy machine changes least.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[2]
RUNS = 7
CPU_LIMIT = {"first paint": 3.0, "plan shown": 9.0}
MEMORY_LIMIT = {"first paint": 1.8, "plan shown": 3.0}

EMPTY = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
PAINTED = """
import os, sys
from supportplan_desktop import app
class Window(app.MainWindow):
    def begin(self):
        os._exit(0)
app.MainWindow = Window
app.main(["--demo", "--data-dir", sys.argv[1]])
"""
SHOWN = """
import os, sys
from supportplan_desktop import app
from supportplan_desktop.ui import plan_card
class Card(plan_card.PlanCard):
    def paintEvent(self, event):
        os._exit(0)
plan_card.PlanCard = Card
app.main(["--demo", "--data-dir", sys.argv[1]])
"""


@dataclass(frozen=True)
class Cost:
    """Of one start: CPU seconds, peak memory (in the system's unit), seconds on the clock."""

    cpu: float
    memory: float
    clock: float


def main() -> int:
    """Print one line for each moment; the answer is 1 where a limit is passed."""
    with TemporaryDirectory() as folder:
        measured(SHOWN, folder, runs=1)  # makes the demonstration's data and the compiled files
        empty = measured(EMPTY, folder)
        moments = {"first paint": measured(PAINTED, folder), "plan shown": measured(SHOWN, folder)}
    lines: list[tuple[str, ...]] = [("", "CPU", "limit", "memory", "limit", "clock")]
    is_within = True
    for name, cost in moments.items():
        cpu, memory = cost.cpu / empty.cpu, cost.memory / empty.memory
        is_within &= cpu <= CPU_LIMIT[name] and memory <= MEMORY_LIMIT[name]
        figures = (cpu, CPU_LIMIT[name], memory, MEMORY_LIMIT[name], cost.clock / empty.clock)
        lines.append((name, *(f"{figure:.2f}" for figure in figures)))
    for line in lines:
        print("".join(text.rjust(12) for text in line))  # noqa: T201 - a script
    return 0 if is_within else 1


def measured(script: str, folder: str, runs: int = RUNS) -> Cost:
    """The medians over so many processes that run this script."""
    costs = [once(script, folder) for _ in range(runs)]
    return Cost(
        median(cost.cpu for cost in costs), median(cost.memory for cost in costs), median(cost.clock for cost in costs)
    )


def once(script: str, folder: str) -> Cost:
    """Run it once; the script ends its process at the moment that is measured."""
    began = perf_counter()
    arguments = [sys.executable, "-c", script, folder]
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    process = os.posix_spawn(sys.executable, arguments, environment)
    _, status, used = os.wait4(process, 0)
    assert status == 0, f"it ended with {status}"
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss, perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
