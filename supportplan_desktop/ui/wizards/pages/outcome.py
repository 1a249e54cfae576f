"""What became of a payment whose answer was lost: not known yet, or nothing was charged. A paid order goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets import Banner, Button


class PaymentOutcome(Retranslated, Banner):
    """Not there while every payment has been answered."""

    asked = Signal()
    """It is to be found out now."""

    def __init__(self) -> None:
        super().__init__("warning")
        self.setObjectName("verification.outcome")
        self._is_unknown = False
        self._number = ""
        self._ask = Button("secondary", "refresh")
        self._ask.setObjectName("verification.outcome.ask")
        self._ask.clicked.connect(self.asked)
        self.add_action(self._ask)
        self.hide()
        self.retranslate()

    def show_unknown(self) -> None:
        """The server did not answer."""
        self._is_unknown = True
        self.set_tone("warning")
        self.show()
        self.retranslate()

    def show_not_paid(self, number: str) -> None:
        """The server has no payment for the order of that number."""
        self._is_unknown, self._number = False, number
        self.set_tone("info")
        self.show()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self._ask.setText(self.tr("Ask Now"))
        self._ask.setAccessibleName(self._ask.text())
        self._ask.setVisible(self._is_unknown)
        if self._is_unknown:
            self.set_texts(
                self.tr("It is not known yet whether the payment went through."),
                self.tr(
                    "The server stopped answering. As soon as it answers, this page says which; the order is paid once "
                    "or not at all. You can also leave: My Orders shows what became of it."
                ),
            )
        else:
            self.set_texts(
                self.tr("Nothing was charged."),
                self.tr("The server has no payment for order {number}. It stays open and can be paid now.").format(
                    number=self._number
                ),
            )
