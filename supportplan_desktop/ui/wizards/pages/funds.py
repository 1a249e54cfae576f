"""What an order is paid from: a card for each of the funds, and how the amount is split over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Icon, Label, Share, SplitBar, column, row
from supportplan_desktop.ui.widgets.bars import Swatch

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.ui.texts import Texts

_RIGHT = Qt.AlignmentFlag.AlignRight


class FundCard(Card):
    """Funds that can be ticked, by the box or anywhere on the card: what there is, what is taken, what is left."""

    ticked = Signal(bool)
    """Whether they are to be used."""

    def __init__(self, name: str, icon_name: str, tint: str) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 12, 18, 12)
        self.tick = QCheckBox()
        self.tick.setObjectName(name)
        self.tick.setChecked(True)
        self.tick.toggled.connect(self.ticked)
        self._name = Label(Role.STRONG)
        self._available = Label(Role.SMALL, "muted")
        self._taken = Label(Role.MONEY)
        self._taken.setObjectName(f"{name}.taken")
        self._left = Label(Role.SMALL, "muted")
        self._left.setAlignment(_RIGHT)
        self.body.addLayout(
            row(
                self.tick,
                Icon(icon_name, "text2", 20),
                column(self._name, self._available, spacing=2),
                None,
                column(row(None, Swatch(tint), self._taken), self._left, spacing=2),
                spacing=16,
            )
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, name: str, available: str, taken: str, left: str) -> None:
        """Say what it is, what there is, what is taken of it and what is left after."""
        self._name.setText(name)
        self._available.setText(available)
        self._taken.setText(taken)
        self._left.setText(left)
        self.tick.setAccessibleName(name)
        self.tick.setAccessibleDescription(", ".join(text for text in (available, taken, left) if text))

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.click()
            self.tick.setFocus(Qt.FocusReason.MouseFocusReason)


class SplitCard(Retranslated, Card):
    """The amount as a bar of its shares, the missing one hatched, with a legend and a sentence."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._due: Money | None = None
        self._split: Split | None = None
        self.body.setContentsMargins(18, 16, 18, 16)
        self._title = Label(Role.STRONG)
        self._covered = Label(Role.SMALLMED)
        self._covered.setObjectName("payment.covered")
        self._bar = SplitBar()
        self._from_balance = Label(Role.SMALL, "text2")
        self._from_credit = Label(Role.SMALL, "text2")
        self._missing = Label(Role.SMALLSTRONG, "danger")
        self._missing.setObjectName("payment.missing")
        self._legend = [
            _entry(Swatch("accent"), self._from_balance),
            _entry(Swatch("credit"), self._from_credit),
            _entry(Icon("warning", "danger", 14), self._missing),
        ]
        self.body.addLayout(row(self._title, None, self._covered))
        self.body.addWidget(self._bar)
        self.body.addLayout(row(*self._legend, None, spacing=18))
        self.retranslate()

    def show_split(self, due: Money, split: Split) -> None:
        """Show what the funds give towards an amount."""
        self._due, self._split = due, split
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("How the amount is split"))
        if self._due is None or self._split is None:
            return
        money, due, split = self._texts.money, self._due, self._split
        missing = due - split.total
        covered = self.tr("{covered} of {total} covered").format(covered=money(split.total), total=money(due))
        self._covered.setText(covered)
        self._covered.set_tone("danger" if missing else "success")
        self._from_balance.setText(self.tr("Balance {amount}").format(amount=money(split.balance)))
        self._from_credit.setText(self.tr("Credit {amount}").format(amount=money(split.credit)))
        self._missing.setText(self.tr("Missing {amount}").format(amount=money(missing)))
        for entry, amount in zip(self._legend, (split.balance, split.credit, missing), strict=True):
            entry.setVisible(bool(amount))
        shares = (
            Share(_proportion(split.balance, due), "accent"),
            Share(_proportion(split.credit, due), "credit"),
            Share(_proportion(missing, due), "danger", is_missing=True),
        )
        self._bar.set_shares(shares, covered)


def _entry(sign: QWidget, label: Label) -> QWidget:
    entry = QWidget()
    layout = QVBoxLayout(entry)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row(sign, label, spacing=7))
    return entry


def _proportion(share: Money, whole: Money) -> float:
    """How much of the bar a share is; no amount is made of it."""
    return float(share.amount / whole.amount) if whole else 0.0
