"""The small cards of an order: its validity period, why the amount, the funds, the consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.errors import TierUnknown
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.ui.explanation import Explanation
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Button,
    Card,
    Icon,
    Label,
    Rule,
    Share,
    SplitBar,
    TierMark,
    column,
    row,
    set_state,
)
from supportplan_desktop.ui.widgets.bars import Swatch
from supportplan_desktop.ui.widgets.plain import CARD_PADDING
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.texts import Texts

_HEAD, _TAIL = 12, 6


class TermCard(Retranslated, Card):
    """The plan an order is about, and the validity period it gave."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts) -> None:
        super().__init__(padded=False)
        self._catalogue, self._texts = catalogue, texts
        self._order: Order | None = None
        self._title = Label(Role.H3)
        self._title.setContentsMargins(CARD_PADDING, CARD_PADDING - 1, CARD_PADDING, 12)
        self._mark = TierMark(20)
        self._plan = Fact("order.plan", mark=self._mark)
        self._start, self._end = Fact("order.term.start"), Fact("order.term.end")
        self.body.addWidget(self._title)
        self._above_end = Rule()
        for rule, fact in ((Rule(), self._plan), (Rule(), self._start), (self._above_end, self._end)):
            self.body.addWidget(rule)
            self.body.addWidget(fact)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show what that order gave, or would give."""
        self._order = order
        try:
            self._mark.set_tier(self._catalogue.tier(order.quote.tier))
        except TierUnknown:
            self._mark.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Validity period"))
        order = self._order
        if order is None:
            return
        plan = plan_name(self._catalogue, order.quote.tier, QLocale().name())
        self._plan.set_texts(self.tr("Support plan"), plan, self._note_on_plan(order))
        term = order.term
        names = self.tr("Valid from"), self.tr("Valid until")
        for part in (self._above_end, self._end):
            part.setVisible(term is not None)
        if term is None:
            none = (
                self.tr("when the payment is completed") if order.is_open else self.tr("none: the order was canceled")
            )
            self._start.set_texts(names[0], none)
            return
        for fact, name, at in ((self._start, names[0], term.start), (self._end, names[1], term.end)):
            fact.set_texts(name, self._texts.instant(at), f"({self._texts.offset(at)})")
            fact.setToolTip(self._texts.local_time(at))

    def _note_on_plan(self, order: Order) -> str:
        """For how long, or from which plan it was changed."""
        before = order.quote.from_tier
        if order.kind is OrderKind.CHANGE and before is not None:
            return self.tr("from {plan}").format(plan=plan_name(self._catalogue, before, QLocale().name()))
        return self._texts.duration(order.quote.months)


class WhyCard(Retranslated, Card):
    """Why the amount is what it is."""

    def __init__(self, catalogue: ServiceCatalogue, texts: Texts) -> None:
        super().__init__()
        self._title = Label(Role.H3)
        self._why = Explanation(catalogue, texts, framed=False)
        self._why.setObjectName("order.why")
        self.body.addWidget(self._title)
        self.body.addWidget(self._why)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Explain that order's amount."""
        self._why.show_quote(order.quote)

    def retranslate(self) -> None:
        """Word the title; the explanation words itself."""
        self._title.setText(self.tr("Why this amount?"))


class FundsCard(Retranslated, Card):
    """Which funds an order was paid from, or a refund goes back to."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._order: Order | None = None
        self._title = Label(Role.H3)
        self._note = Label(tone="text2", wraps=True)
        self._note.setObjectName("order.funds.note")
        self._bar = SplitBar()
        self._shares = {name: _FundsLine(name, tint) for name, tint in (("balance", "accent"), ("credit", "credit"))}
        for part in (self._title, self._note, *self._shares.values(), self._bar):
            self.body.addWidget(part)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show that order's funds."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Funds"))
        order = self._order
        if order is None:
            return
        split = order.split
        self._note.setVisible(split is None)
        self._note.setText(self._words_without_split(order))
        self._bar.setVisible(split is not None)
        shares = [] if split is None else [("balance", split.balance), ("credit", split.credit)]
        names = {"balance": self.tr("Balance"), "credit": self.tr("Credit account")}
        for line in self._shares.values():
            line.hide()
        for name, amount in shares:
            line = self._shares[name]
            line.set_texts(names[name], self._texts.money(amount))
            line.setVisible(bool(amount))
        if split is not None:
            bars = tuple(Share(_proportion(amount, split.total), self._shares[name].tint) for name, amount in shares)
            self._bar.set_shares(bars, self._title.text())

    def _words_without_split(self, order: Order) -> str:
        if order.is_refund:
            return self.tr("The refund goes back to the funds it came from, credit first.")
        if order.status is OrderStatus.CANCELED:
            return self.tr("Nothing was charged.")
        return self.tr("Nothing has been charged yet. The funds are chosen when the order is paid.")


class _FundsLine(QWidget):
    """A swatch, the funds' name, and how much."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self.tint = tint
        self._name, self._amount = Label(tone="text2"), Label(Role.STRONG)
        self._amount.setObjectName(f"order.funds.{name}")
        self.setLayout(row(Swatch(tint), self._name, None, self._amount))

    def set_texts(self, name: str, amount: str) -> None:
        """Write both."""
        self._name.setText(name)
        self._amount.setText(amount)
        self._amount.setAccessibleName(f"{name} {amount}")


