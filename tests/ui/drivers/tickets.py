"""Service Tickets and the dialog that creates them, as a user works them."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QRadioButton, QWidget

from supportplan_desktop.ui.widgets import Banner
from tests.ui.drivers.driver import Driver


class TicketsDriver(Driver):
    """The page and the dialogs in front of it: they are found under the same window."""

    @property
    def view(self) -> QListView:
        return self.find(QListView, "tickets.list")

    @property
    def rows(self) -> list[str]:
        """Every row as a screen reader says it."""
        model = self.view.model()
        rows = range(model.rowCount())
        return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]

    @property
    def said(self) -> list[str]:
        """What was said in the open ticket, oldest first."""
        messages = self.find(QWidget, "tickets.conversation").findChildren(QWidget, "tickets.message")
        return [message.findChildren(QLabel)[-1].text() for message in messages if message.isVisible()]

    def open(self, row: int) -> Self:
        """Click on a row."""
        index = self.view.model().index(row, 0)
        self.view.scrollTo(index)
        place = self.view.visualRect(index).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return self

    def to_the_end(self) -> Self:
        """Scroll down as far as it goes at this moment."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()
        return self

    # The dialog

    @property
    def items(self) -> list[str]:
        """What a ticket can be about."""
        box = self.find(QComboBox, "ticket.item")
        return [box.itemText(place) for place in range(box.count())]

    @property
    def item(self) -> str:
        return self.find(QComboBox, "ticket.item").currentText()

    @property
    def severities(self) -> list[str]:
        buttons = [button for button in self.root.findChildren(QRadioButton) if button.isVisible()]
        return [button.text() for button in buttons]

    def banner(self, name: str) -> str:
        """Title and body of a banner; empty where it is not there."""
        return self.find(Banner, name).accessibleName() if self.shows(name) else ""

    def about(self, item: str) -> Self:
        self.find(QComboBox, "ticket.item").setCurrentText(item)
        return self

    def severity(self, code: str) -> Self:
        self.find(QRadioButton, f"ticket.severity.{code}").click()
        return self

    def type_subject(self, text: str) -> Self:
        self.find(QLineEdit, "ticket.subject").setText(text)
        return self

    def type_description(self, text: str) -> Self:
        self.find(QPlainTextEdit, "ticket.description").setPlainText(text)
        return self

    @property
    def typed(self) -> tuple[str, str]:
        """Subject and description as they stand there."""
        description = self.find(QPlainTextEdit, "ticket.description").toPlainText()
        return self.find(QLineEdit, "ticket.subject").text(), description

    def send(self) -> Self:
        """Press Create Service Ticket in the dialog."""
        return self.click("ticket.create")

    @property
    def typed_answer(self) -> str:
        """What is being written to the open ticket."""
        return self.find(QPlainTextEdit, "tickets.answer").toPlainText()

    def type_answer(self, text: str) -> Self:
        self.find(QPlainTextEdit, "tickets.answer").setPlainText(text)
        return self

    def answer(self, text: str) -> Self:
        """Write to the open ticket and send it."""
        return self.type_answer(text).click("tickets.send")
