"""The head of a wizard: its title and the guide's steps."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

_HEIGHT, _MARGIN, _CIRCLE, _LINK = 64, 28, 24, 36


class WizardHeader(QWidget):
    """A title and numbered steps: done ones ticked, the present one filled, the next outlined."""

    def __init__(self, title: str = "", steps: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._title, self._steps, self._current = title, steps, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_words(self, title: str, steps: tuple[str, ...]) -> None:
        """Set title and names of the steps."""
        self._title, self._steps = title, steps
        self._describe()

    def set_current(self, number: int) -> None:
        """Which step is the present one, from 0; the number of steps means all are done."""
        self._current = number
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(self._title)
        if self._current < len(self._steps):
            step = self._steps[self._current]
            self.setAccessibleDescription(f"{self._current + 1}/{len(self._steps)} {step}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(tokens.surface))
        painter.setPen(QPen(colour(tokens.border), 1))
        painter.drawLine(QLineF(0, self.height() - 0.5, self.width(), self.height() - 0.5))
        middle = self.height() / 2
        painter.setFont(font(Role.H2))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour(tokens.text))
        painter.drawText(QPointF(_MARGIN, middle + metrics.capHeight() / 2), self._title)
        x = _MARGIN + metrics.horizontalAdvance(self._title) + 30
        for number, step in enumerate(self._steps):
            x = self._paint_step(painter, x, middle, number, step)

    def _paint_step(self, painter: QPainter, x: float, middle: float, number: int, step: str) -> float:
        tokens = theme().tokens
        is_done, is_current = number < self._current, number == self._current
        circle = QRectF(x, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current:
            painter.setBrush(colour(tokens.accent))
        elif is_done:
            painter.setBrush(colour(tokens.info.soft))
        else:
            painter.setPen(QPen(colour(tokens.border_control), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
        if is_done:
            paint_icon(painter, "check", circle.adjusted(5, 5, -5, -5), colour(tokens.info.text))
        else:
            painter.setFont(font(Role.SMALLSTRONG))
            painter.setPen(colour(tokens.on_accent if is_current else tokens.text2))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setFont(font(Role.STRONG if is_current else Role.BODY))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour(tokens.text if is_current else tokens.text2))
        x += _CIRCLE + 8
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), step)
        x += metrics.horizontalAdvance(step) + 14
        if number < len(self._steps) - 1:
            painter.setPen(QPen(colour(tokens.info.line if is_done else tokens.border_strong), 1.5))
            painter.drawLine(QLineF(x, middle, x + _LINK, middle))
            x += _LINK + 14
        return x
