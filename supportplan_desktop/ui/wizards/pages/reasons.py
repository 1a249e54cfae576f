"""Why somebody unsubscribes: exactly one of the official reasons, and for the last one a text (DOMAIN 8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton

from supportplan_desktop.domain.unsubscribing import NOTE_LENGTH, UnsubscriptionReason
from supportplan_desktop.ui.counted_text import CountedText
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Card, Label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from supportplan_desktop.ui.texts import Texts

_A_COLUMN = 4


class ReasonRadio(QRadioButton):
    """One reason. Enter belongs to the page, which does not unsubscribe by it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


class ReasonCard(Retranslated, Card):
    """The reasons in two columns; the text beside them can be written where "other" is chosen."""

    chosen = Signal(object)
    """(reason): the user chose another one."""
    written = Signal(str)
    """(text): the user wrote something else."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._words = OrderWords(self)
        self._title = Label(Role.H3)
        self._hint = Label(Role.SMALL, "muted")
        self._group = QButtonGroup(self)
        self._radios = {reason: ReasonRadio() for reason in UnsubscriptionReason}
        self._note = CountedText(texts, "unsubscribe.note", NOTE_LENGTH)
        self._note.setEnabled(False)
        self._note.changed.connect(lambda: self.written.emit(self._note.text))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(9)
        for place, (reason, radio) in enumerate(self._radios.items()):
            radio.setObjectName(f"unsubscribe.reason.{reason.value}")
            set_role(radio, Role.BODY)
            self._group.addButton(radio)
            radio.toggled.connect(partial(self._choose, reason))
            grid.addWidget(radio, place % _A_COLUMN, place // _A_COLUMN, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._note, _A_COLUMN - 1, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(row(self._title, self._hint, None, spacing=10))
        self.body.addLayout(grid)
        self.retranslate()

    def mark(self, wrong: str) -> None:
        """Say what is wrong with the text; an empty one takes the mark back."""
        self._note.mark(wrong)

    def take_focus(self) -> None:
        """Go where something is missing: to the text where "other" is chosen, else to the reasons."""
        other = self._radios[UnsubscriptionReason.OTHER]
        (self._note if other.isChecked() else next(iter(self._radios.values()))).setFocus()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Unsubscription reason"))
        self._hint.setText(self.tr("exactly one"))
        for reason, radio in self._radios.items():
            words = self._words.reason(reason)
            radio.setText(words[:1].upper() + words[1:])
            radio.setAccessibleName(radio.text())
        self._note.set_name(self.tr("Reason"), self.tr("Please describe"))

    def _choose(self, reason: UnsubscriptionReason, is_chosen: bool) -> None:
        if not is_chosen:
            return
        is_other = reason is UnsubscriptionReason.OTHER
        self._note.setEnabled(is_other)
        if not is_other:
            self._note.mark("")
        self.chosen.emit(reason)
