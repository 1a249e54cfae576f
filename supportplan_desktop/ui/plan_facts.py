"""The figures of a plan: what each is, the figure itself, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets.plain import Label, column

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SMALL, _FIGURE = 18, 21


class Link(QAbstractButton):
    """A text that leads somewhere, without a button's frame, so that it stands in line with other texts."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        set_role(self, role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        face = self.font()
        face.setUnderline(self.isEnabled() and (self.underMouse() or self.hasFocus()))
        painter.setFont(face)
        painter.setPen(colour(tokens.info.text if self.isEnabled() else tokens.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class Fact(QWidget):
    """One figure of the plan: what it is, the figure itself, and what belongs to it."""

    def __init__(self, value: Label | Link) -> None:
        super().__init__()
        self.title = Label(Role.SMALL, "muted")
        self.value = value
        self.note = Label(Role.SMALL, "muted")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part, height in ((self.title, _SMALL), (self.value, _FIGURE), (self.note, _SMALL)):
            part.setMinimumHeight(height)  # else facts in Chinese and in Latin letters stand at other heights
        self.setLayout(column(self.title, self.value, self.note, spacing=1))
