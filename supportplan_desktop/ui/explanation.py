"""Why this amount: the explanation of a quote, line by line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.quotes import Quote, Reason, Rule
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.plain import Inset, Label, column, row
from supportplan_desktop.ui.widgets.plain import Rule as Line

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
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
        self._catalogue = catalogue
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
        for number, reason in enumerate(self._quote.explanation if self._quote else ()):
            if number:
                self.body.addWidget(Line())
            self.body.addWidget(self._line(reason))

    def _line(self, reason: Reason) -> _Line:
        name, facts = self._words(reason)
        return _Line(name, facts, self._texts.money(reason.amount))

    def _words(self, reason: Reason) -> tuple[str, str]:
        facts = reason.facts
        match reason.rule:
            case Rule.MONTHLY_PRICE:
                plan = self._catalogue.tier(facts["tier"]).name.within(QLocale().name())
                priced = self.tr("{plan}, price list of {version}")
                return self.tr("Monthly price"), priced.format(plan=plan, version=facts["catalogue_version"])
            case Rule.MONTHS:
                return self.tr("× %n month(s)", "", int(facts["months"])), ""
            case Rule.DISCOUNT:
                duration = self._texts.duration(int(facts["months"]))
                if Decimal(facts["rate"]):
                    rate = _percent(facts["rate"])
                    return self.tr("Discount"), self.tr("{rate} for {duration}").format(rate=rate, duration=duration)
                return self.tr("Discount"), self.tr("none for {duration}").format(duration=duration)
            case Rule.VAT:
                return self.tr("VAT {rate}").format(rate=_percent(facts["rate"])), ""


class _Line(QWidget):
    """Name and amount on one line, the facts beneath."""

    def __init__(self, name: str, facts: str, amount: str) -> None:
        super().__init__()
        layout = column(
            row(Label(Role.SMALL, "text2", text=name), None, Label(Role.SMALLSTRONG, text=amount)), spacing=2
        )
        if facts:
            layout.addWidget(Label(Role.SMALL, "muted", text=facts, wraps=True))
        self.setLayout(layout)


def _percent(rate: str) -> str:
    """A rate such as 0.06 as "6 %", with the locale's own point."""
    figure = f"{(Decimal(rate) * 100).normalize():f}"
    return f"{figure.replace('.', QLocale().decimalPoint())}\N{NO-BREAK SPACE}%"
