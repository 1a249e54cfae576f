"""Chips: a state or a fact as icon and word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.tokens import Tone
from supportplan_desktop.ui.theme.type import Role, font

HEIGHT = 22
_PADDING, _ICON, _GAP = 8, 14, 5


def chip_width(icon_name: str | None, text: str) -> float:
    """How wide a chip of that icon and word is."""
    icon_width = _ICON + _GAP if icon_name else 0
    return _PADDING + icon_width + QFontMetricsF(font(Role.SMALLMED)).horizontalAdvance(text) + _PADDING


def paint_chip(painter: QPainter, area: QRectF, tone: str, icon_name: str | None, text: str) -> None:
    """Draw a chip; `tone` names a tone of the tokens, anything else is neutral."""
    tokens = theme().tokens
    found = getattr(tokens, tone, None)
    ground, ink = (found.soft, found.text) if isinstance(found, Tone) else (tokens.hover, tokens.text2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(area, 6, 6)
    x = area.left() + _PADDING
    if icon_name:
        paint_icon(painter, icon_name, QRectF(x, area.center().y() - _ICON / 2, _ICON, _ICON), colour(ink))
        x += _ICON + _GAP
    painter.setPen(colour(ink))
    painter.setFont(font(Role.SMALLMED))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(x, area.top(), area.right() - x, area.height()), flags, text)
    painter.restore()


class Chip(QWidget):
    """A chip of a tone (success, warning, danger, info, neutral)."""

    def __init__(self, tone: str = "neutral", icon_name: str | None = None, text: str = "") -> None:
        super().__init__()
        self._tone, self._icon, self._text = tone, icon_name, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.set_text(text)

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_state(self, tone: str, icon_name: str | None, text: str) -> None:
        """Show another state."""
        self._tone, self._icon = tone, icon_name
        self.set_text(text)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._icon, self._text) + 0.5), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._tone, self._icon, self._text)
