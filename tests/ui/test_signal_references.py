"""A Qt release that loses a reference with each emit ends the interpreter after some hundred signals."""

import subprocess
import sys

# `True` is immortal from Python 3.12 on: there the count stands still whatever Qt does, and nothing can go wrong.
EMIT = """
import sys
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal(bool)

sender = Sender()
sender.sent.connect(lambda flag: None)
sender.sent.emit(True)
before = sys.getrefcount(True)
for _ in range(5000):
    sender.sent.emit(True)
print(sys.getrefcount(True) - before)
"""


def test_five_thousand_emitted_signals_leave_the_references_of_true_as_they_were() -> None:
    finished = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=60, check=False)

    assert finished.returncode == 0, finished.stderr
    assert abs(int(finished.stdout)) < 50
