"""The guide's table of what is unsubscribed: one row for the current term and each renewal not begun (DOMAIN 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.reason_words import ReasonWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Label, Rule, TierMark, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote, TermRow
    from supportplan_desktop.ui.texts import Texts

_EDGE, _GAP = 20, 14
_STRETCHES = (3, 2, 2, 1, 3, 1, 1, 1)
_HEAD, _ROW = 40, 54
_FIGURES_FROM = 5
_ID_DIGITS = 8
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RefundTable(Retranslated, Card):
    """Name/ID, product type, specification, region, start and end time, consumed amount, handling fee, refund."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts) -> None:
        super().__init__(padded=False)
        self.setObjectName("unsubscribe.terms")
        self._catalogue, self._texts = catalogue, texts
        self._words = ReasonWords(catalogue, texts, self)
        self._quote: Quote | None = None
        self._cells = QWidget()
        self.body.addWidget(self._cells)
        self.retranslate()

    def show_quote(self, quote: Quote | None) -> None:
        """Show what that quote brings back for each term; None leaves the heads alone."""
        self._quote = quote
        self.retranslate()

    def retranslate(self) -> None:
        """Build the table anew: there are few rows."""
        cells = QWidget()
        grid = QGridLayout(cells)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        grid.setRowMinimumHeight(0, _HEAD)
        heads = self._heads()
        for edge in (0, len(heads) + 1):
            grid.setColumnMinimumWidth(edge, _EDGE - _GAP)  # the hairlines reach the card's edges, the words do not
        for place, head in enumerate(heads):
            label = Label(Role.SMALLMED, "muted", text=head)
            grid.addWidget(label, 0, place + 1, _place(place))
            grid.setColumnStretch(place + 1, _STRETCHES[place])
        for number, term in enumerate(self._quote.rows if self._quote else ()):
            grid.addWidget(Rule(), 2 * number + 1, 0, 1, len(heads) + 2)
            grid.setRowMinimumHeight(2 * number + 2, _ROW)
            for place, cell in enumerate(self._row(number, term, heads)):
                grid.addWidget(cell, 2 * number + 2, place + 1, _place(place))
        self.body.replaceWidget(self._cells, cells)
        cells.show()
        self._cells.hide()
        self._cells.deleteLater()
        self._cells = cells

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Name/ID"),
            self.tr("Product type"),
            self.tr("Specification"),
            self.tr("Region"),
            self.tr("Start and end time"),
            self.tr("Consumed amount"),
            self.tr("Handling fee"),
            self.tr("Refund amount", "of an unsubscription"),
        )

    def _row(self, number: int, term: TermRow, heads: tuple[str, ...]) -> list[QWidget]:
        assert self._quote is not None
        tier = self._catalogue.tier(self._quote.tier)
        name = self._words.term(self._quote, term.position)
        if number:
            name = self.tr("{term}, not begun").format(term=name)
        plan = Label(text=tier.name.within(QLocale().name()))
        spec = QWidget()
        spec.setLayout(row(TierMark(20, tier), plan, None, spacing=7))
        texts = self._texts
        start, end = texts.instant(term.term.start), texts.instant(term.term.end)
        cells = [
            _two_lines(name, self._identifier(number)),
            Label(text=self.tr("Support plan")),
            spec,
            Label(text=self.tr("Global")),
            _two_lines(start, end, Role.BODY),
        ]
        cells[4].setToolTip(texts.offset(term.term.end))
        figures = {"consumed": term.consumed, "fee": term.fee, "refund": term.given_up}
        for (what, amount), head in zip(figures.items(), heads[_FIGURES_FROM:], strict=True):
            figure = Label(Role.STRONG if what == "refund" else Role.BODY, text=texts.money(amount))
            figure.setObjectName(f"unsubscribe.row.{number}.{what}")
            figure.setAccessibleName(f"{name}, {head} {figure.text()}")
            cells.append(figure)
        return cells

    def _identifier(self, number: int) -> str:
        """Short, of the subscription; renewals are numbered."""
        assert self._quote is not None
        short = f"sp-{self._quote.plan[:_ID_DIGITS]}"
        return f"{short}-r{number}" if number else short


def _place(column_number: int) -> Qt.AlignmentFlag:
    """Figures stand at the right of their column."""
    return _RIGHT if column_number >= _FIGURES_FROM else Qt.AlignmentFlag.AlignVCenter


def _two_lines(upper: str, lower: str, role: Role = Role.MEDIUM) -> QWidget:
    cell = QWidget()
    cell.setLayout(
        column(
            None,
            Label(role, text=upper, copyable=True),
            Label(Role.SMALL, "muted", text=lower, copyable=True),
            None,
            spacing=1,
        )
    )
    return cell
