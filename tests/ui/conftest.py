"""A window's surroundings: tasks that end with the test, the collector on the GUI thread, nothing left standing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from supportplan_desktop.assets import resource
from supportplan_desktop.ui import garbage
from supportplan_desktop.ui.language import Language
from supportplan_desktop.ui.tasks import Tasks
from supportplan_desktop.ui.texts import Texts
from supportplan_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.window import WindowDriver

_HERE = Path(__file__).parent
_WINDOWS = pytest.StashKey[list[QWidget]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's warnings fail a test, but for the one that the offscreen platform gives for every window."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Keep the test's windows until they are closed: pytest-qt works events off first, and the collector is one."""
    try:
        return (yield)
    finally:
        app = QCoreApplication.instance()
        pyfuncitem.stash[_WINDOWS] = app.topLevelWidgets() if isinstance(app, QApplication) else []


@pytest.fixture(scope="session", autouse=True)
def _collector_on_the_gui_thread(qapp: QApplication) -> Iterator[None]:
    collector = garbage.install(qapp)
    yield
    collector.restore()


@pytest.fixture(scope="session", autouse=True)
def _light_theme(qapp: QApplication) -> None:
    Theme(qapp).apply("light")


@pytest.fixture(autouse=True)
def _nothing_left_standing(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    for window in qapp.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    request.node.stash[_WINDOWS] = []


@pytest.fixture
def crashes() -> list[BaseException]:
    """What reached the crash handler; a test that means one removes it from here."""
    return []


@pytest.fixture
def tasks(qapp: QApplication, crashes: list[BaseException]) -> Iterator[Tasks]:
    bridge = Tasks(qapp)
    bridge.crashed.connect(crashes.append)
    yield bridge
    assert bridge.close(), "a call did not end"
    bridge.deleteLater()
    assert not crashes, f"unexpected errors: {crashes!r}"


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Wait until every task was answered, those begun by answers too."""
    return lambda: qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """English as in America, whatever this machine speaks; `use("zh_CN")` switches."""
    speaker = Language(resource("i18n"), QLocale("en_US"), qapp)
    yield speaker
    speaker.use("en")
    speaker.uninstall()


@pytest.fixture
def texts(language: Language) -> Texts:
    return Texts(language)


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """The whole application on a folder of its own, not started yet; afterwards its books must be in order."""
    from tests.ui.drivers.window import WindowDriver, check_books  # noqa: PLC0415 - most tests here need no store

    driver = WindowDriver(qtbot, qapp, tmp_path)
    yield driver
    driver.end()
    check_books(tmp_path)
