"""The organization as a table that is a tree: the master on top, one row a member, each with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.ui.sharing.delegate import EDGE, PAD, ROW_HEIGHT, MemberDelegate, text_width
from supportplan_desktop.ui.sharing.rows import SORTS, Column, MemberRows
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.widgets.sort_head import SortHead

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.organization import Association
    from supportplan_desktop.ui.session import Session

_WIDEST_NAME, _WIDEST_PLAN = 260, 150
_NARROWEST_NAME, _NARROWEST_PLAN = 176, 84
_ACTIONS = 34
_AHEAD_PAGES = 3
_LEAST_ROWS = 6


class MemberTable(QTableView):
    """Loads ahead of the reader. Enter, the menu key, the last column and the right button ask for actions."""

    actions_wanted = Signal(object, object)
    """(association, place on the screen): what can be done with it shall be offered there."""

    def __init__(self, rows: MemberRows, session: Session) -> None:
        super().__init__()
        self._rows = rows
        self.setObjectName("sharing.members")
        self.setModel(rows)
        self._delegate = MemberDelegate(session, rows, self)
        self.setItemDelegate(self._delegate)
        self.head = SortHead(self, "sharing.members.head", tuple(SORTS), edge=EDGE, pad=PAD, is_sunken=True)
        self.setHorizontalHeader(self.head)
        self._dress()
        self.entered.connect(lambda index: self._hover(index.row()))
        self.clicked.connect(self._follow)
        self.doubleClicked.connect(lambda index: self._ask(index.row()))
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._load_ahead)
        bar.rangeChanged.connect(self._load_ahead)
        theme().changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = self.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(ROW_HEIGHT)
        lines.setDefaultSectionSize(ROW_HEIGHT)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.setMinimumHeight(self.head.height() + _LEAST_ROWS * ROW_HEIGHT)

    @property
    def chosen(self) -> UUID | None:
        """The association the user is on, None at the master and where there is none."""
        association = self.association()
        return None if association is None else association.id

    def choose(self, association_id: UUID | None) -> None:
        """Go to that member where it is loaded."""
        row = None if association_id is None else self._rows.row_of(association_id)
        if row is not None:
            self._go_to(row)

    def scroll_to(self, place: int) -> None:
        """Put the rows where they stood at that value of the scroll bar."""
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def fit(self) -> None:
        """Lay the columns out over the width there is: the account takes the rest and gives way first, plans next."""
        widths = self._wanted()
        short = sum(widths.values()) - self.viewport().width()
        least = {Column.ACCOUNT: _NARROWEST_NAME, Column.OWN: _NARROWEST_PLAN, Column.EFFECTIVE: _NARROWEST_PLAN}
        for column, narrowest in least.items():
            given = min(max(short, 0), max(widths[column] - narrowest, 0))
            widths[column] -= given
            short -= given
        widths[Column.ACCOUNT] += max(-short, 0)
        for column, width in widths.items():
            self.head.resizeSection(column, width)

    def _wanted(self) -> dict[Column, int]:
        words, names = self._rows.words, self._rows.plan_names()

        def head(column: Column) -> int:
            sign = 20 if column in SORTS else 0
            return text_width(Column.ACCOUNTING, str(self._rows.headerData(column, Qt.Orientation.Horizontal))) + sign

        modes = [text_width(Column.ACCOUNTING, words.mode(mode)) for mode in AccountingMode]
        statuses = [
            text_width(Column.STATUS, words.status(status))
            for status in (AssociationStatus.ACTIVE, AssociationStatus.INVITED)
        ]
        plans = [min(_WIDEST_PLAN, text_width(Column.OWN, name)) for name in names]
        return {
            Column.ACCOUNT: _WIDEST_NAME,
            Column.ACCOUNTING: max(head(Column.ACCOUNTING), *modes),
            Column.STATUS: max(head(Column.STATUS), *statuses),
            Column.OWN: max(head(Column.OWN), *plans, 0),
            Column.EFFECTIVE: max(head(Column.EFFECTIVE), *plans, 0),
            Column.ACTIONS: _ACTIONS,
        }

    def _go_to(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(row, 0), flags)

    def _load_ahead(self, *_moved: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD_PAGES * bar.pageStep():
            self._rows.fetchMore(QModelIndex())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _follow(self, index: QModelIndex) -> None:
        if index.column() == Column.ACTIONS:
            self._ask(index.row())

    def _ask(self, row: int, place: QPoint | None = None) -> None:
        member = self._rows.member(row)
        if member is None:
            return
        if place is None:
            cell = self.visualRect(self._rows.index(row, Column.ACTIONS))
            place = self.viewport().mapToGlobal(cell.bottomLeft())
        self.actions_wanted.emit(member.association, place)

    def association(self) -> Association | None:
        """The member the user is on, None at the master and where there is none."""
        member = self._rows.member(self.currentIndex().row())
        return None if member is None else member.association

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        association = self.association()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and association is not None:
            self._ask(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy) and association is not None:
            QGuiApplication.clipboard().setText(association.account_name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._ask(self.rowAt(self.viewport().mapFromGlobal(event.globalPos()).y()), event.globalPos())
        else:
            self._ask(self.currentIndex().row())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: names are searched for in the field above, over all members, not the loaded ones."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self._go_to(0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
