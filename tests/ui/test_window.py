"""The window around the pages: opening and closing, the acting account, habits, what is remembered."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from supportplan_desktop.settings import Settings
from supportplan_desktop.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.window import WindowDriver

ROOT = Path(__file__).parents[2]
ACCOUNTS = ["Harbor Retail", "Lantern Studio", "Quay Logistics", "Tern Labs"]

PAGES = ("details", "orders", "sharing", "tickets", "messages", "preferences")


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    return application.start()


# Who acts


def test_the_switcher_lets_every_account_of_the_demonstration_act(window: WindowDriver) -> None:
    names = [action.text() for action in window.window.top_bar.menu.actions()]
    assert [name for name in names if name in ACCOUNTS] == ACCOUNTS
    assert window.button("account.switcher").text() == "Harbor Retail"
    assert window.text("details.plan.name") == "Business"
    window.act_as("Tern Labs")
    assert window.button("account.switcher").text() == "Tern Labs"
    assert window.text("details.plan.name") == "Basic"
    assert (window.text("funds.balance"), window.text("funds.credit")) == ("$30.00", "$20.00")


def test_another_account_is_opened_from_the_switcher_and_acts(application: WindowDriver) -> None:
    window = new_profile(application)
    window.window.top_bar.new_account_wanted.emit()
    fill(window, name="Tern Labs", balance="12.50")
    window.click("account.open")
    assert window.button("account.switcher").text() == "Tern Labs"
    assert window.text("funds.balance") == "$12.50"


# A new profile


def fill(window: WindowDriver, **fields: str) -> None:
    given = {"name": "Harbor Retail", "contact": "Lin Chen", "phone": "+86 13812342046", "email": ""} | fields
    for name, value in given.items():
        window.find(QLineEdit, f"account.{name}").setText(value)


def new_profile(application: WindowDriver) -> WindowDriver:
    window = application.start(Settings(application.folder, language="en", theme="light"))
    fill(window, balance="100.00")
    return window.click("account.open")


def test_a_new_profile_asks_for_its_first_account_and_a_wrong_field_keeps_what_was_typed(
    application: WindowDriver,
) -> None:
    window = application.start(Settings(application.folder, language="en", theme="light"))
    fill(window, email="nowhere")
    window.click("account.open")
    field = window.find(QLineEdit, "account.email")
    assert field.property("invalid") is True
    assert field.text() == "nowhere"
    field.setText("lin.chen@harbor.example")
    window.click("account.open")
    assert window.text("details.plan.name") == "Basic"
    assert window.button("account.switcher").text() == "Harbor Retail"


def test_a_plan_is_bought_on_local_data_by_the_computers_own_clock(application: WindowDriver) -> None:
    window = new_profile(application)
    assert not window.shows("clock")
    window.click("details.buy")
    window.wizard.to_verify("developer", 3).pay().done()
    assert window.text("details.plan.name") == "Developer"
    assert window.text("funds.balance") == "$22.00"
    window.start_again()
    assert window.text("details.plan.name") == "Developer"


# When the data cannot be opened


def version_of(path: Path, version: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (version,))


def test_a_store_that_is_too_new_is_left_alone_and_retry_opens_it_once_it_is_not(window: WindowDriver) -> None:
    path = Path(window.desktop.session.profile.folder) / "supportplan.db"
    with closing(sqlite3.connect(path)) as raw:
        (known,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    window.close()
    version_of(path, "9999")
    window.start()
    assert window.shows("opening.trouble")
    assert "This data was written by a newer version of the application." in window.words()
    window.click("opening.retry")
    assert window.shows("opening.trouble")
    version_of(path, known)
    window.click("opening.retry")
    assert window.text("details.plan.name") == "Business"


@pytest.mark.slow
def test_a_locked_file_is_said_so_and_retry_opens_it_once_it_is_free(window: WindowDriver) -> None:
    path = Path(window.desktop.session.profile.folder) / "supportplan.db"
    window.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.start()
        assert window.shows("opening.trouble")
        assert "The data cannot be reached." in window.words()
    window.click("opening.retry")
    assert window.text("details.plan.name") == "Business"


# One window, and its end


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # what the offscreen platform cannot do
def test_a_second_start_raises_the_first_window_and_ends(window: WindowDriver, qtbot: QtBot) -> None:
    first = SingleInstance(window.settings.folder)
    assert first.claim()
    first.raised.connect(window.window.show_again)
    window.window.showMinimized()
    command = [sys.executable, "main.py", "--demo", "--data-dir", str(window.folder)]
    with qtbot.waitSignal(first.raised):
        second = subprocess.run(command, cwd=ROOT, env=os.environ, timeout=60, check=False)
    assert second.returncode == 0
    assert not window.window.isMinimized()
    assert window.window.isVisible()


def test_another_profile_is_another_window(window: WindowDriver) -> None:
    first, other = SingleInstance(window.settings.folder), SingleInstance(Settings(window.folder).folder)
    assert first.claim()
    assert other.claim()


def test_closing_waits_for_a_command_that_runs(window: WindowDriver) -> None:
    gate, carried_out = threading.Event(), []

    def slow() -> None:
        gate.wait(10)
        carried_out.append(True)

    window.desktop.session.command(window.window, lambda _services: slow())
    threading.Timer(0.3, gate.set).start()
    window.close()
    assert carried_out == [True]


# What is remembered


def test_language_and_theme_are_chosen_in_the_preferences_and_remembered(application: WindowDriver) -> None:
    free = replace(application.settings, language=None, theme=None)
    window = application.start(free).show("preferences")
    window.choose("preferences.language", "简体中文").choose("preferences.theme", window.item("preferences.theme", 2))
    assert window.desktop.theme.is_dark
    window.start_again()
    assert window.desktop.language.code == "zh_CN"
    assert window.desktop.theme.is_dark
    assert window.find(QComboBox, "preferences.language").currentText() == "简体中文"


def test_the_last_page_and_the_windows_size_are_remembered(window: WindowDriver) -> None:
    window.show("messages")
    window.window.resize(1024, 720)  # what fits the offscreen screen
    window.start_again()
    assert window.page.objectName() == "messages"
    assert (window.window.width(), window.window.height()) == (1024, 720)


def test_the_demonstration_is_begun_anew(window: WindowDriver) -> None:
    window.buy().to_verify().pay().done()
    window.show("preferences").click("preferences.reset").click("confirmation.act")
    window.act_as("Lantern Studio")
    assert window.text("details.plan.name") == "Basic"
    assert window.text("funds.balance") == "$60.00"


def test_the_narrow_window_keeps_its_rail_as_icons_with_tool_tips(window: WindowDriver) -> None:
    window.window.resize(1024, 680)
    assert window.window.rail.width() == 62
    assert window.button("navigation.orders").toolTip() == "My Orders"
    window.window.resize(1280, 800)
    assert window.window.rail.width() == 232


# Keys


def test_pages_are_reached_by_their_numbers(window: WindowDriver) -> None:
    for number, page in enumerate(PAGES, start=1):
        QTest.keyClick(window.window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
        window.settle()
        assert window.button(f"navigation.{page}").isChecked()
        assert window.page.objectName() == page


def test_f5_shows_what_somebody_else_has_changed(window: WindowDriver) -> None:
    window.act_as("Quay Logistics")
    assert window.shows("details.open_order")
    order = window.services.plans.details().open_order
    assert order is not None
    window.services.orders.cancel(order.id)
    assert window.shows("details.open_order")
    QTest.keyClick(window.window, Qt.Key.Key_F5)
    window.settle()
    assert not window.shows("details.open_order")
