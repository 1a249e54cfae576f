"""The row over the members: a search, what they are narrowed to, and how many were found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.services.interfaces import MemberQuery
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.sharing.words import OrganizationWords
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Label, row

if TYPE_CHECKING:
    from supportplan_desktop.ui.texts import Texts

_TYPING_PAUSE_MS = 250
_NARROWEST, _WIDEST = 160, 280
_NARROWED = (
    MemberQuery(),
    MemberQuery(accounting=frozenset({AccountingMode.UNIFIED})),
    MemberQuery(accounting=frozenset({AccountingMode.INDEPENDENT})),
    MemberQuery(statuses=frozenset({AssociationStatus.INVITED})),
)


def shows_all(query: MemberQuery) -> bool:
    """Whether nobody is left out."""
    return not (query.text or query.accounting or query.statuses)


class MemberFilters(Retranslated, QWidget):
    """Typing is waited for; the choice counts at once."""

    changed = Signal()
    """Others are to be shown; `query` says who."""
    list_wanted = Signal()
    """The user goes from the search to the list."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._words = OrganizationWords(self)
        self._count: int | None = None
        self.search = QLineEdit()
        self.search.setObjectName("sharing.search")
        self.search.setMinimumWidth(_NARROWEST)
        self.search.setMaximumWidth(_WIDEST)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        set_role(self.search, Role.BODY)
        self.search.installEventFilter(self)
        self._narrow = QComboBox()
        self._narrow.setObjectName("sharing.narrow")
        set_role(self._narrow, Role.MEDIUM)
        for query in _NARROWED:
            self._narrow.addItem("", query)
        self._number = Label(Role.SMALL, "text2")
        self._number.setObjectName("sharing.found")
        line = row(self.search, self._narrow, None, self._number)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._hurry)
        self._narrow.currentIndexChanged.connect(self._choose)
        self.retranslate()

    @property
    def query(self) -> MemberQuery:
        """Who is wanted; the order is the list's business."""
        narrowed: MemberQuery = self._narrow.currentData()
        return replace(narrowed, text=self.search.text().strip())

    def reset(self) -> None:
        """Leave nobody out; nothing is signaled."""
        for part in (self.search, self._narrow):
            part.blockSignals(True)
        self.search.clear()
        self._narrow.setCurrentIndex(0)
        for part in (self.search, self._narrow):
            part.blockSignals(False)
        self._pause.stop()

    def show_count(self, count: int | None) -> None:
        """Say how many were found; None says nothing."""
        self._count = count
        self._word_count()

    def retranslate(self) -> None:
        """Word everything, choices included."""
        self.search.setPlaceholderText(self.tr("Search by account name"))
        self.search.setAccessibleName(self.tr("Search by account name"))
        self._narrow.setAccessibleName(self.tr("Which accounts"))
        names = (
            self.tr("All accounts"),
            self._words.mode(AccountingMode.UNIFIED),
            self._words.mode(AccountingMode.INDEPENDENT),
            self._words.status(AssociationStatus.INVITED),
        )
        self._narrow.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        for place, name in enumerate(names):
            self._narrow.setItemText(place, name)
        self._narrow.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # measured again when it is set
        self._word_count()

    def _word_count(self) -> None:
        count = self._count
        if count is None:
            self._number.clear()
        else:
            self._number.setText(self.tr("%n found", "", count).replace(str(count), self._texts.number(count)))

    def _choose(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _hurry(self) -> None:
        if self._pause.isActive():
            self._choose()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
