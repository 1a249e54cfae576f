"""The one crash dialog: what nobody handled, as a report that can be copied and names no person and no secret."""

from __future__ import annotations

import logging
import platform
import re
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from shiboken6 import isValid

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Label, column, row

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger(f"{__name__}.qt")

_MOST_REPORTS = 10
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_PRIVATE = [
    # (what, instead): in this order, since a token may hold a code and an address a number.
    (r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "[e-mail]"),
    (r"eyJ[\w-]+\.[\w-]+\.[\w-]*", "[token]"),
    (r"(?<![\w/])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?!\w)", "[token]"),
    (r"(?i)\b(bearer|token|password|passwd|secret|authorization|api[_-]?key)\b(\"|')?(\s*[:=]\s*|\s+)(\"|')?[^\s\"',)]+",
     r"\1\3[secret]"),
    (r"(?<![\w.+])(?!\d{4}-\d\d-\d\d)\+?\(?\d[\d ()/-]{7,}\d(?!\w)", "[phone]"),
    (r"(?<![\w.])\d{3}[ -]?\d{3}(?!\w)", "[code]"),
]  # fmt: skip


def redacted(text: str) -> str:
    """The text without addresses, telephone numbers, codes, tokens and the name of the user's own folder."""
    home = str(Path.home())
    for spelling in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")} - {"/"}:
        text = text.replace(spelling, "~")
    for private, instead in _PRIVATE:
        text = re.sub(private, instead, text)
    return text


def report(version: str, error: BaseException) -> str:
    """What to send to the developers: versions, platform and traceback, redacted; values of variables are not in."""
    about = (
        f"Support Plan Desktop {version}\nPython {platform.python_version()}, Qt {qVersion()}\n{platform.platform()}"
    )
    return f"{about}\n\n{redacted(''.join(traceback.format_exception(error)))}"


class CrashDialog(Retranslated, QDialog):
    """Says that something went wrong, shows the report and copies it. Further reports join the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("crash")
        self._reports: list[str] = []
        self._title = Label(Role.H2)
        self._advice = Label(tone="text2", wraps=True)
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setObjectName("crash.report")
        self._copy = Button("secondary", "copy")
        self._copy.setObjectName("crash.copy")
        self._copy.clicked.connect(self._copy_report)
        self._close = Button("primary")
        self._close.setObjectName("crash.close")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        layout = column(self._title, self._advice, self._text, row(self._copy, None, self._close), spacing=12)
        layout.setContentsMargins(24, 24, 24, 24)
        self.setLayout(layout)
        self.resize(680, 480)
        self.retranslate()

    def add(self, text: str) -> None:
        """Show one more report; the same one again, or too many of them, add nothing."""
        if text not in self._reports and len(self._reports) < _MOST_REPORTS:
            self._reports.append(text)
            self._text.setPlainText("\n\n".join(self._reports))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        """Set every visible word anew."""
        self.setWindowTitle(self.tr("Unexpected error"))
        self._title.setText(self.tr("Something went wrong that should not have"))
        self._advice.setText(
            self.tr(
                "What was done before is kept. Look at your orders before you send one again. "
                "The report below holds no personal data; please send it to the developers."
            )
        )
        self._text.setAccessibleName(self.tr("Report"))
        self._copy.setText(self.tr("Copy report"))
        self._close.setText(self.tr("Close"))


class CrashHandler(QObject):
    """Takes what nobody handled, on whatever thread, and shows it in the one dialog; every report is logged too."""

    _caught = Signal(str)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self._dialog: CrashDialog | None = None
        self._is_opening = False
        # Text only crosses the threads: an error keeps frames alive, and with them whatever they refer to.
        self._caught.connect(self._show)

    def take(self, error: BaseException) -> None:
        """Report an error; from any thread."""
        self._announce(report(self._version, error))

    def hook(self) -> None:
        """Take what Python and Qt would otherwise only print."""
        sys.excepthook = self._of_python
        threading.excepthook = self._of_a_thread
        qInstallMessageHandler(self._of_qt)

    def unhook(self) -> None:
        """Leave errors to Python and Qt again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _announce(self, text: str) -> None:
        _log.error("%s", text)
        if isValid(self):
            self._caught.emit(text)

    def _show(self, text: str) -> None:
        if self._is_opening:
            return  # opening the dialog is what fails; this report is in the log
        self._is_opening = True
        try:
            if self._dialog is None or not isValid(self._dialog) or not self._dialog.isVisible():
                self._dialog = CrashDialog(QApplication.activeModalWidget() or QApplication.activeWindow())
            self._dialog.add(text)
            self._dialog.open()
        except Exception:  # noqa: BLE001 - let out, it would come back here as the next crash, for ever
            _log.exception("The crash dialog could not be shown")
        finally:
            self._is_opening = False

    def _of_python(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
        else:
            self.take(error)

    def _of_a_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self.take(caught.exc_value)

    def _of_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = getattr(context, "category", None) or "default"
        _qt_log.log(_LEVELS[kind], "%s: %s", category, redacted(message))


def install(parent: QObject, version: str) -> CrashHandler:
    """Hook a handler that lives as long as `parent` (the application); connect `tasks.crashed` to its `take`."""
    handler = CrashHandler(version, parent)
    handler.hook()
    return handler
