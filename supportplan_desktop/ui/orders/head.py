"""The head of the list: names of columns, and which one sorts which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from supportplan_desktop.ui.orders.delegate import EDGE, PAD
from supportplan_desktop.ui.orders.rows import SORTS, Column
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

HEIGHT = 40
_ARROW, _GAP = 14, 5
_SORTED = tuple(SORTS)


class OrderHead(QHeaderView):
    """Sorts by a click; by keyboard the arrows go from one sortable column to the next and Space or Enter sorts."""

    sort_wanted = Signal(int)
    """(column): sort by it, or the other way round where it sorts already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._reached = Column.CREATED
        self._sorted, self._descending = Column.CREATED, True
        self.setObjectName("orders.list.head")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.sectionClicked.connect(self._ask)
        theme().changed.connect(self.viewport().update)

    def show_sort(self, column: Column, *, descending: bool) -> None:
        """Show which column sorts, and which way."""
        self._sorted, self._reached, self._descending = column, column, descending
        self.viewport().update()

    def _ask(self, section: int) -> None:
        if section in _SORTED:
            self.sort_wanted.emit(section)

    def _text_area(self, rect: QRect, column: Column) -> QRectF:
        return QRectF(rect).adjusted(EDGE if column is Column.NUMBER else PAD, 0, -PAD, -1)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, column = theme().tokens, Column(section)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        is_sorted = column is self._sorted
        painter.save()
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), colour(tokens.border))
        painter.setFont(font(Role.SMALLMED))
        painter.setPen(colour(tokens.text if is_sorted else tokens.muted))
        area, metrics = self._text_area(rect, column), QFontMetricsF(painter.font())
        room = area.width() - (_ARROW + _GAP if is_sorted else 0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = area.right() - width if column is Column.AMOUNT else area.left()
        if is_sorted:
            arrow_left = left - _GAP - _ARROW if column is Column.AMOUNT else left + width + _GAP
            arrow = QRectF(arrow_left, area.center().y() - _ARROW / 2, _ARROW, _ARROW)
            paint_icon(painter, "arrow_down" if self._descending else "arrow_up", arrow, colour(tokens.text))
        painter.drawText(QRectF(left, area.top(), width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus() and column is self._reached:
            painter.fillRect(QRectF(left, area.bottom() - 8, width, 2), colour(tokens.focus))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _SORTED.index(self._reached) if self._reached in _SORTED else 0
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._reached = _SORTED[max(0, min(len(_SORTED) - 1, place + step))]
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self._reached)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
