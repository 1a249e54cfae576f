"""How a row of the list is painted: no widget stands in it, however many rows there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from supportplan_desktop.domain.errors import TierUnknown
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.ui.order_words import STATUS_SIGNS
from supportplan_desktop.ui.orders.rows import ORDER_ROLE, Column
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font
from supportplan_desktop.ui.widgets.chip import HEIGHT, chip_width, paint_chip
from supportplan_desktop.ui.widgets.marks import paint_tier

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import OrderSummary
    from supportplan_desktop.ui.session import Session

ROW_HEIGHT = 44
EDGE, PAD = 20, 10
_BAR, _MARK, _GAP, _CHEVRON = 3, 20, 8, 16
_ROLES = {Column.NUMBER: Role.MEDIUM, Column.PLAN: Role.MEDIUM, Column.AMOUNT: Role.STRONG}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ELIDED = (Column.KIND, Column.PLAN, Column.STATUS)

_Index = QModelIndex | QPersistentModelIndex


def text_width(column: Column, text: str) -> int:
    """How wide a column must be to show that text whole."""
    edges = (EDGE if column is Column.NUMBER else PAD) + PAD
    if column is Column.STATUS:
        return round(chip_width("clock", text) + 0.5) + edges
    mark = _MARK + _GAP if column is Column.PLAN else 0
    return round(QFontMetricsF(font(_ROLES.get(column, Role.BODY))).horizontalAdvance(text) + 0.5) + mark + edges


class OrderDelegate(QStyledItemDelegate):
    """Paints the cells. `hovered` is the row under the pointer, -1 where there is none."""

    def __init__(self, session: Session, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._session = session
        self.hovered = -1

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme().tokens
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or index.row() == self.hovered:
            painter.fillRect(area, colour(tokens.selected if is_selected else tokens.hover))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, colour(tokens.border))
        if is_selected and index.column() == Column.NUMBER:
            painter.fillRect(QRectF(area.left(), area.top(), _BAR, area.height()), colour(tokens.accent))

    def _paint_plan(self, painter: QPainter, area: QRectF, order: OrderSummary, text: str) -> None:
        try:
            tier = self._session.catalogue.tier(order.tier)
        except TierUnknown:
            pass
        else:
            mark = QRectF(area.left(), area.center().y() - _MARK / 2, _MARK, _MARK)
            paint_tier(painter, mark, tier.rank, tier)
        _write(painter, area.adjusted(_MARK + _GAP, 0, 0, 0), text, Role.MEDIUM, theme().tokens.text)

    def _paint_status(self, painter: QPainter, area: QRectF, order: OrderSummary, text: str) -> None:
        tone, icon_name = STATUS_SIGNS[order.status]
        spare = chip_width(icon_name, "")
        shown = QFontMetricsF(font(Role.SMALLMED)).elidedText(
            text, Qt.TextElideMode.ElideRight, area.width() - spare + 1
        )
        width = chip_width(icon_name, shown)
        paint_chip(painter, QRectF(area.left(), area.center().y() - HEIGHT / 2, width, HEIGHT), tone, icon_name, shown)

    # Qt overrides

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        order: OrderSummary | None = index.data(ORDER_ROLE)
        if order is None:
            return
        rect: QRect = option.rect
        tokens, column, text = theme().tokens, Column(index.column()), index.data() or ""
        area = QRectF(rect)
        painter.save()
        self._paint_ground(painter, area, option, index)
        cell = area.adjusted(EDGE if column is Column.NUMBER else PAD, 0, -PAD, -1)
        is_canceled = order.status is OrderStatus.CANCELED
        match column:
            case Column.NUMBER:
                _write(painter, cell, text, Role.MEDIUM, tokens.text, elided=False)
            case Column.KIND:
                _write(painter, cell, text, Role.BODY, tokens.text2)
            case Column.PLAN:
                self._paint_plan(painter, cell, order, text)
            case Column.STATUS:
                self._paint_status(painter, cell, order, text)
            case Column.CREATED:
                _write(painter, cell, text, Role.BODY, tokens.text2, elided=False)
            case Column.AMOUNT:
                ink = tokens.muted if is_canceled else tokens.text
                _write(painter, cell, text, Role.STRONG, ink, flags=_RIGHT, elided=False)
            case Column.DETAILS:
                corner = cell.center() - QPointF(_CHEVRON / 2, _CHEVRON / 2)
                icon_area = QRectF(corner.x(), corner.y(), _CHEVRON, _CHEVRON)
                paint_icon(painter, "chevron_right", icon_area, colour(tokens.muted))
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        column, text = Column(index.column()), index.data()
        rect: QRect = option.rect
        if event.type() == QEvent.Type.ToolTip and column in _ELIDED and text_width(column, text) > rect.width():
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)


def _write(
    painter: QPainter,
    area: QRectF,
    text: str,
    role: Role,
    ink: str,
    *,
    flags: Qt.AlignmentFlag = _LEFT,
    elided: bool = True,
) -> None:
    painter.setFont(font(role))
    painter.setPen(colour(ink))
    if elided:
        text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, flags, text)
