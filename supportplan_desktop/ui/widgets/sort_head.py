"""The head of a table: names of columns, and which one sorts which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

HEIGHT = 40
_ARROW, _GAP = 14, 5


class SortHead(QHeaderView):
    """Sorts by a click; by keyboard the arrows go from one sortable column to the next and Space or Enter sorts.

    `sorts` are the columns that sort, the first of them at the beginning; those in `right` end at the right edge of
    their column. Texts begin at `pad` from a column's edge, in the first column at `edge`.
    """

    sort_wanted = Signal(int)
    """(column): sort by it, or the other way round where it sorts already."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        sorts: Sequence[int],
        *,
        edge: int,
        pad: int,
        right: Sequence[int] = (),
        is_sunken: bool = False,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorts, self._right, self._edge, self._pad = tuple(sorts), frozenset(right), edge, pad
        self._is_sunken = is_sunken
        self._reached = self._sorted = self._sorts[0]
        self._descending = False
        self.setObjectName(name)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.sectionClicked.connect(self._ask)
        theme().changed.connect(self.viewport().update)

    def show_sort(self, column: int, *, descending: bool) -> None:
        """Show which column sorts, and which way."""
        self._sorted, self._reached, self._descending = column, column, descending
        self.viewport().update()

    def _ask(self, section: int) -> None:
        if section in self._sorts:
            self.sort_wanted.emit(section)

    def _text_area(self, rect: QRect, column: int) -> QRectF:
        return QRectF(rect).adjusted(self._pad if column else self._edge, 0, -self._pad, -1)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme().tokens
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        is_sorted, is_right = section == self._sorted, section in self._right
        painter.save()
        if self._is_sunken:
            painter.fillRect(rect, colour(tokens.sunken))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), colour(tokens.border))
        painter.setFont(font(Role.SMALLMED))
        painter.setPen(colour(tokens.text if is_sorted else tokens.muted))
        area, metrics = self._text_area(rect, section), QFontMetricsF(painter.font())
        room = area.width() - (_ARROW + _GAP if is_sorted else 0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = area.right() - width if is_right else area.left()
        if is_sorted:
            arrow_left = left - _GAP - _ARROW if is_right else left + width + _GAP
            arrow = QRectF(arrow_left, area.center().y() - _ARROW / 2, _ARROW, _ARROW)
            paint_icon(painter, "arrow_down" if self._descending else "arrow_up", arrow, colour(tokens.text))
        painter.drawText(QRectF(left, area.top(), width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus() and section == self._reached:
            painter.fillRect(QRectF(left, area.bottom() - 8, width, 2), colour(tokens.focus))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._sorts.index(self._reached) if self._reached in self._sorts else 0
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._reached = self._sorts[max(0, min(len(self._sorts) - 1, place + step))]
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
