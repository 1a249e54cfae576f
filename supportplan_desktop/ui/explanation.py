"""Why this amount: the explanation of a quote, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.reason_words import ReasonWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.plain import Inset, Label, column, row, set_on_one_baseline
from supportplan_desktop.ui.widgets.plain import Rule as Line

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.ui.texts import Texts


class Explanation(Retranslated, Inset):
    """One line for each rule that was applied: its name, its facts, and the amount it led to.

    Unframed it stands on a card of its own.
    """

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts, *, framed: bool = True) -> None:
        super().__init__()
        if not framed:
            self.setProperty("panel", "plain")
            self.body.setContentsMargins(0, 0, 0, 0)
        self._words = ReasonWords(catalogue, texts, self)
        self._texts = texts
        self._quote: Quote | None = None
        self.retranslate()

    def show_quote(self, quote: Quote | None) -> None:
        """Explain that quote; None leaves nothing to explain."""
        self._quote = quote
        self.retranslate()

    def retranslate(self) -> None:
        """Write all lines anew."""
        while item := self.body.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(self._words.lines(self._quote) if self._quote else ()):
            if number:
                self.body.addWidget(Line())
            self.body.addWidget(_Line(line.name, line.facts, self._texts.money(line.amount)))


class _Line(QWidget):
    """Name and amount on one line, the facts beneath."""

    def __init__(self, name: str, facts: str, amount: str) -> None:
        super().__init__()
        figure = Label(Role.SMALLSTRONG, text=amount)
        figure.setAccessibleName(f"{name} {amount}")
        named = Label(Role.SMALL, "text2", text=name, wraps=True)
        set_on_one_baseline(named, figure)
        head = row()
        head.addWidget(named, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(head, spacing=2)
        if facts:
            layout.addWidget(Label(Role.SMALL, "muted", text=facts, wraps=True))
        self.setLayout(layout)
