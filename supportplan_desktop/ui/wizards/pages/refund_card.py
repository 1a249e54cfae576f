"""What comes back and where it goes: paid, consumed, fee, the refund amount, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from supportplan_desktop.domain.quotes import LineKind, Rule
from supportplan_desktop.ui.explanation import Explanation
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.reason_words import percent
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Inset, Label, Share, SplitBar, Unfolding, row
from supportplan_desktop.ui.widgets import Rule as Line
from supportplan_desktop.ui.widgets.bars import Swatch
from supportplan_desktop.ui.widgets.plain import set_on_one_baseline
from supportplan_desktop.ui.wizards.pages.summary import SummaryLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.ui.texts import Texts

_NO_FIGURE = "…"
_LINES = (LineKind.PAID, LineKind.CONSUMED, LineKind.FEE, LineKind.NOT_REFUNDED)


class WayBack(Retranslated, Inset):
    """The funds a refund goes back to, each with its share; not there while it is not known, or nothing comes back."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._split: Split | None = None
        self._title = Label(Role.SMALL, "muted")
        self._credit, self._balance = (SummaryLine(Role.SMALL, Role.SMALLSTRONG) for _ in range(2))
        self._credit.set_handle("refund.credit")
        self._balance.set_handle("refund.balance")
        self._rows = [_legend(Swatch("credit"), self._credit), _legend(Swatch("accent"), self._balance)]
        self._bar = SplitBar()
        self.body.setSpacing(6)
        for part in (self._title, *self._rows, self._bar):
            self.body.addWidget(part)
        self.retranslate()

    def show_split(self, split: Split | None) -> None:
        """Show where it goes."""
        self._split = split
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Goes back to where it came from"))
        split = self._split
        self.setVisible(split is not None and bool(split.total))
        if split is None:
            return
        money = self._texts.money
        self._credit.set_texts(self.tr("Credit account"), money(split.credit))
        self._balance.set_texts(self.tr("Balance"), money(split.balance))
        for line, amount in zip(self._rows, (split.credit, split.balance), strict=True):
            line.setVisible(bool(amount))
        shares = (
            Share(_proportion(split.credit, split.total), "credit"),
            Share(_proportion(split.balance, split.total), "accent"),
        )
        self._bar.set_shares(shares, self._title.text())


class RefundCard(Retranslated, Card):
    """The sum beside the table. A figure that is on its way is not there: an old one would be wrong."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._words = OrderWords(self)
        self._quote: Quote | None = None
        self._heading = Label(Role.SMALLSTRONG, "muted")
        self._lines = {kind: SummaryLine() for kind in _LINES}
        for kind, line in self._lines.items():
            line.set_handle(f"refund.line.{kind.value}")
        self._name = Label(Role.STRONG)
        self._amount = Label(Role.DISPLAY)
        self._amount.setObjectName("refund.amount")
        self._way = WayBack(texts)
        self._why = Explanation(catalogue, texts)
        self._unfold = Unfolding(self._why)
        self._unfold.link.setObjectName("refund.why")
        self.body.setSpacing(8)
        self.body.addWidget(self._heading)
        for line in self._lines.values():
            self.body.addWidget(line)
        self.body.addSpacing(4)
        self.body.addWidget(Line())
        self.body.addSpacing(4)
        foot = row(spacing=8)
        foot.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        foot.addStretch()
        foot.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(foot)
        self.body.addWidget(self._way)
        self.body.addWidget(self._unfold)
        self.retranslate()

    def show_refund(self, quote: Quote | None, split: Split | None) -> None:
        """Show what comes back, and where to; None where it is on its way."""
        self._quote = quote
        self._way.show_split(split)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        money, quote = self._texts.money, self._quote
        self._heading.setText(self.tr("Refund"))
        self._unfold.link.setText(self.tr("Why this amount?"))
        self._unfold.setVisible(quote is not None)
        self._why.show_quote(quote)
        for kind, line in self._lines.items():
            amount = None if quote is None else -quote.line(kind)
            line.set_texts(self._name_of(kind), _NO_FIGURE if amount is None else money(amount))
            line.setVisible(kind is not LineKind.NOT_REFUNDED or bool(amount))
        self._name.setText(self.tr("Refund amount", "of an unsubscription"))
        self._amount.setText(_NO_FIGURE if quote is None else money(-quote.total))
        self._amount.setAccessibleName(f"{self._name.text()} {self._amount.text()}")
        set_on_one_baseline(self._name, self._amount)

    def _name_of(self, kind: LineKind) -> str:
        name = self._words.line(kind)
        fees = [reason for reason in (self._quote.explanation if self._quote else ()) if reason.rule is Rule.FEE]
        if kind is LineKind.FEE and fees:
            return self.tr("{line} ({rate})").format(line=name, rate=percent(fees[0].facts["rate"]))
        return name


def _legend(swatch: Swatch, line: SummaryLine) -> QWidget:
    layout = line.layout()
    layout.insertWidget(0, swatch)  # type: ignore[union-attr] # a row, as SummaryLine makes it
    return line


def _proportion(share: Money, whole: Money) -> float:
    """How much of the bar a share is; no amount is made of it."""
    return float(share.amount / whole.amount) if whole else 0.0
