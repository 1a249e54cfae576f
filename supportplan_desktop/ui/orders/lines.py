"""What an order comes to: its printed lines, or what it does to each term."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.theme.type import Role, font
from supportplan_desktop.ui.widgets import Card, Label, Rule, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import TermRow
    from supportplan_desktop.ui.texts import Texts

_EDGE, _GAP = 20, 16
_HEAD_HEIGHT, _ROW_HEIGHT, _TALL_ROW = 34, 44, 54
_FIGURES_WIDTH = 64
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LinesCard(Retranslated, Card):
    """One row a line, or one row a term, and what they come to."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts) -> None:
        super().__init__(padded=False)
        self._catalogue, self._texts = catalogue, texts
        self._words = OrderWords(self)
        self._order: Order | None = None
        self._title = Label(Role.H3)
        self._title.setContentsMargins(_EDGE, _EDGE - 1, _EDGE, 12)
        self._rows = QWidget()
        self._name = Label(Role.STRONG)
        self._total = Label(Role.FIGURE)
        self._total.setObjectName("order.total")
        foot = row(self._name, None, self._total)
        foot.setContentsMargins(_EDGE, 12, _EDGE, 14)
        self.body.addWidget(self._title)
        self.body.addWidget(self._rows)
        self.body.addLayout(foot)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show that order's lines."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything, and build the rows anew: there are few."""
        self._title.setText(self.tr("Lines"))
        order = self._order
        if order is None:
            return
        rows = self._terms(order) if order.quote.rows else self._lines(order)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        is_refund = order.is_refund
        self._name.setText(self._words.total(order.kind, is_refund=is_refund))
        self._total.setText(self._texts.money(-order.total if is_refund else order.total))
        self._total.setAccessibleName(f"{self._name.text()} {self._total.text()}")

    def _lines(self, order: Order) -> QWidget:
        lines: list[QWidget] = [Rule()]
        for line in order.quote.lines:
            held = QWidget()
            held.setMinimumHeight(_ROW_HEIGHT)
            amount = Label(Role.MEDIUM, text=self._texts.money(line.amount))
            amount.setObjectName(f"order.line.{line.kind.value}")
            name = Label(tone="text2", text=self._words.line(line.kind))
            amount.setAccessibleName(f"{name.text()} {amount.text()}")
            layout = row(name, None, amount)
            layout.setContentsMargins(_EDGE, 0, _EDGE, 0)
            held.setLayout(layout)
            lines += [held, Rule()]
        made = QWidget()
        made.setLayout(column(*lines, spacing=0))
        return made

    def _terms(self, order: Order) -> QWidget:
        heads = self._heads(order)
        named, strong = (QFontMetricsF(font(role)).horizontalAdvance for role in (Role.SMALLMED, Role.STRONG))
        columns = zip(heads, *(self._figures(order, term) for term in order.quote.rows), strict=True)
        widths = tuple(ceil(max(_FIGURES_WIDTH, named(head), *map(strong, figures))) + 1 for head, *figures in columns)
        made = QWidget()
        head = QFrame()
        head.setProperty("panel", "head")
        head.setMinimumHeight(_HEAD_HEIGHT)
        head.setLayout(_cells(Label(Role.SMALLMED, "muted", text=self.tr("Term")), heads, widths, is_head=True))
        lines: list[QWidget] = [head]
        for number, term in enumerate(order.quote.rows):
            held = QWidget()
            held.setMinimumHeight(_TALL_ROW)
            held.setLayout(_cells(self._name_of_term(order, number, term), self._figures(order, term), widths))
            lines += [held, Rule()]
        made.setLayout(column(*lines, spacing=0))
        return made

    def _heads(self, order: Order) -> tuple[str, ...]:
        if order.kind is OrderKind.CHANGE:
            return (self.tr("Old value"), self.tr("New value"), self.tr("Difference"))
        return (self.tr("Paid"), self.tr("Consumed amount"), self.tr("Handling fee"), self.tr("Refund"))

    def _figures(self, order: Order, term: TermRow) -> tuple[str, ...]:
        figures: tuple[Money, ...] = (term.paid, term.consumed, term.fee, term.given_up)
        if order.kind is OrderKind.CHANGE and term.carried is not None:
            figures = (term.given_up, term.carried, term.carried - term.given_up)
        return tuple(map(self._texts.money, figures))

    def _name_of_term(self, order: Order, number: int, term: TermRow) -> QWidget:
        plan = plan_name(self._catalogue, order.quote.from_tier or order.quote.tier, QLocale().name())
        name = (
            self.tr("{plan}, renewal {number}").format(plan=plan, number=number)
            if number
            else self.tr("{plan}, current term").format(plan=plan)
        )
        first = self._texts.site_date(term.term.start)  # a renewal is counted from the day before it begins
        dates = self._texts.period(first, term.term.last)
        made = QWidget()
        words = Label(Role.MEDIUM, text=name), Label(Role.SMALL, "muted", text=dates)
        made.setLayout(column(None, *words, None, spacing=1))
        return made


def _cells(name: QWidget, figures: tuple[str, ...], widths: tuple[int, ...], *, is_head: bool = False) -> QHBoxLayout:
    """A name and its figures in columns of those widths; the last one counts most."""
    cells = row(name, None, spacing=_GAP)
    cells.setContentsMargins(_EDGE, 0, _EDGE, 0)
    for place, (figure, width) in enumerate(zip(figures, widths, strict=True), start=1):
        role = Role.SMALLMED if is_head else Role.STRONG if place == len(figures) else Role.BODY
        label = Label(role, "muted" if is_head else "text", text=figure)
        label.setAlignment(_RIGHT)
        label.setFixedWidth(width)
        cells.addWidget(label)
    return cells
