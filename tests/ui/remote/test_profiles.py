"""Profiles side by side: which there are, which one a window shows, and others in windows of their own."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from supportplan_desktop.app import program, read_arguments
from supportplan_desktop.settings import Settings
from tests.ui.drivers.window import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office

_RECORDER = """
import json, os, sys
path = sys.argv[1]
with open(path + ".partial", "w") as file:
    json.dump(sys.argv[2:], file)
os.replace(path + ".partial", path)
"""


class Started:
    """A program that only writes down how it was started, in the place of the window's own."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._path, self._qtbot = folder / "started.json", qtbot
        self.program = (sys.executable, "-c", _RECORDER, str(self._path))

    @property
    def arguments(self) -> list[str]:
        self._qtbot.waitUntil(self._path.exists, timeout=20_000)
        said: list[str] = json.loads(self._path.read_text("utf-8"))
        self._path.unlink()
        return said


@pytest.fixture
def started(tmp_path: Path, qtbot: QtBot) -> Started:
    return Started(tmp_path, qtbot)


@pytest.fixture
def local(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """A window with a new profile on this computer, beside that of `window`."""
    driver = WindowDriver(qtbot, qapp, tmp_path / "here")
    driver.settings = Settings(tmp_path / "here", language="en", theme="light")
    yield driver
    driver.end()


def test_a_new_local_profile_offers_a_server_instead(local: WindowDriver, started: Started) -> None:
    local.start().desktop.windows.program = started.program
    local.click("opening.server")
    said = started.arguments
    assert said == ["--data-dir", str(local.folder), "--profile", "server", "--remote"]
    settings, _ = read_arguments(said)
    assert (settings.is_remote, settings.folder) == (True, local.folder / "remote" / "server")
    assert local.shows("account.open"), "this window stays as it is"


def test_preferences_list_the_profiles_and_open_another_in_its_own_window(
    local: WindowDriver, window: RemoteDriver, office: Office, started: Started
) -> None:
    login = office.owner()
    window.connected(office.url, login).close()
    local.start().desktop.windows.program = started.program
    for name in ("name", "contact"):
        local.find(QLineEdit, f"account.{name}").setText("Lin Chen")
    local.find(QLineEdit, "account.phone").setText("+86 13812342046")
    local.click("account.open").show("preferences")
    assert local.text("preferences.profile.local.default") == "On this computer"
    assert local.text("preferences.profile.remote.office") == f"{login} at {office.url.removeprefix('http://')}"
    assert "This window" in local.words()
    assert not local.shows("preferences.profile.local.default.open")
    local.click("preferences.profile.remote.office.open")
    assert started.arguments == ["--data-dir", str(local.folder), "--profile", "office", "--remote"]
    local.click("preferences.connect")
    assert started.arguments[2:] == ["--profile", "server", "--remote"]


def test_a_program_that_cannot_be_started_is_told(window: RemoteDriver, office: Office, tmp_path: Path) -> None:
    window.connected(office.url, office.owner()).show("preferences")
    window.desktop.windows.program = (str(tmp_path / "nowhere"),)
    window.click("preferences.connect")
    assert "could not be opened" in window.banner("preferences.profiles.failed")


def test_the_next_profile_has_a_name_of_its_own_and_a_remote_one_needs_no_word(
    window: RemoteDriver, office: Office, started: Started
) -> None:
    (window.folder / "local" / "server").mkdir(parents=True)
    window.connected(office.url, office.owner()).show("preferences")
    window.desktop.windows.program = started.program
    window.click("preferences.connect")
    assert started.arguments[2:] == ["--profile", "server-2", "--remote"]
    settings, _ = read_arguments(["--data-dir", str(window.folder), "--profile", "office"])
    assert settings.is_remote


def test_a_damaged_profile_asks_for_its_server_again(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login).close()
    (window.folder / "remote/office/profile.json").write_text("{", "utf-8")
    window.start()
    assert window.typed("server") == ""
    window.sign_in(office.url, login)
    assert window.text("funds.balance") == "$1,000.00"


def test_the_program_is_known_as_it_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3", "main.py", "--demo", "--language", "en"])
    monkeypatch.setattr(sys, "argv", ["main.py", "--demo", "--language", "en"])
    assert program() == [sys.executable, "main.py"]
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "supportplan_desktop.app"])
    monkeypatch.setattr(sys, "argv", ["app.py"])
    assert program() == [sys.executable, "-m", "supportplan_desktop.app"]
