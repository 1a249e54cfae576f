"""The panel beside the pages that is always true: what is ordered, until when, what it comes to, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.quotes import LineKind
from supportplan_desktop.ui.explanation import Explanation
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Icon, Label, Rule, TierMark, Unfolding, column, row
from supportplan_desktop.ui.widgets.plain import set_on_one_baseline

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.domain.terms import Term
    from supportplan_desktop.ui.texts import Texts

_NO_FIGURE = "…"
_PRICE = (LineKind.LIST_PRICE, LineKind.DISCOUNT, LineKind.VAT)
_LINES = {
    OrderKind.NEW_PURCHASE: _PRICE,
    OrderKind.RENEWAL: _PRICE,
    OrderKind.CHANGE: (LineKind.NEW_VALUE, LineKind.OLD_VALUE),
    OrderKind.UNSUBSCRIPTION: (LineKind.PAID, LineKind.CONSUMED, LineKind.FEE),
}


class SummaryLine(QWidget):
    """A name at the left, its figure at the right."""

    def __init__(self, role: Role = Role.BODY, figure: Role = Role.MEDIUM) -> None:
        super().__init__()
        self._name = Label(role, "text2")
        self._figure = Label(figure)
        self.setLayout(row(self._name, None, self._figure))

    def set_texts(self, name: str, figure: str) -> None:
        """Write both."""
        self._name.setText(name)
        self._figure.setText(figure)
        self._figure.setAccessibleName(f"{name} {figure}")

    def set_handle(self, name: str) -> None:
        """Name the figure for automation."""
        self._figure.setObjectName(name)


class SummaryPanel(Retranslated, Card):
    """What the wizard is about at this moment. A figure that is on its way is not there: an old one would be wrong.

    `kind` is what the wizard orders: it decides which lines there are. An amount that comes back is shown as a refund.
    """

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts, kind: OrderKind = OrderKind.NEW_PURCHASE) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._texts = texts
        self._kind = kind
        self._words = OrderWords(self)
        self._tier: str | None = None
        self._months: int | None = None
        self._quote: Quote | None = None
        self._term: Term | None = None
        self._order: Order | None = None
        self._heading = Label(Role.SMALLSTRONG, "muted")
        self._mark = TierMark(30)
        self._plan = Label(Role.STRONG)
        self._duration = Label(Role.SMALL, "muted")
        self._when = Label(Role.MEDIUM)
        self._lines = [SummaryLine() for _ in _LINES[kind]]
        self._due = Label(Role.STRONG)
        self._amount = Label(Role.DISPLAY)
        self._why = Explanation(catalogue, texts)
        self._unfold = Unfolding(self._why)
        self._of_order = QWidget()
        self._number = SummaryLine()
        self._deadline = SummaryLine()
        self._name_parts()
        self._lay_out()
        self.retranslate()

    def show_choice(self, tier: str | None, months: int | None = None) -> None:
        """What is chosen; its figures are on their way."""
        self._tier, self._months = tier, months
        self._quote = self._term = self._order = None
        self.retranslate()

    def show_quote(self, quote: Quote) -> None:
        """The price of what is chosen, and the term that a payment at its instant would give."""
        self._tier, self._months = quote.tier, quote.months
        self._quote, self._term, self._order = quote, quote.term, None
        self.retranslate()

    def show_order(self, order: Order, term: Term) -> None:
        """An order with its frozen amount, and the term it gave or, paid now, would give."""
        self._tier, self._months = order.quote.tier, order.quote.months
        self._quote, self._term, self._order = order.quote, term, order
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._heading.setText(self.tr("Summary"))
        self._unfold.link.setText(self.tr("Why this amount?"))
        self._why.show_quote(self._quote)
        self._unfold.setVisible(self._quote is not None)
        self._write_choice()
        self._write_figures()
        self._write_order()

    def _write_choice(self) -> None:
        if self._tier is None:
            self._plan.setText(self.tr("No plan chosen"))
        else:
            tier = self._catalogue.tier(self._tier)
            self._mark.set_tier(tier)
            self._plan.setText(tier.name.within(QLocale().name()))
        self._mark.setVisible(self._tier is not None)
        self._duration.setText(self._words_under_plan())
        self._duration.setVisible(bool(self._duration.text()))
        if self._term is None:
            self._when.setText(_NO_FIGURE)
            self._when.setToolTip("")
        else:
            self._when.setText(self._validity(self._term))
            self._when.setToolTip(self._texts.offset(self._term.start))

    def _words_under_plan(self) -> str:
        if self._kind is OrderKind.CHANGE:
            if self._quote is None or self._quote.from_tier is None:
                return ""
            plan = plan_name(self._catalogue, self._quote.from_tier, QLocale().name())
            return self.tr("from {plan}, at once").format(plan=plan)
        return self._texts.duration(self._months) if self._months else ""

    def _validity(self, term: Term) -> str:
        texts = self._texts
        if self._kind is OrderKind.CHANGE and self._quote is not None:
            now, end = texts.site_date(self._quote.at), self._quote.rows[-1].term.last
            both = self.tr("Now, {start}\nto {end} (unchanged)", "what a change leaves as it is, on two lines")
            return both.format(start=texts.iso_date(now), end=texts.iso_date(end))
        both = self.tr("{start}\nto {end}", "the validity period on two lines")
        return both.format(start=texts.instant(term.start), end=texts.instant(term.end))

    def _write_figures(self) -> None:
        money, quote = self._texts.money, self._quote
        is_refund = quote is not None and quote.total.amount < 0
        kinds = _LINES[self._kind]
        if is_refund and self._kind is OrderKind.CHANGE:
            kinds = kinds[::-1]  # what comes back is the old value less the new one
        for kind, line in zip(kinds, self._lines, strict=True):
            line.set_handle(f"summary.line.{kind.value}")
            if quote is None:
                line.set_texts(self._words.line(kind), _NO_FIGURE)
            else:
                amount = quote.line(kind)
                line.set_texts(self._words.line(kind), money(-amount if is_refund else amount))
        self._due.setText(self._words.total(self._kind, is_refund=is_refund))
        self._amount.setText(_NO_FIGURE if quote is None else money(-quote.total if is_refund else quote.total))
        self._amount.setAccessibleName(f"{self._due.text()} {self._amount.text()}")
        set_on_one_baseline(self._due, self._amount)

    def _write_order(self) -> None:
        self._of_order.setVisible(self._order is not None)
        if self._order is not None:
            self._number.set_texts(self.tr("Order"), self._order.number)
            self._deadline.set_texts(self.tr("Pay before"), self._texts.minute(self._order.pay_before))
            self._deadline.setVisible(not self._order.is_refund)

    def _name_parts(self) -> None:
        for part, name in {
            self._plan: "summary.plan",
            self._duration: "summary.duration",
            self._when: "summary.term",
            self._due: "summary.amount_name",
            self._amount: "summary.amount",
            self._unfold.link: "summary.why",
            self._number: "summary.order",
            self._deadline: "summary.deadline",
        }.items():
            part.setObjectName(name)

    def _lay_out(self) -> None:
        body = self.body
        body.setSpacing(8)
        body.addWidget(self._heading)
        body.addLayout(row(self._mark, column(self._plan, self._duration, spacing=1), None, spacing=10))
        when = row(Icon("calendar", "text2"), self._when, None, spacing=10)
        body.addLayout(when)
        body.addSpacing(4)
        body.addWidget(Rule())
        body.addSpacing(4)
        for line in self._lines:
            body.addWidget(line)
        body.addSpacing(4)
        body.addWidget(Rule())
        body.addSpacing(6)
        amount = row(spacing=8)
        amount.addWidget(self._due, 0, Qt.AlignmentFlag.AlignTop)
        amount.addStretch()
        amount.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(amount)
        body.addWidget(self._unfold)
        of_order = column(Rule(), 4, self._number, self._deadline)
        self._of_order.setLayout(of_order)
        body.addWidget(self._of_order)
