"""Renders every page to PNG files, in both languages and themes or in those asked for: for the eye and for documents.

The tour works on demonstration data of its own in a temporary folder, so nobody's data is touched; on the way it buys
a plan, changes it and gives it up through the real wizards, and sets the clock beyond the end of another.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget, QWizard

from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import LANGUAGES
from supportplan_desktop.ui.widgets import Skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.settings import Settings
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.main_window import MainWindow
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.theme.theme import Theme

_POLL_MS, _QUIET_POLLS, _GIVE_UP_POLLS = 15, 4, 1000
_WIDE, _SMALLEST = QSize(1280, 800), QSize(1024, 680)
_WIZARD, _WIZARD_SMALLEST = QSize(1048, 744), QSize(980, 640)
_log = logging.getLogger(__name__)


class Desktop(Protocol):
    """A window with everything around it (see `app.Desktop`)."""

    app: QApplication
    settings: Settings
    theme: Theme
    language: Language
    tasks: Tasks
    session: Session
    window: MainWindow

    def show(self) -> None:
        """Show the window."""

    def close(self) -> None:
        """Let go of the data."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """Something to show: what leads there, and what is rendered (None where it only leads on)."""

    name: str | None
    go: Callable[[], object]
    shows_wizard: bool = False


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
        for stop in self._stops():
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

    def _render(self, stop: _Stop, name: str) -> Iterator[None]:
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

    def _stops(self) -> Iterator[_Stop]:
        yield from self._look_around()
        yield from self._buy()
        yield from self._change()
        yield from self._give_up()
        yield from self._see_it_end()

    def _look_around(self) -> Iterator[_Stop]:
        window = self._window
        yield _Stop("plan-details", lambda: window.show_page("details"))
        yield _Stop("orders-list", lambda: window.show_page("orders"))
        yield _Stop("order-detail", self._show_last_order)
        yield _Stop("tickets", lambda: window.show_page("tickets"))
        yield _Stop("messages", lambda: window.show_page("messages"))
        yield _Stop("preferences", lambda: window.show_page("preferences"))
        yield _Stop(None, lambda: self._act_as("Quay Logistics"))
        yield _Stop("plan-open-order", lambda: window.show_page("details"))
        yield _Stop("order-pending", self._show_last_order)
        yield _Stop(None, lambda: self._act_as("Lantern Studio"))
        yield _Stop("orders-empty", lambda: window.show_page("orders"))
        yield _Stop("plan-basic-compare", lambda: window.show_page("details"))

    def _buy(self) -> Iterator[_Stop]:
        yield _Stop(None, lambda: self._window.buy("business"))
        yield _Stop("purchase-select", lambda: None, shows_wizard=True)
        yield _Stop("purchase-confirm", self._next, shows_wizard=True)
        yield _Stop("purchase-confirm-refused", self._next, shows_wizard=True)
        yield _Stop(None, lambda: self._tick("order.agreement"))
        yield _Stop("purchase-pay", self._next, shows_wizard=True)
        yield _Stop(None, self._next)
        yield _Stop("purchase-verify", self._find_send, shows_wizard=True)
        yield _Stop(None, lambda: self._type("000000"))
        yield _Stop("purchase-verify-refused", self._next, shows_wizard=True)
        yield _Stop(None, self._read_code)
        yield _Stop("purchase-done", self._next, shows_wizard=True)
        yield _Stop(None, self._close)

    def _change(self) -> Iterator[_Stop]:
        yield _Stop(None, lambda: self._window.change("developer"))
        yield _Stop("change-downgrade", lambda: None, shows_wizard=True)
        yield _Stop("change-confirm", self._next, shows_wizard=True)
        yield _Stop(None, lambda: self._tick("order.agreement"))
        yield _Stop("change-done", self._next, shows_wizard=True)
        yield _Stop(None, self._close)
        yield _Stop(None, lambda: self._window.change("business"))
        yield _Stop("change-upgrade", lambda: None, shows_wizard=True)
        yield _Stop(None, self._close)
        yield _Stop(None, self._window.renew)
        yield _Stop("renew", lambda: None, shows_wizard=True)
        yield _Stop(None, self._close)

    def _give_up(self) -> Iterator[_Stop]:
        yield _Stop(None, self._window.unsubscribe)
        yield _Stop("unsubscribe", lambda: None, shows_wizard=True)
        yield _Stop("unsubscribe-refused", self._next, shows_wizard=True)
        yield _Stop(None, lambda: self._tick("unsubscribe.reason.testing_finished"))
        yield _Stop(None, lambda: self._tick("unsubscribe.confirmed"))
        yield _Stop("unsubscribe-done", self._next, shows_wizard=True)
        yield _Stop(None, self._close)
        yield _Stop("plan-refund", lambda: self._window.show_page("details"))
        yield _Stop("order-refund", self._show_last_order)

    def _see_it_end(self) -> Iterator[_Stop]:
        yield _Stop(None, lambda: self._act_as("Harbor Retail"))
        yield _Stop(None, lambda: self._window.show_page("details"))
        yield _Stop("plan-expires-soon", lambda: self._go_to_end(timedelta(days=-5)))
        yield _Stop("plan-grace", lambda: self._go_to_end(timedelta(days=6)))
        yield _Stop("plan-retention", lambda: self._go_to_end(timedelta(days=20)))

    def _go_to_end(self, after: timedelta) -> None:
        """Set the clock to so long after the plan's end."""

        def go(services: Services) -> None:
            end = services.plans.details().valid_until
            assert end is not None
            services.clock.set(end + after)
            services.orders.advance()

        self._desktop.session.command(self, go, changes=Change.EVERYTHING)

    def _act_as(self, name: str) -> None:
        accounts = self._desktop.session.now.accounts
        self._desktop.session.act_as(next(account.id for account in accounts if account.name == name))

    def _show_last_order(self) -> None:
        self._desktop.session.query(
            self,
            lambda services: services.plans.details().last_order,
            lambda order: self._window.show_order(order.id) if order else None,
        )

    def _next(self) -> None:
        wizard = self._window.wizard
        assert isinstance(wizard, QWizard)
        wizard.next()

    def _close(self) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        wizard.close()

    def _tick(self, name: str) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        found = wizard.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        found.setChecked(True)

    def _find_send(self) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        send = wizard.findChild(QAbstractButton, "verification.send")
        assert isinstance(send, QAbstractButton)
        send.click()

    def _type(self, code: str) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        boxes = wizard.findChild(QLineEdit, "verification.code")
        assert isinstance(boxes, QLineEdit)
        boxes.setText(code)

    def _read_code(self) -> None:
        self._desktop.session.query(
            self,
            lambda services: next(
                message.code for message in services.messages.page().messages if message.code is not None
            ),
            self._type,
        )
