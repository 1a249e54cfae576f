"""The change wizard as a user works it."""

from __future__ import annotations

from typing import Self

from PySide6.QtWidgets import QTableWidget

from supportplan_desktop.ui.widgets import AmountCurve, Chip, Skeleton
from tests.ui.drivers.paying import PayingDriver


class ChangeDriver(PayingDriver):
    """One open wizard that changes the plan."""

    def _settle(self) -> None:
        super()._settle()
        self._qtbot.waitUntil(lambda: not self._shows_skeleton(), timeout=10_000)

    def _shows_skeleton(self) -> bool:
        return self.is_open and any(part.isVisible() for part in self.wizard.findChildren(Skeleton))

    def choose(self, tier: str) -> Self:
        return self.click(f"change.tier.{tier}")

    def amount(self, tier: str) -> str:
        """The amount on the card of a tier."""
        return self.text(f"change.amount.{tier}")

    def counted(self, name: str) -> str:
        """What a chip over the differences says."""
        return self.find(Chip, f"change.{name}").text

    @property
    def curve(self) -> AmountCurve:
        return self.find(AmountCurve, "change.curve")

    @property
    def pill(self) -> str:
        shown = self.curve.shown
        assert shown is not None
        return shown.pill

    @property
    def table(self) -> list[tuple[str, str]]:
        """The curve as a table, unfolded: day and amount."""
        if not self.shows("change.table"):
            self.click("change.as_table")
        table = self.find(QTableWidget, "change.table")
        rows = [[table.item(row, column) for column in range(2)] for row in range(table.rowCount())]
        return [(day.text(), amount.text()) for day, amount in rows if day is not None and amount is not None]

    # Whole ways

    def to_confirm(self, tier: str) -> Self:
        return self.choose(tier).next()

    def confirmed(self, tier: str) -> Self:
        """Choose, agree, press Confirm Change."""
        return self.to_confirm(tier).agree().next()