class ConsentCard(Retranslated, Card):
    """What was agreed to: which text, by whom and when, with its fingerprint."""

    read_wanted = Signal(str)
    """(version): that text shall be read."""
    copy_wanted = Signal(str)
    """(text): it shall be copied."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._order: Order | None = None
        self._title = Label(Role.H3)
        self._what = Label(Role.MEDIUM, wraps=True)
        self._when = Label(Role.SMALL, "muted", wraps=True)
        self._when.setObjectName("order.consent")
        self._print = Label(Role.SMALL, "text2")
        self._print.setObjectName("order.consent.fingerprint")
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("order.consent.copy")
        set_state(self._copy, "flush", value=True)
        self._copy.clicked.connect(self._ask_to_copy)
        self._read = Button("secondary", "document", compact=True)
        self._read.setObjectName("order.consent.read")
        self._read.clicked.connect(self._ask_to_read)
        words = column(self._what, self._when, spacing=2)
        self._sign = Icon("check", "success")
        accepted = row(self._sign, words, spacing=10)
        accepted.setStretch(1, 1)
        self._unverified = Label(Role.SMALL, "text2", wraps=True)
        self._unverified.setObjectName("order.consent.unverified")
        unverified = row(Icon("lock", "muted"), self._unverified, spacing=10)
        unverified.setStretch(1, 1)
        self._without_code = QWidget()
        self._without_code.setLayout(unverified)
        self._text = QWidget()
        self._text.setLayout(
            column(row(Icon("lock", "muted"), self._print, self._copy, None, spacing=10), row(self._read, None))
        )
        self.body.addWidget(self._title)
        self.body.addLayout(accepted)
        self.body.addWidget(self._text)
        self.body.addWidget(self._without_code)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show what was agreed to with that order."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Consent"))
        self._read.setText(self.tr("Read this version"))
        copy = self.tr("Copy fingerprint")
        self._copy.setToolTip(copy)
        self._copy.setAccessibleName(copy)
        order = self._order
        if order is None:
            return
        consent = order.consent
        self._text.setVisible(consent is not None)
        self._without_code.setVisible(order.is_refund)
        self._unverified.setText(self.tr("No identity verification is needed for a refund."))
        self._sign.set_icon(
            "check" if consent or order.is_refund else "info", "success" if consent or order.is_refund else "muted"
        )
        if consent is None and order.is_refund:
            self._what.setText(self.tr("Refund amount and related fees confirmed"))
            self._when.setText(self._texts.zoned(order.created_at))
            return
        if consent is None:
            self._what.setText(self.tr("No agreement needed"))
            self._when.setText(self.tr("A renewal goes on under the agreement the plan was bought with."))
            return
        self._what.setText(self.tr("Support Plan Service Agreement accepted"))
        self._when.setText(
            self.tr("Version {version} · {name}\n{time}").format(
                version=consent.version, name=consent.by, time=self._texts.zoned(consent.at)
            )
        )
        short = f"{consent.sha256[:_HEAD]}…{consent.sha256[-_TAIL:]}"
        self._print.setText(self.tr("SHA-256 {fingerprint}").format(fingerprint=short))
        self._print.setToolTip(consent.sha256)

    def _ask_to_copy(self) -> None:
        if self._order is not None and self._order.consent is not None:
            self.copy_wanted.emit(self._order.consent.sha256)

    def _ask_to_read(self) -> None:
        if self._order is not None and self._order.consent is not None:
            self.read_wanted.emit(self._order.consent.version)


def _proportion(share: Money, whole: Money) -> float:
    """How much of the bar a share is; no amount is made of it."""
    return float(share.amount / whole.amount) if whole else 0.0
