"""A wizard that pays, or pays back, as a user works it: by what is written on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox, QWizard
from shiboken6 import isValid

from supportplan_desktop.ui.widgets import Banner, CodeBoxes
from tests.ui.drivers.driver import Driver

if TYPE_CHECKING:
    from enum import IntEnum

    from PySide6.QtWidgets import QAbstractButton, QWidget
    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.wizards.paying import PayingWizard
    from supportplan_desktop.ui.wizards.unsubscribe import UnsubscribeWizard

Role = QWizard.WizardButton
_UNKNOWN = "…"


class PayingDriver(Driver):
    """One open wizard. What is asked of the page means the page that is shown."""

    def __init__(self, wizard: PayingWizard | UnsubscribeWizard, qtbot: QtBot, tasks: Tasks) -> None:
        super().__init__(wizard, self._settle)
        self.wizard = wizard
        self._qtbot, self._tasks = qtbot, tasks

    def _settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.busy and not self._is_being_priced(), timeout=10_000)

    def _is_being_priced(self) -> bool:
        """Whether a choice was made whose price is not there yet: it is asked for when the choice has settled."""
        if not self.is_open or self.wizard.currentId() != 0 or self.refusal:
            return False
        return self.amount_due == _UNKNOWN and self.has_choice()

    def has_choice(self) -> bool:
        """Whether there is something whose price will come."""
        return True

    # What is there

    @property
    def is_open(self) -> bool:
        return isValid(self.wizard) and self.wizard.isVisible()

    @property
    def page(self) -> QWidget:
        return self.wizard.currentPage()

    @property
    def refusal(self) -> str:
        """What the page refuses, title and advice; empty where it refuses nothing."""
        banner = self.page.findChild(Banner, "wizard.refusal")
        if banner is None or not banner.isVisible():
            return ""
        return f"{banner.title.text()} {banner.body.text()}".strip()

    @property
    def amount_due(self) -> str:
        return self.text("summary.amount")

    @property
    def attempts(self) -> str:
        return self.text("verification.attempts")

    def is_at(self, step: IntEnum) -> bool:
        return self.wizard.currentId() == step

    def role(self, role: QWizard.WizardButton) -> QAbstractButton:
        return self.wizard.button(role)

    def can_go_on(self) -> bool:
        return self.role(Role.NextButton).isEnabled()

    # What is done

    def use(self, role: QWizard.WizardButton) -> Self:
        """Click one of the footer's buttons."""
        button = self.role(role)
        assert button.isVisible(), f"{role} is not there"
        assert button.isEnabled(), f"{button.text()} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()
        return self

    def next(self) -> Self:
        """The primary button: Buy Now, Next, Make Payment."""
        return self.use(Role.NextButton)

    def back(self) -> Self:
        return self.use(Role.BackButton)

    def leave(self) -> Self:
        return self.use(Role.CancelButton)

    def done(self) -> Self:
        return self.use(Role.FinishButton)

    def agree(self, *, agreed: bool = True) -> Self:
        self.find(QCheckBox, "order.agreement").setChecked(agreed)
        return self

    def pay_later(self) -> Self:
        return self.use(Role.CustomButton2)

    def cancel_order(self) -> Self:
        """Press Cancel Order and answer the question with yes."""
        self.use(Role.CustomButton1)
        question = self.wizard.findChild(QMessageBox)
        assert question is not None, "nothing was asked"
        question.button(QMessageBox.StandardButton.Yes).click()
        self.settle()
        return self

    def send_code(self) -> Self:
        return self.click("verification.send")

    def demonstration_code(self) -> str:
        """Unfold the demonstration's message and read the code there."""
        if not self.shows("demonstration.code"):
            self.click("demonstration.unfold")
        return self.text("demonstration.code").split()[-1]

    def type_code(self, code: str) -> Self:
        boxes = self.find(CodeBoxes, "verification.code")
        boxes.setFocus()
        boxes.clear()
        QTest.keyClicks(QApplication.focusWidget() or boxes, code)
        return self

    def pay(self) -> Self:
        """From the verification page: send a code, read it, pay with it."""
        self.send_code()
        return self.type_code(self.demonstration_code()).next()
