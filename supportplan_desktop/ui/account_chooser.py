"""Chooses one of many accounts to act for, by a part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Button, Label, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportplan_desktop.domain.accounts import Account

_WIDTH, _HEIGHT = 420, 480
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AccountChooser(Retranslated, QDialog):
    """Typing narrows, arrows walk, Enter chooses. Show it with `open()`; it deletes itself when closed."""

    chosen = Signal(object)
    """(account id): that account shall act."""

    def __init__(self, accounts: Sequence[Account], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("account.chooser")
        self.resize(_WIDTH, _HEIGHT)
        self.finished.connect(self.deleteLater)
        self._title = Label(Role.H2)
        self._search = QLineEdit()
        self._search.setObjectName("account.chooser.search")
        set_role(self._search, Role.BODY)
        model = QStandardItemModel(self)
        for account in accounts:
            item = QStandardItem(account.name)
            item.setData(account.id, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = QListView()
        self._list.setObjectName("account.chooser.list")
        self._list.setModel(self._found)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._search.textChanged.connect(self._narrow)
        self._search.installEventFilter(self)
        self._list.activated.connect(self._choose)
        self._cancel, self._act = Button("ghost"), Button("primary")
        self._cancel.setObjectName("account.chooser.cancel")
        self._act.setObjectName("account.chooser.act")
        self._act.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(lambda: self._choose(self._list.currentIndex()))
        layout = column(self._title, self._search, self._list, row(None, self._cancel, self._act), spacing=12)
        layout.setContentsMargins(20, 18, 20, 18)
        self.setLayout(layout)
        self._narrow("")
        self.retranslate()

    def _narrow(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self._list.setCurrentIndex(self._found.index(0, 0))
        self._act.setEnabled(self._found.rowCount() > 0)

    def _choose(self, place: QModelIndex) -> None:
        if place.isValid():
            self.chosen.emit(place.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setWindowTitle(self.tr("Choose an account"))
        self._title.setText(self.tr("Choose an account"))
        self._search.setPlaceholderText(self.tr("Search by account name"))
        self._search.setAccessibleName(self.tr("Search by account name"))
        self._list.setAccessibleName(self.tr("Accounts"))
        self._cancel.setText(self.tr("Cancel"))
        self._act.setText(self.tr("Act for It"))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while one types."""
        is_pressed = watched is self._search and event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
