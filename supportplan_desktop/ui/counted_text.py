"""A text with a limit: its name, how much of it is used, the input, and what is wrong with it.

Nothing is cut off: what is too long is said, and stays as it was typed or pasted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Label, column, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.ui.texts import Texts

_EDGES = 24


class CountedText(Retranslated, QWidget):
    """One line, or several: at least so many `lines`, and more where it `grows` with its room.

    `name` is the input's object name.
    """

    changed = Signal()
    """What is typed is another."""

    def __init__(self, texts: Texts, name: str, longest: int, lines: int = 1, *, grows: bool = True) -> None:
        super().__init__()
        self._texts, self._longest = texts, longest
        self.input: QLineEdit | QPlainTextEdit = QLineEdit() if lines == 1 else _Lines(lines, grows=grows)
        self.input.setObjectName(name)
        self.input.textChanged.connect(self._follow)
        self._label, self._count = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted")
        self._label.setBuddy(self.input)
        self._count.setObjectName(f"{name}.count")
        self._wrong = Label(Role.SMALL, "danger", wraps=True)
        self._wrong.setObjectName(f"{name}.wrong")
        self._wrong.hide()
        self.setLayout(column(row(self._label, None, self._count), self.input, self._wrong, spacing=5))
        self.setFocusProxy(self.input)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.text() if isinstance(self.input, QLineEdit) else self.input.toPlainText()

    def set_text(self, text: str) -> None:
        """Put something else there."""
        if text != self.text:
            self.input.setText(text) if isinstance(self.input, QLineEdit) else self.input.setPlainText(text)

    def set_name(self, name: str, placeholder: str = "") -> None:
        """Say what belongs there."""
        self._label.setText(name)
        self.input.setAccessibleName(name)
        self.input.setPlaceholderText(placeholder)

    def mark(self, wrong: str) -> None:
        """Say what is wrong and go there; an empty text takes the mark back."""
        set_state(self.input, "invalid", bool(wrong))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.input.setAccessibleDescription(wrong or self._count.text())
        if wrong:
            self.input.setFocus()

    def _follow(self) -> None:
        self.mark("")
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Write the count anew."""
        used = len(self.text.strip())
        self._count.setText(
            self.tr("{used} of {longest}").format(
                used=self._texts.number(used), longest=self._texts.number(self._longest)
            )
        )
        self._count.set_tone("danger" if used > self._longest else "muted")


class _Lines(QPlainTextEdit):
    """At least so many lines high, and no higher unless it grows; Tab leaves it."""

    def __init__(self, lines: int, *, grows: bool) -> None:
        super().__init__()
        self._height = self.fontMetrics().lineSpacing() * lines + _EDGES
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self._height)
        if not grows:
            self.setMaximumHeight(self._height)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)
