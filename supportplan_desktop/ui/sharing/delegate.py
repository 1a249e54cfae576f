"""How a row of the organization is painted: a tree's lines, who it is, its state, and its two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from supportplan_desktop.domain.errors import TierUnknown
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.services.interfaces import MemberRow
from supportplan_desktop.ui.sharing.rows import ENTRY_ROLE, NOTE_ROLE, Column, MemberRows
from supportplan_desktop.ui.sharing.words import STATUS_SIGNS
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font
from supportplan_desktop.ui.widgets.chip import HEIGHT, chip_width, paint_chip
from supportplan_desktop.ui.widgets.marks import initials, paint_tier

if TYPE_CHECKING:
    from supportplan_desktop.ui.session import Session

ROW_HEIGHT = 50
EDGE, PAD = 18, 8
_BAR, _MARK, _GAP = 3, 18, 8
_AVATAR, _INDENT = 26, 20
_ICON = 18
_RADIUS = 7

_Index = QModelIndex | QPersistentModelIndex


def text_width(column: Column, text: str, note: str = "") -> int:
    """How wide a column must be to show that text, and the note beneath it, whole."""
    edges = (EDGE if column is Column.ACCOUNT else PAD) + PAD
    if column is Column.STATUS:
        return round(chip_width("clock", text) + 0.5) + edges
    mark = _MARK + _GAP if column in (Column.OWN, Column.EFFECTIVE) else 0
    if column is Column.ACCOUNT:
        mark = _INDENT + _AVATAR + _GAP
    role = Role.SMALL if column is Column.ACCOUNTING else Role.MEDIUM
    widest = max(_line(role, text), _line(Role.SMALL, note))
    return round(widest + 0.5) + mark + edges


def _line(role: Role, text: str) -> float:
    return QFontMetricsF(font(role)).horizontalAdvance(text)


class MemberDelegate(QStyledItemDelegate):
    """Paints the cells. `hovered` is the row under the pointer, -1 where there is none."""

    def __init__(self, session: Session, rows: MemberRows, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._session, self._rows = session, rows
        self.hovered = -1

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme().tokens
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or index.row() == self.hovered:
            painter.fillRect(area, colour(tokens.selected if is_selected else tokens.hover))
        is_tree = index.column() == Column.ACCOUNT
        left = area.left() + (EDGE + _INDENT if is_tree and index.row() else 0)
        painter.fillRect(QRectF(left, area.bottom() - 1, area.right() - left, 1), colour(tokens.border))
        if is_selected and is_tree:
            painter.fillRect(QRectF(area.left(), area.top(), _BAR, area.height()), colour(tokens.accent))

    def _paint_account(self, painter: QPainter, area: QRectF, index: _Index, text: str, note: str) -> None:
        tokens, row = theme().tokens, index.row()
        line = colour(tokens.border_strong)
        trunk = area.left() + EDGE + _AVATAR / 2
        left = area.left() + EDGE + (_INDENT if row else 0)
        avatar = QRectF(left, area.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
        if row:
            end = area.center().y() if self._rows.is_last(row) else area.bottom()
            painter.fillRect(QRectF(trunk, area.top(), 1, end - area.top()), line)
            painter.fillRect(QRectF(trunk, area.center().y(), avatar.left() - trunk - 3, 1), line)
        elif self._rows.loaded:
            painter.fillRect(QRectF(trunk, avatar.bottom(), 1, area.bottom() - avatar.bottom()), line)
        ground, ink = (tokens.hover, tokens.text2) if row else (tokens.info.soft, tokens.info.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(avatar, _RADIUS, _RADIUS)
        painter.setPen(colour(ink))
        painter.setFont(font(Role.SMALLSTRONG))
        painter.drawText(avatar, Qt.AlignmentFlag.AlignCenter, initials(text))
        words = QRectF(avatar.right() + _GAP, area.top(), area.right() - PAD - avatar.right() - _GAP, area.height())
        _write_two(painter, words, text, note)

    def _paint_plan(self, painter: QPainter, cell: QRectF, tier_code: str, text: str, note: str) -> None:
        try:
            tier = self._session.catalogue.tier(tier_code)
        except TierUnknown:
            pass
        else:
            mark = QRectF(cell.left(), cell.center().y() - _MARK / 2, _MARK, _MARK)
            paint_tier(painter, mark, tier.rank, tier)
        _write_two(painter, cell.adjusted(_MARK + _GAP, 0, 0, 0), text, note)

    # Qt overrides

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            return
        rect: QRect = option.rect
        tokens, column, area = theme().tokens, Column(index.column()), QRectF(rect)
        text, note = index.data() or "", index.data(NOTE_ROLE) or ""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option, index)
        cell = area.adjusted(PAD, 0, -PAD, -1)
        member = entry if isinstance(entry, MemberRow) else None
        match column:
            case Column.ACCOUNT:
                self._paint_account(painter, area.adjusted(0, 0, 0, -1), index, text, note)
            case Column.ACCOUNTING:
                _write(painter, cell, Role.SMALL, tokens.text2, text)
            case Column.STATUS:
                tone, icon_name = STATUS_SIGNS[member.association.status if member else AssociationStatus.ACTIVE]
                chip = QRectF(cell.left(), cell.center().y() - HEIGHT / 2, chip_width(icon_name, text), HEIGHT)
                paint_chip(painter, chip, tone, icon_name, text)
            case Column.OWN:
                self._paint_plan(painter, cell, entry.own_tier, text, "")
            case Column.EFFECTIVE:
                self._paint_plan(painter, cell, entry.effective.tier, text, note)
            case Column.ACTIONS if member is not None:
                place = QRectF(0, 0, _ICON, _ICON)
                place.moveCenter(cell.center())
                paint_icon(painter, "more", place, colour(tokens.muted))
            case _:
                pass
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        rect: QRect = option.rect
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            column, text = Column(index.column()), index.data() or ""
            if column is not Column.ACTIONS and text_width(column, text, index.data(NOTE_ROLE)) > rect.width():
                QToolTip.showText(event.globalPos(), index.data(Qt.ItemDataRole.AccessibleTextRole), view)
                return True
        return super().helpEvent(event, view, option, index)


def _write_two(painter: QPainter, area: QRectF, text: str, note: str) -> None:
    """A text, and smaller beneath it its note; a text alone stands in the middle."""
    tokens = theme().tokens
    if not note:
        _write(painter, area, Role.BODY, tokens.text, text)
        return
    upper, lower = QFontMetricsF(font(Role.MEDIUM)).height(), QFontMetricsF(font(Role.SMALL)).height()
    top = area.center().y() - (upper + lower) / 2
    _write(painter, QRectF(area.left(), top, area.width(), upper), Role.MEDIUM, tokens.text, text)
    _write(painter, QRectF(area.left(), top + upper, area.width(), lower), Role.SMALL, tokens.muted, note)


def _write(painter: QPainter, area: QRectF, role: Role, ink: str, text: str) -> None:
    painter.setFont(font(role))
    painter.setPen(colour(ink))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
