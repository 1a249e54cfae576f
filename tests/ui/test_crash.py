from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QObject, qCritical, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget

from supportplan_desktop.ui.crash import CrashDialog, CrashHandler, install, redacted, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.tasks import Tasks


@pytest.fixture
def handler(qapp: QApplication, log_is_meant: None) -> Iterator[CrashHandler]:  # noqa: ARG001 - asking is all
    before = sys.excepthook, threading.excepthook
    handler = install(qapp, "1.2.3")
    yield handler
    handler.unhook()
    sys.excepthook, threading.excepthook = before
    handler.deleteLater()


def dialogs() -> list[CrashDialog]:
    return [
        window for window in QApplication.topLevelWidgets() if isinstance(window, CrashDialog) and window.isVisible()
    ]


def shown() -> str:
    [dialog] = dialogs()
    text = dialog.findChild(QPlainTextEdit, "crash.report")
    assert text is not None
    return text.toPlainText()


def fail(message: str = "out of luck") -> NoReturn:
    raise LookupError(message)


def error(message: str = "out of luck") -> LookupError:
    try:
        fail(message)
    except LookupError as caught:
        return caught


def test_the_report_says_versions_platform_and_where_it_happened() -> None:
    text = report("1.2.3", error())
    assert text.startswith("Support Plan Desktop 1.2.3\nPython 3.")
    assert "Qt 6." in text
    assert "raise LookupError(message)" in text
    assert text.rstrip().endswith("LookupError: out of luck")


@pytest.mark.parametrize(
    ("private", "public"),
    [
        ("code 520417 was wrong", "code [code] was wrong"),
        ("520 417", "[code]"),
        ("{'code': '520417'}", "{'code': '[code]'}"),
        ("lin.chen+1@harbor.example.com wrote", "[e-mail] wrote"),
        ("call +86 138 0013 2046 now", "call [phone] now"),
        ("13800132046", "[phone]"),
        ("(0755) 2878-0808", "[phone]"),
        ("Authorization: Bearer abc.def", "Authorization: [secret] abc.def"),
        ("password='hunter2'", "password=[secret]'"),
        ('{"token": "short"}', '{"token: [secret]"}'),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "[token]"),
        ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "[token]"),
        (f"{Path.home()}/.local/share", "~/.local/share"),
    ],
)
def test_what_is_private_does_not_get_into_a_report(private: str, public: str) -> None:
    assert redacted(private) == public


@pytest.mark.parametrize(
    "text",
    [
        "2019-12-09 11:41:23",
        "2020-01-09T23:59:59+08:00",
        "Decimal('0.93548387')",
        "$13,500.00",
        "line 152, in a_function_whose_name_is_longer_than_a_token",
        "CS1912091141K7Q2M",
        "PySide6 6.11.3",
        "2.72580645 months",
    ],
)
def test_what_helps_to_understand_stays_in(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.usefixtures("handler")
def test_an_unhandled_error_opens_the_dialog_without_stopping_anything(caplog: pytest.LogCaptureFixture) -> None:
    sys.excepthook(LookupError, error(), None)
    assert "LookupError: out of luck" in shown()
    assert "LookupError: out of luck" in caplog.text


@pytest.mark.usefixtures("handler")
def test_an_error_on_another_thread_is_shown_on_the_gui_thread(qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert dialogs() == []
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert "LookupError" in shown()


def test_what_tasks_could_not_deliver_is_shown(
    handler: CrashHandler, tasks: Tasks, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    tasks.crashed.connect(handler.take)
    tasks.command(QObject(tasks), fail)
    settle()
    assert "in fail" in shown()
    crashes.clear()


def test_there_is_one_dialog_and_the_same_report_is_in_it_once(handler: CrashHandler) -> None:
    for message in ("first", "second", "first"):
        handler.take(error(message))
    assert shown().count("LookupError: first") == 1
    assert shown().count("LookupError: second") == 1
    for number in range(50):
        handler.take(error(f"flood {number}"))
    assert shown().count("flood") <= 10


def test_a_closed_dialog_is_forgotten_and_a_new_one_opens(qtbot: QtBot, handler: CrashHandler) -> None:
    handler.take(error("first"))
    dialogs()[0].close()
    qtbot.waitUntil(lambda: not dialogs())
    handler.take(error("second"))
    assert "first" not in shown()


def test_it_opens_over_the_dialog_in_front(qtbot: QtBot, handler: CrashHandler) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    wizard = QDialog(window)
    wizard.open()
    handler.take(error())
    assert dialogs()[0].parent() is wizard


def test_the_report_is_copied(qtbot: QtBot, handler: CrashHandler) -> None:
    handler.take(error())
    button = dialogs()[0].findChild(QPushButton, "crash.copy")
    assert button is not None
    button.click()
    assert QApplication.clipboard().text() == shown()
    assert button.text() == "Copied"
    qtbot.wait(1)


@pytest.mark.usefixtures("handler")
def test_the_dialog_speaks_both_languages(qtbot: QtBot, language: Language) -> None:
    sys.excepthook(LookupError, error(), None)
    [dialog] = dialogs()
    assert dialog.windowTitle() == "Unexpected error"
    language.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "意外错误")


@pytest.mark.qt_log_ignore("telephone")
@pytest.mark.usefixtures("handler")
def test_qts_messages_go_to_the_log_redacted(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        qWarning("telephone 13800132046")
        qCritical("telephone is gone")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "default: telephone [phone]"),
        ("ERROR", "default: telephone is gone"),
    ]
    assert dialogs() == []


def test_when_the_dialog_itself_fails_both_reports_are_in_the_log(
    handler: CrashHandler, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_again(_dialog: CrashDialog, _text: str) -> NoReturn:
        sys.excepthook(LookupError, error("while opening"), None)
        raise KeyError

    with monkeypatch.context() as patch:
        patch.setattr(CrashDialog, "add", fail_again)
        handler.take(error("the cause"))
    assert "the cause" in caplog.text
    assert "while opening" in caplog.text
    assert "KeyError" in caplog.text
    handler.take(error("afterwards"))
    assert "afterwards" in shown()
