"""A list of an account's things, newest first: its rows, and the view that asks for older ones near its end."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QStyledItemDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_EDGE = 6


class Kept(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> UUID:
        """What it is known by."""


T = TypeVar("T", bound=Kept)


class RowRole(IntEnum):
    """What a row is asked for beside its words."""

    THING = Qt.ItemDataRole.UserRole


class Rows(QAbstractListModel, Generic[T]):
    """The rows that are loaded; `words` says a row in one sentence, for screen readers and as its tool tip."""

    def __init__(self, words: Callable[[T], str]) -> None:
        super().__init__()
        self._words = words
        self.things: tuple[T, ...] = ()

    def show(self, things: Sequence[T]) -> bool:
        """Show these instead; returns whether rows came, went or moved, so that the selection was lost."""
        before, self.things = self.things, tuple(things)
        if [thing.id for thing in before] == [thing.id for thing in self.things]:
            for place, (old, new) in enumerate(zip(before, self.things, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return False
        self.beginResetModel()
        self.endResetModel()
        return True

    def append(self, things: Sequence[T]) -> None:
        """Show older ones below."""
        known = {thing.id for thing in self.things}
        new = tuple(thing for thing in things if thing.id not in known)
        if new:
            self.beginInsertRows(_NOWHERE, len(self.things), len(self.things) + len(new) - 1)
            self.things += new
            self.endInsertRows()

    def replace(self, thing: T) -> None:
        """Show a row as it is now."""
        self.show([thing if known.id == thing.id else known for known in self.things])

    def reword(self) -> None:
        """Everything reads differently now."""
        if self.things:
            self.dataChanged.emit(self.index(0), self.index(len(self.things) - 1))

    def find(self, thing_id: UUID | None) -> T | None:
        """The thing of that id, None where it is not loaded."""
        return next((thing for thing in self.things if thing.id == thing_id), None)

    def place(self, thing_id: UUID) -> QModelIndex:
        """Where it stands, nowhere where it is not loaded."""
        places = (place for place, thing in enumerate(self.things) if thing.id == thing_id)
        return self.index(next(places, -1))

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        thing = self.things[index.row()]
        if role == RowRole.THING:
            return thing
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(thing)
        return None


class NewestFirst(QListView, Generic[T]):
    """The view: one row is chosen at a time, by pointer or arrows; Enter goes on to what it shows."""

    chosen = Signal(object)
    """(thing): the user is on it."""
    entered = Signal()
    """Enter was pressed on the row."""
    older_wanted = Signal()
    """The end is near."""

    def __init__(self, rows: Rows[T], delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._rows = rows
        self._shows_afresh = False
        self.setModel(rows)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(0, _EDGE, 0, _EDGE)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.verticalScrollBar().valueChanged.connect(self.ask_for_older)
        self.activated.connect(self.entered)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, things: Sequence[T]) -> None:
        """Show these; the chosen one stays chosen and the list stays where it is, where they are still there."""
        chosen_id, scrolled_to = self.chosen_id, self.verticalScrollBar().value()
        self._shows_afresh = True
        if self._rows.show(things) and chosen_id is not None:
            self.choose(chosen_id, reveals=False)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(scrolled_to)
        self._shows_afresh = False

    @property
    def chosen_id(self) -> UUID | None:
        """What is chosen, None where nothing is."""
        thing = self.currentIndex().data(RowRole.THING)
        return None if thing is None else thing.id

    def choose(self, thing_id: UUID, *, reveals: bool = True) -> None:
        """Choose a row, where it is loaded."""
        place = self._rows.place(thing_id)
        if place.isValid():
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if reveals:
                self.scrollTo(place)

    def ask_for_older(self) -> None:
        """Say so where less than a view's height is left below."""
        bar = self.verticalScrollBar()
        if self._rows.things and bar.value() >= bar.maximum() - self.viewport().height():
            self.older_wanted.emit()

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._shows_afresh:
            self.chosen.emit(current.data(RowRole.THING))

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        is_by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if is_by_keyboard and not self.currentIndex().isValid() and self._rows.things:
            self.choose(self._rows.things[0].id)
        super().focusInEvent(event)
