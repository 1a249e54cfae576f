"""How a row of a list stands on its card: a rounded ground that tells pointer, choice and focus, and lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from supportplan_desktop.ui.newest_first import Index, RowRole
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGE, _GAP, _RADIUS, _BAR = 6, 2, 8, 3
_PADDING, _BETWEEN_LINES = 11, 5


class RowDelegate(QStyledItemDelegate):
    """Draws the ground; subclasses say in `lines` how tall they are and draw in `paint_row` what stands on it."""

    lines: Sequence[float | Role] = ()
    """From top to bottom: a role for a line of text, a number for a part of so many pixels."""

    def paint_row(self, painter: QPainter, area: QRectF, tops: Sequence[float], thing: Any) -> None:  # noqa: ANN401 - each list has its own things
        """Draw a thing into an area; `tops` are where its lines begin."""
        raise NotImplementedError

    def _heights(self) -> list[float]:
        return [QFontMetricsF(font(line)).height() if isinstance(line, Role) else line for line in self.lines]

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        heights = self._heights()
        height = sum(heights) + _BETWEEN_LINES * (len(heights) - 1) + 2 * _PADDING + _GAP
        return QSize(option.rect.width(), round(height + 0.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, state = theme().tokens, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        ground = whole.adjusted(_EDGE, _GAP / 2, -_EDGE, -_GAP / 2)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour(tokens.selected if is_chosen else tokens.hover))
            painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
        if is_chosen:
            painter.setBrush(colour(tokens.accent))
            painter.drawRoundedRect(QRectF(ground.left(), ground.top() + 8, _BAR, ground.height() - 16), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(tokens.focus), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        tops, top = [], ground.top() + _PADDING
        for height in self._heights():
            tops.append(top)
            top += height + _BETWEEN_LINES
        self.paint_row(painter, ground.adjusted(14, 0, -14, 0), tops, index.data(RowRole.THING))
        painter.restore()


def write(painter: QPainter, area: QRectF, role: Role, ink: str, text: str) -> None:
    """One line of text from the top left of the area, elided where it is too long; `ink` is a colour."""
    metrics = QFontMetricsF(font(role))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font(role))
    painter.setPen(colour(ink))
    line = QRectF(area.left(), area.top(), area.width(), metrics.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def width(role: Role, text: str) -> float:
    """How wide a line of that role is."""
    return QFontMetricsF(font(role)).horizontalAdvance(text) + 1
