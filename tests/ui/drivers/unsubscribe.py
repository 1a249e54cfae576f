"""The Unsubscribe wizard as a user works it."""

from __future__ import annotations

from typing import Self

from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QTableWidget, QWidget

from tests.ui.drivers.paying import PayingDriver, Role


class UnsubscribeDriver(PayingDriver):
    """One open wizard that gives the plan up."""

    @property
    def amount_due(self) -> str:
        """What comes back, until it is done."""
        return self.text("refund.amount")

    def row(self, number: int) -> tuple[str, str, str]:
        """Consumed amount, handling fee and refund amount of a row of the table."""
        return (
            self.text(f"unsubscribe.row.{number}.consumed"),
            self.text(f"unsubscribe.row.{number}.fee"),
            self.text(f"unsubscribe.row.{number}.refund"),
        )

    @property
    def rows(self) -> int:
        number = 0
        while self.shows(f"unsubscribe.row.{number}.refund"):
            number += 1
        return number

    @property
    def sum(self) -> tuple[str, str, str, str]:
        """Paid, consumed, fee, refund."""
        lines = tuple(self.text(f"refund.line.{kind}") for kind in ("paid", "consumed", "fee"))
        return (lines[0], lines[1], lines[2], self.amount_due)

    @property
    def reasons(self) -> list[str]:
        return [radio.text() for radio in self.root.findChildren(QRadioButton) if radio.isVisible()]

    @property
    def consequence(self) -> str:
        return self.find(QWidget, "unsubscribe.consequence").accessibleName()

    @property
    def is_confirmed(self) -> bool:
        return self.find(QCheckBox, "unsubscribe.confirmed").isChecked()

    def because(self, reason: str, note: str = "") -> Self:
        """Choose a reason, and write what it is."""
        self.find(QRadioButton, f"unsubscribe.reason.{reason}").click()
        if note:
            self.find(QLineEdit, "unsubscribe.note").setText(note)
        return self

    def confirm(self) -> Self:
        self.find(QCheckBox, "unsubscribe.confirmed").setChecked(True)
        return self

    def unsubscribe(self) -> Self:
        """The button that does it."""
        return self.use(Role.NextButton)

    def keep(self) -> Self:
        """The other one."""
        return self.use(Role.CancelButton)

    def days(self) -> QTableWidget:
        """Unfold what would come back on each day, as a table."""
        self.click("unsubscribe.days").click("unsubscribe.as_table")
        return self.find(QTableWidget, "unsubscribe.table")
