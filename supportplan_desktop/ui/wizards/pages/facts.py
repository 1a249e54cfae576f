"""Rows of facts on a card: what it is, the fact, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

_LABELS = 202
_ROW = 40
_PADDING = 20


class Fact(QWidget):
    """One row. The fact can be selected and copied; `mark` stands before it, `action` at the end of the row."""

    def __init__(self, name: str, *, mark: QWidget | None = None, action: QWidget | None = None) -> None:
        super().__init__()
        self._label = Label(tone="muted")
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._label.setFixedWidth(_LABELS)
        self._value = Label(Role.MEDIUM, copyable=True)
        self._value.setObjectName(name)
        self._note = Label(Role.SMALL, "muted")
        parts: list[QWidget | QBoxLayout | int | None] = [self._label]
        if mark is not None:
            parts.append(mark)
        parts += [self._value, self._note, None]
        if action is not None:
            parts.append(action)
        layout = row(*parts)
        layout.setContentsMargins(_PADDING, 0, _PADDING, 0)
        self.setLayout(layout)
        self.setMinimumHeight(_ROW)

    def set_texts(self, label: str, value: str, note: str = "") -> None:
        """Say what it is, the fact, and what belongs to it."""
        self._label.setText(label)
        self._value.setText(value)
        self._value.setAccessibleName(f"{label} {value}")
        self._note.setText(note)
        self._note.setVisible(bool(note))
