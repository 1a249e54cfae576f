"""Renders every page to PNG files, in both languages and themes or in those asked for: for the eye and for documents.

The tour works on demonstration data of its own in a temporary folder, so nobody's data is touched; on the way it buys
a plan, changes it and gives it up through the real wizards, and sets the clock beyond the end of another.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap

from supportplan_desktop.ui.language import LANGUAGES
from supportplan_desktop.ui.stops import Desktop, Stop, Stops
from supportplan_desktop.ui.widgets import Skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_POLL_MS, _QUIET_POLLS, _GIVE_UP_POLLS = 15, 4, 1000
_WIDE, _SMALLEST = QSize(1280, 800), QSize(1024, 680)
_WIZARD, _WIZARD_SMALLEST = QSize(1048, 744), QSize(980, 640)
_log = logging.getLogger(__name__)


def render_all(desktop: Desktop, folder: Path) -> int:
    """Render everything into the folder as `<page>-<theme>-<language>.png`; returns the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    tour = _Tour(desktop, folder)
    desktop.window.resize(_WIDE)
    desktop.show()
    QTimer.singleShot(0, tour.begin)
    desktop.app.exec()
    desktop.close()
    return 0 if tour.is_complete else 1


class _Tour(QObject):
    """Goes from stop to stop; each is rendered once nothing is under way any more."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        super().__init__(desktop.app)
        self._desktop, self._folder = desktop, folder
        self._window = desktop.window
        settings = desktop.settings
        self._stops = Stops(desktop)
        self._languages = [settings.language] if settings.language else list(LANGUAGES)
        self._themes = [settings.theme] if settings.theme in {"light", "dark"} else ["light", "dark"]
        self.is_complete = False
        self._quiet = self._polls = 0
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def begin(self) -> None:
        """Set out."""
        self._steps = self._course()
        self._timer.start()

    def _poll(self) -> None:
        self._polls += 1
        is_busy = self._desktop.tasks.busy or not self._desktop.session.is_ready or self._shows_skeleton()
        self._quiet = 0 if is_busy else self._quiet + 1
        if self._polls > _GIVE_UP_POLLS:
            self._end(f"Nothing moves any more: {self._desktop.tasks.busy} under way")
        elif self._quiet >= _QUIET_POLLS:
            self._quiet = self._polls = 0
            try:
                next(self._steps)
            except StopIteration:
                self.is_complete = True
                self._end("")
            except Exception as error:  # noqa: BLE001 - a stop that cannot be reached ends the tour, not in a hang
                self._end(f"{type(error).__name__}: {error}")

    def _end(self, problem: str) -> None:
        self._timer.stop()
        if problem:
            _log.error("The tour ended early. %s", problem)
        if self._window.wizard is not None:
            self._window.wizard.close()
        self._window.close()
        self._desktop.app.quit()

    def _shows_skeleton(self) -> bool:
        return any(skeleton.isVisible() for skeleton in self._window.findChildren(Skeleton))

    # The course: each `yield` waits until nothing is under way

    def _course(self) -> Iterator[None]:
        for stop in self._stops.all():
            stop.go()
            yield
            if stop.name is None:
                continue
            for theme in self._themes:
                for language in self._languages:
                    self._desktop.theme.apply(theme)
                    self._desktop.language.use(language)
                    yield
                    yield from self._render(stop, f"{stop.name}-{theme}-{language}")

    def _render(self, stop: Stop, name: str) -> Iterator[None]:
        target: QWidget = self._window
        wide, smallest = _WIDE, _SMALLEST
        if stop.shows_wizard and self._window.wizard is not None:
            target, wide, smallest = self._window.wizard, _WIZARD, _WIZARD_SMALLEST
        target.resize(wide)
        yield
        self._save(target, name, 1)
        if stop.name == "plan-details":
            self._save(target, f"{name}@2x", 2)
        target.resize(smallest)
        yield
        self._save(target, f"{name}-min1024", 1)
        target.resize(wide)

    def _save(self, target: QWidget, name: str, scale: int) -> None:
        pixmap = QPixmap(target.size() * scale)
        pixmap.setDevicePixelRatio(scale)
        target.render(pixmap)
        if not pixmap.save(str(self._folder / f"{name}.png")):
            raise OSError(f"{self._folder / name}.png cannot be written")
