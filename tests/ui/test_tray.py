"""Reminders for the system tray: what is new of the plan's end, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.tray import Reminders, Tray
from tests.ui.wizards.conftest import Desk, desk, world

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.session import Session
    from tests.contract.world import World
    from tests.ui.drivers.window import WindowDriver

__all__ = ["desk", "world"]


class Heard:
    """What reminders say over a session."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self.session, self.desk = session, desk
        self.said: list[tuple[str, str]] = []
        self.reminders = Reminders(session, desk.texts, session)
        self.reminders.due.connect(lambda title, sentence: self.said.append((title, sentence)))

    def after(self, change: Callable[[], object]) -> list[tuple[str, str]]:
        """What is said once that has happened, and pages have been told."""
        self.said.clear()
        change()
        self.session.now.services.orders.advance()
        self.session.changed.emit(Change.MESSAGES, self)
        self.desk.settle()
        return list(self.said)


def test_each_reminder_of_the_end_is_said_once(desk: Desk, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    heard = Heard(desk.session(me), desk)
    assert heard.after(lambda: None) == []
    assert heard.after(lambda: world.pass_time(days=16)) == [
        ("Plan expires soon", "Business is valid until 2020-01-09 23:59:59 (UTC+8). Renew it to keep what it includes.")
    ]
    assert heard.after(lambda: None) == []
    assert [title for title, _ in heard.after(lambda: world.pass_time(days=16))] == ["Plan expired"]


def test_what_was_read_is_not_said(desk: Desk, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    world.pass_time(days=17)
    me.orders.advance()
    me.messages.mark_all_read()
    assert Heard(desk.session(me), desk).after(lambda: None) == []


def test_of_much_that_is_unread_only_the_newest_is_said(desk: Desk, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    world.pass_time(days=50)
    heard = Heard(desk.session(me), desk)
    assert [title for title, _ in heard.after(lambda: None)] == ["Plan frozen"]


def test_the_icon_asks_for_the_window_when_clicked(desk: Desk, world: World, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tray = Tray(icon("plan", "accent"), desk.session(world.account()), desk.texts, window)
    desk.settle()
    with qtbot.waitSignals([tray.window_wanted] * 3):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        tray.messageClicked.emit()
        tray.contextMenu().actions()[0].trigger()
    assert [action.text() for action in tray.contextMenu().actions() if action.text()] == ["Open Support Plan", "Quit"]


def test_where_there_is_no_tray_the_window_does_without(application: WindowDriver) -> None:
    window = application.start()
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    assert window.text("details.plan.name") == "Business"
