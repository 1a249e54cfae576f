"""The renew wizard as a user works it."""

from __future__ import annotations

from typing import Self

from PySide6.QtWidgets import QAbstractButton

from supportplan_desktop.ui.widgets import DurationPicker
from tests.ui.drivers.paying import PayingDriver


class RenewDriver(PayingDriver):
    """One open wizard that renews."""

    def months(self, count: int) -> Self:
        self.find(DurationPicker, "renew.duration").choose(count)
        self.settle()
        return self

    def spoken(self, count: int) -> str:
        """What a screen reader says of a duration."""
        return self.find(QAbstractButton, f"renew.duration.{count}").accessibleName()
