"""A program for tests: what a screen reader does with a window. It needs pyatspi, so Debian's own Python runs it.

Run as `python3 screen_reader.py BUTTON DIALOG COMMAND…`: starts the command, looks for the button of that name among
what its window tells, presses it, and waits to hear that the dialog of that name has come to the front.
Prints one JSON object in one line: {"windows", "heard", "controls"}; controls are those shown in the dialog that can
have the focus, as [role, name]. Where the command ends or nothing more is heard the exit code is 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pyatspi  # type: ignore[import-not-found]  # Debian's
from gi.repository import GLib  # type: ignore[import-not-found]  # Debian's

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

LOOK_AGAIN_MS, GIVE_UP_SECONDS = 250, 90
EVENTS = ("window:activate", "object:state-changed:focused")


class Reader:
    """Finds one button, presses it, and keeps what is heard afterwards."""

    def __init__(self, button: str, dialog: str) -> None:
        self.button, self.dialog = button, dialog
        self.is_done = False
        self.windows: list[str] = []
        self.heard: list[tuple[str, str, str]] = []
        self.controls: list[tuple[str, str]] = []
        self._is_pressed = False

    def listen(self, window: subprocess.Popen[bytes]) -> None:
        """Return when the dialog was heard, or the window has ended, or after the time that is given for it."""
        pyatspi.Registry.registerEventListener(self._hear, *EVENTS)
        GLib.child_watch_add(GLib.PRIORITY_DEFAULT, window.pid, lambda _pid, _status: self._stop())
        GLib.timeout_add(LOOK_AGAIN_MS, self._look)
        GLib.timeout_add_seconds(GIVE_UP_SECONDS, self._stop)
        pyatspi.Registry.start()

    def _look(self) -> bool:
        """Press the button if it is there by now; the answer is whether to look again."""
        for application in pyatspi.Registry.getDesktop(0):
            for node in shown(application):
                if node.getRole() == pyatspi.ROLE_PUSH_BUTTON and node.name == self.button:
                    self.windows = [window.name for window in application]
                    self._is_pressed = True
                    node.queryAction().doAction(0)
                    return False
        return True

    def _hear(self, event: Any) -> None:  # noqa: ANN401 - Debian's packages carry no types
        if not self._is_pressed:
            return
        self.heard.append((event.type.name, event.source.getRoleName(), event.source.name))
        if event.source.getRole() == pyatspi.ROLE_DIALOG and event.source.name == self.dialog:
            self.controls = [
                (node.getRoleName(), node.name)
                for node in shown(event.source)
                if node.getState().contains(pyatspi.STATE_FOCUSABLE)
            ]
            self.is_done = True
            GLib.timeout_add(LOOK_AGAIN_MS, self._stop)  # the focus is told after the dialog

    def _stop(self) -> bool:
        pyatspi.Registry.stop()
        return False


def shown(node: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The node, if it is shown, and what is shown under it; a part that has gone meanwhile is left out."""
    if node is None:
        return
    node.clearCache()
    if not (node.getRole() == pyatspi.ROLE_APPLICATION or node.getState().contains(pyatspi.STATE_SHOWING)):
        return
    yield node
    for child in node:
        yield from shown(child)


def main(button: str, dialog: str, *command: str) -> int:
    """Print what was found and heard."""
    reader = Reader(button, dialog)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as window:
        try:
            reader.listen(window)
        finally:
            window.terminate()
    print(json.dumps({"windows": reader.windows, "heard": reader.heard, "controls": reader.controls}))  # noqa: T201
    return 0 if reader.is_done else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
