"""The purchase wizard as a user works it: by what is written on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMessageBox, QWidget, QWizard

from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.ui.widgets import Banner, CodeBoxes, DurationPicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.ui.wizards.purchase import PurchaseWizard

WidgetT = TypeVar("WidgetT", bound=QWidget)
Button = QWizard.WizardButton


class PurchaseDriver:
    """One open wizard. What is asked of the page means the page that is shown; every deed waits for its answers."""

    def __init__(self, wizard: PurchaseWizard, settle: Callable[[], None]) -> None:
        self.wizard = wizard
        self.settle = settle

    # What is there

    @property
    def step(self) -> PurchaseStep:
        return PurchaseStep(self.wizard.currentId())

    @property
    def refusal(self) -> str:
        """What the page refuses, title and advice; empty where it refuses nothing."""
        banner = self.on_page(Banner, "wizard.refusal")
        return f"{banner.title} {banner.text}".strip() if banner.isVisible() else ""

    @property
    def amount_due(self) -> str:
        return self.text("summary.amount")

    @property
    def attempts(self) -> str:
        return self.text("verification.attempts")

    def text(self, name: str) -> str:
        """The visible words of a label, of the page or of the summary beside it."""
        return self.find(QLabel, name).text()

    def find(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = [widget for widget in self.wizard.findChildren(kind, name) if widget.isVisibleTo(self.wizard)]
        assert len(found) == 1, f"{len(found)} visible {name}"
        return found[0]

    def on_page(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = self.wizard.currentPage().findChild(kind, name)
        assert found is not None, f"no {name} on the page"
        return found

    def button(self, role: QWizard.WizardButton) -> QAbstractButton:
        return self.wizard.button(role)

    # What is done

    def click(self, name: str) -> Self:
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is disabled"
        button.click()
        self.settle()
        return self

    def press(self, role: QWizard.WizardButton) -> Self:
        button = self.button(role)
        assert button.isVisible(), f"{role} is not there"
        assert button.isEnabled(), f"{button.text()} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()
        return self

    def choose(self, tier: str) -> Self:
        return self.click(f"purchase.tier.{tier}")

    def months(self, count: int) -> Self:
        self.find(DurationPicker, "purchase.duration").choose(count)
        self.settle()
        return self

    def next(self) -> Self:
        """The primary button: Buy Now, Next, Make Payment."""
        return self.press(Button.NextButton)

    def back(self) -> Self:
        return self.press(Button.BackButton)

    def done(self) -> Self:
        return self.press(Button.FinishButton)

    def agree(self) -> Self:
        self.find(QCheckBox, "order.agreement").setChecked(True)
        return self

    def pay_later(self) -> Self:
        return self.press(Button.CustomButton2)

    def cancel_order(self) -> Self:
        """Press Cancel Order and answer the question with yes."""
        self.press(Button.CustomButton1)
        question = self.wizard.findChild(QMessageBox)
        assert question is not None, "nothing was asked"
        question.button(QMessageBox.StandardButton.Yes).click()
        self.settle()
        return self

    def send_code(self) -> Self:
        return self.click("verification.send")

    def demonstration_code(self) -> str:
        """Unfold the demonstration's message and read the code there."""
        if not any(label.isVisibleTo(self.wizard) for label in self.wizard.findChildren(QLabel, "demonstration.code")):
            self.click("demonstration.unfold")
        return self.text("demonstration.code")

    def type_code(self, code: str) -> Self:
        boxes = self.find(CodeBoxes, "verification.code")
        boxes.setFocus()
        boxes.clear()
        QTest.keyClicks(QApplication.focusWidget() or boxes, code)
        return self

    def enter(self) -> Self:
        QTest.keyClick(QApplication.focusWidget() or self.wizard, Qt.Key.Key_Return)
        self.settle()
        return self

    # Whole ways

    def to_confirm(self, tier: str = "business", months: int = 1) -> Self:
        return self.choose(tier).months(months).next()

    def to_pay(self, tier: str = "business", months: int = 1) -> Self:
        return self.to_confirm(tier, months).agree().next()

    def to_verify(self, tier: str = "business", months: int = 1) -> Self:
        return self.to_pay(tier, months).next()
