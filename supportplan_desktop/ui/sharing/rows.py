"""The rows of the organization: its master on top, then as many members as were looked at, never all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from supportplan_desktop.domain.organization import AssociationStatus, EffectivePlan
from supportplan_desktop.services.interfaces import MemberPage, MemberQuery, MemberRow, MemberSort
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.sharing.words import OrganizationWords

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QObject

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_Index = QModelIndex | QPersistentModelIndex

PAGE = 200
MOST_AT_ONCE = 2_000
"""So many rows are read again at most when the list is refreshed; a longer one begins anew at its top."""

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Who stands in a row (`MemberRow`, or `Master` in the first)."""
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The second line of a cell, "" where there is none."""


class Column(IntEnum):
    """What stands in which column; the last one has what can be done."""

    ACCOUNT = 0
    ACCOUNTING = 1
    STATUS = 2
    OWN = 3
    EFFECTIVE = 4
    ACTIONS = 5


SORTS: dict[Column, MemberSort] = {
    Column.ACCOUNT: MemberSort.NAME,
    Column.ACCOUNTING: MemberSort.ACCOUNTING,
    Column.STATUS: MemberSort.STATUS,
}
"""The columns whose head sorts."""


@dataclass(frozen=True, slots=True)
class Master:
    """The acting account over its members."""

    name: str
    own_tier: str
    effective: EffectivePlan


class MemberRows(QAbstractTableModel):
    """The master, then members that match one query, loaded page by page through the cursor of the page before."""

    refused = Signal(object)
    """(error): more could not be loaded; nothing is asked again until the list begins anew."""

    def __init__(self, session: Session, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._texts = session, texts
        self.words = OrganizationWords(self)
        self._master: Master | None = None
        self._members: list[MemberRow] = []
        self._query = MemberQuery()
        self._cursor: str | None = None
        self._question: int | None = None
        self._is_refused = False

    @property
    def loaded(self) -> int:
        """How many members are there so far."""
        return len(self._members)

    def show_page(self, master: Master | None, query: MemberQuery, page: MemberPage) -> None:
        """Begin anew with the first page of a query; what was under way for the one before goes unheard."""
        if self._question is not None:
            self._session.tasks.forget(self._question)
        self.beginResetModel()
        self._question, self._is_refused = None, False
        self._master, self._query, self._cursor = master, query, page.cursor
        self._members = list(page.members)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.show_page(None, MemberQuery(), MemberPage((), None, 0))

    def entry(self, row: int) -> Master | MemberRow | None:
        """Who stands in a row, None where there is no such row."""
        if row == 0:
            return self._master
        return self._members[row - 1] if 0 < row <= len(self._members) else None

    def member(self, row: int) -> MemberRow | None:
        """The member in a row, None for the master's and where there is no such row."""
        entry = self.entry(row)
        return entry if isinstance(entry, MemberRow) else None

    def is_last(self, row: int) -> bool:
        """Whether nobody follows, and nobody will be loaded."""
        return row == len(self._members) and self._cursor is None

    def row_of(self, association_id: UUID) -> int | None:
        """The row of a member, None where it is not loaded."""
        found = (row for row, known in enumerate(self._members, 1) if known.association.id == association_id)
        return next(found, None)

    def plan_names(self) -> list[str]:
        """The names of all plans, for whoever wants to know how wide they are."""
        if not self._session.is_ready:
            return []
        return [tier.name.within(QLocale().name()) for tier in self._session.catalogue.tiers]

    def reword(self) -> None:
        """Say everything anew, in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))

    def _append(self, page: MemberPage) -> None:
        self._question = None
        self._cursor = page.cursor
        if page.members:
            first = len(self._members) + 1
            self.beginInsertRows(QModelIndex(), first, first + len(page.members) - 1)
            self._members += page.members
            self.endInsertRows()

    def _refuse(self, error: BaseException) -> None:
        self._question, self._is_refused = None, True
        self.refused.emit(error)

    # Words

    def _text(self, entry: Master | MemberRow, column: Column) -> str:
        language, catalogue = QLocale().name(), self._session.catalogue
        association = None if isinstance(entry, Master) else entry.association
        match column:
            case Column.ACCOUNT:
                text = entry.name if isinstance(entry, Master) else entry.association.account_name
            case Column.ACCOUNTING:
                text = "–" if association is None else self.words.mode(association.accounting)
            case Column.STATUS:
                text = self.words.status(AssociationStatus.ACTIVE if association is None else association.status)
            case Column.OWN:
                text = plan_name(catalogue, entry.own_tier, language)
            case Column.EFFECTIVE:
                text = plan_name(catalogue, entry.effective.tier, language)
            case Column.ACTIONS:
                text = ""
        return text

    def _note(self, entry: Master | MemberRow, column: Column) -> str:
        if column is Column.EFFECTIVE:
            accounting = None if isinstance(entry, Master) else entry.association.accounting
            return self.words.source(entry.effective, accounting)
        if column is not Column.ACCOUNT:
            return ""
        if isinstance(entry, Master):
            return self.tr("Master account")
        association = entry.association
        day = self._texts.iso_date(self._texts.site_date(association.since))
        is_invited = association.status is AssociationStatus.INVITED
        return (self.tr("invited {date}") if is_invited else self.tr("since {date}")).format(date=day)

    def _spoken(self, entry: Master | MemberRow, column: Column) -> str:
        text, note = self._text(entry, column), self._note(entry, column)
        if column is Column.ACTIONS:
            return self.tr("Actions")
        return f"{text}, {note}" if note else text

    def _head(self, column: Column) -> str:
        return {
            Column.ACCOUNT: self.tr("Account"),
            Column.ACCOUNTING: self.tr("Accounting mode"),
            Column.STATUS: self.tr("Status"),
            Column.OWN: self.tr("Own plan"),
            Column.EFFECTIVE: self.tr("Effective plan"),
            Column.ACTIONS: "",
        }[column]

    # Qt overrides

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._master is None else len(self._members) + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == NOTE_ROLE:
            return self._note(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._head(Column(section))

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._cursor is not None and not self._is_refused

    def fetchMore(self, parent: _Index) -> None:
        if self._question is not None or not self.canFetchMore(parent):
            return
        query, cursor = self._query, self._cursor
        self._question = self._session.query(
            self, lambda services: services.organization.members(query, cursor, PAGE), self._append, self._refuse
        )
