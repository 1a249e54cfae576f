"""Why this amount: the explanation of a quote, line by line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.quotes import Quote, Reason, Rule
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
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
        words = {
            Rule.MONTHLY_PRICE: self._monthly_price,
            Rule.MONTHS: self._months,
            Rule.DISCOUNT: self._discount,
            Rule.VAT: self._vat,
            Rule.NEW_VALUE: self._new_value,
            Rule.SAME_DAY_RETURN: self._same_day_return,
            Rule.OLD_VALUE: self._old_value,
            Rule.PAID: self._paid,
            Rule.CONSUMED: self._consumed,
            Rule.FULL_REFUND: self._full_refund,
            Rule.NOT_BEGUN: self._not_begun,
            Rule.FEE: self._fee,
            Rule.NOT_REFUNDED: self._not_refunded,
        }
        name, facts = words[reason.rule](reason.facts)
        return _Line(self._named(name, reason.facts), facts, self._texts.money(reason.amount))

    def _named(self, name: str, facts: dict[str, str]) -> str:
        """The name with the renewal it is of, where there are several terms."""
        rows = self._quote.rows if self._quote else ()
        number = next((place for place, row in enumerate(rows) if str(row.position) == facts.get("term")), 0)
        return self.tr("{name}, renewal {number}").format(name=name, number=number) if number else name

    def _plan(self, facts: dict[str, str]) -> str:
        return plan_name(self._catalogue, facts["tier"], QLocale().name())

    def _money(self, amount: str) -> str:
        return self._texts.money(Money(Decimal(amount), self._catalogue.currency))

    def _monthly_price(self, facts: dict[str, str]) -> tuple[str, str]:
        priced = self.tr("{plan}, price list of {version}")
        return self.tr("Monthly price"), priced.format(plan=self._plan(facts), version=facts["catalogue_version"])

    def _months(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("× %n month(s)", "", int(facts["months"])), ""

    def _discount(self, facts: dict[str, str]) -> tuple[str, str]:
        duration = self._texts.duration(int(facts["months"]))
        if Decimal(facts["rate"]):
            rate = _percent(facts["rate"])
            return self.tr("Discount"), self.tr("{rate} for {duration}").format(rate=rate, duration=duration)
        return self.tr("Discount"), self.tr("none for {duration}").format(duration=duration)

    def _vat(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("VAT {rate}").format(rate=_percent(facts["rate"])), ""

    def _new_value(self, facts: dict[str, str]) -> tuple[str, str]:
        counted = self.tr("{plan}: {price} × {duration} × {share} remaining").format(
            plan=self._plan(facts),
            price=self._money(facts["monthly_price"]),
            duration=self._texts.duration(int(facts["months"])),
            share=_share(facts),
        )
        if Decimal(facts["discount"]):
            counted += self.tr(", less {rate}").format(rate=_percent(facts["discount"]))
        if Decimal(facts["vat"]):
            counted += self.tr(", plus VAT {rate}").format(rate=_percent(facts["vat"]))
        return self.tr("New value"), counted

    def _same_day_return(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("New value"), self.tr("{plan}: what it was worth earlier today").format(plan=self._plan(facts))

    def _old_value(self, facts: dict[str, str]) -> tuple[str, str]:
        counted = self.tr("{plan}: {paid} paid × {share} remaining")
        return self.tr("Old value"), counted.format(
            plan=self._plan(facts), paid=self._money(facts["paid"]), share=_share(facts)
        )

    def _paid(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Paid"), self.tr("payments less refunds")

    def _consumed(self, facts: dict[str, str]) -> tuple[str, str]:
        used = self.tr("{paid} paid × {used} used of {days} days").format(
            paid=self._money(facts["paid"]), used=facts["used_days"], days=facts["days"]
        )
        if Decimal(facts["closed"]):
            used += self.tr(", and {amount} before the last change").format(amount=self._money(facts["closed"]))
        return self.tr("Consumed amount"), used

    def _full_refund(self, facts: dict[str, str]) -> tuple[str, str]:
        days = int(facts["hours"]) // 24
        return self.tr("Consumed amount and handling fee"), self.tr(
            "none within {days} of the purchase ({number} of {limit} this year)"
        ).format(days=self._texts.days(days), number=int(facts["used"]) + 1, limit=facts["a_year"])

    def _not_begun(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Consumed amount and handling fee"), self.tr("not begun: all back, no fee")

    def _fee(self, facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Handling fee"), self.tr("{rate} of {paid} paid").format(
            rate=_percent(facts["rate"]), paid=self._money(facts["paid"])
        )

    def _not_refunded(self, _facts: dict[str, str]) -> tuple[str, str]:
        return self.tr("Not refunded"), self.tr("what is kept exceeds what was paid; nothing is asked for")


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


def _share(facts: dict[str, str]) -> str:
    """A share of a term: as days of days where it was counted so, else to eight places."""
    if facts.get("remaining_days") and facts.get("days") and "share_then" not in facts:
        return f"{facts['remaining_days']}/{facts['days']}"
    figure = f"{Decimal(facts['factor']):.8f}".rstrip("0").rstrip(".")
    return figure.replace(".", QLocale().decimalPoint())
