"""The window of a server's profile as a user works it: connected, cut off, signed in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from supportplan_desktop.backends.http.data import RemoteData
from supportplan_desktop.settings import Settings
from supportplan_desktop.ui.widgets import Banner, Chip
from tests.server.people import PASSWORD
from tests.ui.drivers.window import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.driver import Driver

PROFILE = "office"
_SOON_MS = 300
_PATIENCE_MS = 30_000


class RemoteDriver(WindowDriver):
    """One window on a folder, with a profile of a server in it."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path, profile: str = PROFILE) -> None:
        super().__init__(qtbot, app, folder)
        self.settings = Settings(folder, profile=profile, language="en", theme="light", is_remote=True)

    def _is_quiet(self) -> bool:
        if self.desktop.tasks.busy:
            return False
        return super()._is_quiet() or self.shows("connect.submit")

    # Connecting

    def fill_in(self, server: str = "", login: str = "", password: str = PASSWORD) -> Self:
        """Type into the form what is not "" ."""
        for name, text in (("server", server), ("login", login), ("password", password)):
            if text:
                self.find(QLineEdit, f"connect.{name}").setText(text)
        return self

    def typed(self, name: str) -> str:
        """What stands in a field of the form."""
        return self.find(QLineEdit, f"connect.{name}").text()

    def sign_in(self, server: str = "", login: str = "", password: str = PASSWORD) -> Self:
        """Fill the form in and press its button."""
        return self.fill_in(server, login, password).click("connect.submit")

    def connected(self, server: str, login: str) -> Self:
        """Start the window and sign in."""
        return self.start().sign_in(server, login)

    @property
    def refused(self) -> str:
        """What the form refuses, title and advice."""
        return self.banner("connect.problem")

    def outlive_token(self) -> Self:
        """As after a quarter of an hour: what the window asks next renews its session first."""
        data = self.desktop._data._data()
        assert isinstance(data, RemoteData)
        assert data._connection is not None
        data._connection._session.ends_at = 0.0
        return self

    # How it stands

    def banner(self, name: str) -> str:
        """The words of a banner; "" where it is not there."""
        if not self.shows(name):
            return ""
        banner = self.find(Banner, name)
        return f"{banner.title.text()} {banner.body.text()}".strip()

    @property
    def trouble(self) -> str:
        """What the window says of a server that cannot be asked."""
        return self.banner("link.trouble")

    @property
    def chip(self) -> str:
        """What the top bar says of the server."""
        chips = [chip for chip in self.window.top_bar.findChildren(Chip) if chip.isVisible()]
        return chips[-1].text

    def refresh(self) -> Self:
        """Press Refresh beside the plan."""
        return self.show("details").click("details.refresh")

    def wait_for(self, found: Callable[[], object]) -> Self:
        """Wait for what comes by itself, while the window goes on asking."""
        self._qtbot.waitUntil(lambda: bool(found()), timeout=_PATIENCE_MS)
        return self

    def wait(self, found: Callable[[], object]) -> Self:
        """Wait for what comes by itself."""
        self._qtbot.waitUntil(lambda: bool(found()), timeout=_PATIENCE_MS)
        self.settle()
        return self

    def hasten(self, what: str = "ask_again") -> Self:
        """Have the window look for the server again, or (`look`) for others' changes, sooner than a user would wait."""
        timer = self.window.findChild(QTimer, f"link.{what}")
        assert isinstance(timer, QTimer)
        timer.setInterval(_SOON_MS)
        return self

    def number(self, wizard: Driver) -> str:
        """The number of a wizard's order, by its summary."""
        return wizard.find(QWidget, "summary.order").findChildren(QLabel)[-1].text()
