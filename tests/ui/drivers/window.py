"""The whole application as a user works it: started on a folder, its pages opened, closed and started again."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, QLocale, qInstallMessageHandler
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialogButtonBox,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from supportplan_desktop.app import Desktop
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.settings import DEMO, Settings
from supportplan_desktop.ui.theme.theme import Theme
from supportplan_desktop.ui.theme.type import set_chinese
from supportplan_desktop.ui.widgets import Skeleton
from tests.ui.drivers.change import ChangeDriver
from tests.ui.drivers.driver import Driver
from tests.ui.drivers.paying import PayingDriver
from tests.ui.drivers.purchase import PurchaseDriver
from tests.ui.drivers.renew import RenewDriver
from tests.ui.drivers.unsubscribe import UnsubscribeDriver
from tests.ui.fakes import BOUGHT, SITE

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from supportplan_desktop.domain.payments import Posting
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.main_window import MainWindow
    from supportplan_desktop.ui.wizards.paying import PayingWizard
    from supportplan_desktop.ui.wizards.purchase import PurchaseWizard

PayingT = TypeVar("PayingT", bound=PayingDriver)
_PATIENCE_MS = 20_000


class WindowDriver(Driver):
    """One application at a time, on `folder`; `start` may be called again once it is closed."""

    desktop: Desktop

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        super().__init__(QWidget(), self._settle)
        self._qtbot, self._app, self.folder = qtbot, app, folder
        self._is_running = False
        self.settings = Settings(folder, demo=DEMO, at=BOUGHT, language="en", theme="light")

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    @property
    def services(self) -> Services:
        """The acting account's services, for looking at what a deed has left behind."""
        return self.desktop.session.now.services

    # Start and end

    def start(self, settings: Settings | None = None) -> Self:
        """Show the window, and wait until its data is there, or the reason why not."""
        assert not self._is_running, "it runs already"
        self.settings = settings or self.settings
        for theme in self._app.findChildren(Theme):
            theme.setParent(None)
            theme.deleteLater()
        self._before = self._app.children()
        # Errors and Qt's warnings stay with the test: the application would show and log them.
        hooks = sys.excepthook, threading.excepthook, qInstallMessageHandler(None)
        self.desktop = Desktop(self._app, self.settings)
        sys.excepthook, threading.excepthook = hooks[:2]
        qInstallMessageHandler(hooks[2])
        self._is_running = True
        self.root = self.window
        self.desktop.show()
        self._qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()
        return self

    def close(self) -> None:
        """Close the window and end the application; what runs is waited for."""
        if not self._is_running:
            return
        self._is_running = False
        self.window.close()
        self.desktop.close()
        self.desktop.language.use("en")
        self.desktop.language.uninstall()
        self.window.deleteLater()
        for child in self._app.children():
            if type(child).__module__.startswith("supportplan_desktop.") and child not in self._before:
                child.deleteLater()
        del self.desktop
        self.root = QWidget()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start_again(self, settings: Settings | None = None) -> Self:
        """Close it and start it on the same folder."""
        self.close()
        return self.start(settings)

    def end(self) -> None:
        """Close it, and leave the looks of the test session as they were."""
        self.close()
        set_chinese(False)
        QLocale.setDefault(QLocale("en_US"))
        for theme in self._app.findChildren(Theme):
            theme.setParent(None)
            theme.deleteLater()
        Theme(self._app).apply("light")

    def _settle(self) -> None:
        self._qtbot.waitUntil(self._is_quiet, timeout=_PATIENCE_MS)

    def _is_quiet(self) -> bool:
        if self.desktop.tasks.busy or any(skeleton.isVisible() for skeleton in self.root.findChildren(Skeleton)):
            return False
        return self.desktop.session.is_ready or self.shows("opening.trouble") or self.shows("account.open")

    # Pages

    def show(self, page: str) -> Self:
        """Open a page by the navigation rail."""
        return self.click(f"navigation.{page}")

    @property
    def page(self) -> QWidget:
        stack = self.window.findChild(QStackedWidget)
        page = stack.currentWidget() if stack is not None else None
        assert page is not None
        return page

    def act_as(self, name: str) -> Self:
        """Let another account act, by the switcher; by its search where there are too many to list."""
        menu = self.window.top_bar.menu
        listed = next((action for action in menu.actions() if action.text() == name), None)
        if listed is not None:
            listed.trigger()
        else:
            others = menu.findChild(QAction, "account.others")
            assert others is not None
            others.trigger()
            QTest.keyClicks(self.find(QLineEdit, "account.chooser.search"), name)
            self.click("account.chooser.act")
        self.settle()
        return self

    def set_clock(self, at: str) -> Self:
        """Set the demonstration's clock to `2019-12-10 11:41:23` at the site, by its dialog."""
        self.window.top_bar.clock.menu().actions()[-1].trigger()
        field = self.find(QDateTimeEdit, "clock.field")
        field.setDateTime(QDateTime.fromString(at, "yyyy-MM-dd HH:mm:ss"))
        buttons = field.window().findChild(QDialogButtonBox)
        assert buttons is not None
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()
        self.settle()
        return self

    def code_from_messages(self) -> str:
        """Open Messages, which opens the newest one, and read the code in it."""
        return self.show("messages").text("messages.code")

    @property
    def unread(self) -> str:
        """What the rail says of Messages."""
        return self.button("navigation.messages").accessibleDescription()

    @property
    def wizard(self) -> PurchaseDriver:
        wizard = self.window.wizard
        assert wizard is not None, "no wizard is open"
        return PurchaseDriver(cast("PurchaseWizard", wizard), self._qtbot, self.desktop.tasks)

    def buy(self, account: str = "Lantern Studio") -> PurchaseDriver:
        """Press Buy Now as that account."""
        self.act_as(account).show("details").click("details.buy")
        self.wizard.settle()
        return self.wizard

    def opened(self, driver: type[PayingT]) -> PayingT:
        """The open wizard, worked by that driver."""
        wizard = self.window.wizard
        assert wizard is not None, "no wizard is open"
        opened = driver(cast("PayingWizard", wizard), self._qtbot, self.desktop.tasks)
        opened.settle()
        return opened

    def renew(self) -> RenewDriver:
        """Press Renew beside the plan."""
        self.show("details").click("details.renew")
        return self.opened(RenewDriver)

    def change(self) -> ChangeDriver:
        """Choose More > Change."""
        self.show("details").more("change")
        return self.opened(ChangeDriver)

    def unsubscribe(self) -> UnsubscribeDriver:
        """Choose More > Unsubscribe."""
        self.show("details").more("unsubscribe")
        return self.opened(UnsubscribeDriver)

    def action(self, name: str) -> QAction:
        """An entry of More."""
        found = self.page.findChild(QAction, f"details.more.{name}")
        assert isinstance(found, QAction)
        return found

    def more(self, name: str) -> Self:
        """Choose an entry of More."""
        action = self.action(name)
        assert action.isEnabled(), f"{name} is disabled: {action.toolTip()}"
        action.trigger()
        self.settle()
        return self

    def resume(self) -> PurchaseDriver:
        """Press Pay in the banner over the plan."""
        self.show("details").click("details.open_order.pay")
        return self.wizard

    def item(self, field: str, number: int) -> str:
        """The word of an item of a combo box."""
        return self.find(QComboBox, field).itemText(number)

    def choose(self, field: str, word: str) -> Self:
        """Choose a word in a combo box, as by its list."""
        box = self.find(QComboBox, field)
        box.setCurrentText(word)
        box.activated.emit(box.currentIndex())
        self.settle()
        return self

    # The books

    @property
    def now(self) -> datetime:
        return self.services.clock.now().astimezone(SITE)

    def postings(self) -> list[Posting]:
        """The acting account's journal, read from the file."""
        me = self.services.accounts.me()
        store = open_sqlite(Path(self.desktop.session.profile.folder) / "supportplan.db")
        with store.read(me.owner_id) as work:
            postings = list(work.journal.postings(me.id))
        store.close()
        return postings


def check_books(folder: Path) -> None:
    """Every journal under that folder balances, and every audit chain verifies."""
    for path in folder.rglob("supportplan.db"):
        store = open_sqlite(path)
        for owner_id in store.owners():
            with store.read(owner_id) as work:
                assert list(work.journal.faults()) == []
                assert first_broken(work.audit.entries()) is None
        store.close()
