"""How bad a fault is: each severity with what it means and the response time the plan promises for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Inset, Label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.ui.ticket_texts import TicketTexts

_LINE = 30


class SeverityPicker(Retranslated, QWidget):
    """One of the severities of a tier; the mildest is chosen until another one is."""

    def __init__(self, catalogue: ServiceCatalogue, words: TicketTexts) -> None:
        super().__init__()
        self._catalogue, self._words = catalogue, words
        self._tier = ""
        self._codes: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._label, self._promise = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted")
        self._lines = Inset()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(5)
        layout.addLayout(row(self._label, None, self._promise), 0, 0)
        layout.addWidget(self._lines, 1, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._lines.body.addLayout(self._grid)
        self._texts: dict[str, tuple[QRadioButton, Label, Label]] = {}
        self.retranslate()

    @property
    def chosen(self) -> str | None:
        """The code of the chosen one, None where none is offered."""
        place = self._group.checkedId()
        return self._codes[place] if 0 <= place < len(self._codes) else None

    def offer(self, tier: str, codes: Sequence[str]) -> None:
        """Offer the severities of a tier, mildest first; what was chosen stays so where it still is on offer."""
        if (tier, tuple(codes)) == (self._tier, self._codes):
            return
        before = self.chosen
        for parts in self._texts.values():
            self._group.removeButton(parts[0])
            for part in parts:
                self._grid.removeWidget(part)
                part.deleteLater()
        self._tier, self._codes, self._texts = tier, tuple(codes), {}
        for place, code in enumerate(self._codes):
            self._add(place, code)
        if self._codes:
            chosen = before if before is not None and before in self._texts else self._codes[0]
            self._texts[chosen][0].setChecked(True)
        self.retranslate()

    def _add(self, place: int, code: str) -> None:
        button = QRadioButton()
        button.setObjectName(f"ticket.severity.{code}")
        button.setMinimumHeight(_LINE)
        set_role(button, Role.MEDIUM)
        note, within = Label(Role.SMALL, "muted", wraps=True), Label(Role.STRONG)
        within.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._group.addButton(button, place)
        for column, part in enumerate((button, note, within)):
            self._grid.addWidget(part, place, column)
        self._texts[code] = (button, note, within)

    def retranslate(self) -> None:
        """Write everything anew."""
        self._label.setText(self.tr("Severity"))
        self._promise.setText(self.tr("First response"))
        language = QLocale().name()
        for code, (button, note, within) in self._texts.items():
            severity = self._catalogue.severity(code)
            button.setText(severity.name.within(language))
            note.setText(severity.note.within(language))
            within.setText(self._words.promise(self._tier, code))
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(f"{note.text()}, {self._promise.text()} {within.text()}")
