"""From which funds an amount came, or to which it goes back, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.ui.texts import Texts


class SplitWords(QObject):
    """Words a split in the language of the moment."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def paid(self, split: Split) -> str:
        """As "Balance $60.00 · Credit $30.00", in the order in which they pay; funds that give nothing are left out."""
        return " · ".join(self._shares(split))

    def refunded(self, split: Split) -> str:
        """As "Credit $30.00 · Balance $60.00", in the order in which they get back."""
        return " · ".join(self._shares(split)[::-1])

    def _shares(self, split: Split) -> list[str]:
        shares = []
        if split.balance:
            shares.append(self.tr("Balance {amount}").format(amount=self._texts.money(split.balance)))
        if split.credit:
            shares.append(self.tr("Credit {amount}").format(amount=self._texts.money(split.credit)))
        return shares
