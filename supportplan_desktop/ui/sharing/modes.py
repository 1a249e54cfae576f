"""Chooses an accounting mode by what it means."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.sharing.words import OrganizationWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Label, OptionCard, column, row

_RADIO_ROOM = 28


class ModePicker(Retranslated, QWidget):
    """Two cards; unified accounting is chosen at the beginning, because only it is shared with."""

    def __init__(self) -> None:
        super().__init__()
        self._words = OrganizationWords(self)
        self._title, self._rule = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted", wraps=True)
        self._cards = {mode: OptionCard() for mode in AccountingMode}
        self._names = {mode: Label(Role.STRONG) for mode in AccountingMode}
        self._meanings = {mode: Label(Role.SMALL, "text2", wraps=True) for mode in AccountingMode}
        group = QButtonGroup(self)
        for mode, card in self._cards.items():
            card.setObjectName(f"sharing.mode.{mode.value}")
            name = row(self._names[mode])
            name.setContentsMargins(0, 4, _RADIO_ROOM, 0)
            card.body.addLayout(name)
            card.body.addWidget(self._meanings[mode])
            card.body.addStretch()
            group.addButton(card)
        self._cards[AccountingMode.UNIFIED].setChecked(True)
        cards = row(*self._cards.values(), spacing=12)
        for place in range(len(self._cards)):
            cards.setStretch(place, 1)
        self.setLayout(column(self._title, cards, self._rule, spacing=6))
        self.retranslate()

    @property
    def chosen(self) -> AccountingMode:
        """What is chosen."""
        return next(mode for mode, card in self._cards.items() if card.isChecked())

    def retranslate(self) -> None:
        """Word everything anew."""
        self._title.setText(self.tr("Accounting mode"))
        self._rule.setText(
            self.tr("The mode cannot be changed later: the member is disassociated and invited again instead.")
        )
        for mode, card in self._cards.items():
            self._names[mode].setText(self._words.mode(mode))
            self._meanings[mode].setText(self._words.mode_means(mode))
            card.setAccessibleName(self._words.mode(mode))
            card.setAccessibleDescription(self._words.mode_means(mode))
