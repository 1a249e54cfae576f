"""The message with the code, where codes never leave this computer: clearly marked as a demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Icon, Inset, Label, Unfolding, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.ui.texts import Texts


class DemonstrationMessage(Retranslated, QWidget):
    """Says that the code arrives under Messages, and unfolds the newest one."""

    messages_requested = Signal()
    """The user wants to see Messages."""
    fill_requested = Signal(str)
    """(code): it shall be typed in."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._message: Message | None = None
        self._banner = Banner("info")
        self._banner.setObjectName("demonstration.banner")
        self._open = Button("ghost")
        self._open.setObjectName("demonstration.messages")
        self._open.clicked.connect(self.messages_requested)
        self._banner.add_action(self._open)
        self._code = Label(Role.STRONG, copyable=True)
        self._code.setObjectName("demonstration.code")
        self._valid = Label(Role.SMALL, "text2", wraps=True)
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("demonstration.copy")
        self._fill = Button("secondary", compact=True)
        self._fill.setObjectName("demonstration.fill")
        self._copy.clicked.connect(self._copy_code)
        self._fill.clicked.connect(lambda: self.fill_requested.emit(self._digits()))
        letter = Inset()
        words = column(self._code, self._valid, spacing=2)
        line = row(Icon("bell", "info", 18), words, self._copy, self._fill, spacing=12)
        line.setStretch(1, 1)
        letter.body.addLayout(line)
        self._unfolding = Unfolding(letter)
        self._unfolding.link.setObjectName("demonstration.unfold")
        self.setLayout(column(self._banner, self._unfolding))
        self.retranslate()

    def show_message(self, message: Message | None) -> None:
        """Show the newest code that arrived, None where none did yet."""
        self._message = message
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._banner.set_texts(
            self.tr("Offline demonstration"),
            self.tr("No message leaves this computer. The code arrives under Messages."),
        )
        self._open.setText(self.tr("Open Messages"))
        self._open.setToolTip(self.tr("Leaves this page; the order stays open."))
        self._unfolding.link.setText(self.tr("Show the demonstration message"))
        self._copy.setText(self.tr("Copy"))
        self._fill.setText(self.tr("Fill in"))
        message = self._message
        has_code = message is not None and message.code is not None
        for part in (self._copy, self._fill, self._valid):
            part.setVisible(has_code)
        if message is None or message.code is None:
            self._code.setText(self.tr("No code was sent yet."))
            return
        self._code.setText(self.tr("Verification code {code}").format(code=message.code))
        until = self._texts.zoned(message.until) if message.until else "…"
        self._valid.setText(self.tr("Demonstration only, valid until {time}").format(time=until))

    def _digits(self) -> str:
        return (self._message.code or "") if self._message else ""

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._digits())
