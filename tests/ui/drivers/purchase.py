"""The purchase wizard as a user works it: by what is written on it."""

from __future__ import annotations

from typing import Self

from supportplan_desktop.ui.widgets import DurationPicker, OptionCard
from tests.ui.drivers.paying import PayingDriver


class PurchaseDriver(PayingDriver):
    """One open wizard that buys."""

    def has_choice(self) -> bool:
        return any(card.isChecked() for card in self.wizard.findChildren(OptionCard))

    def choose(self, tier: str) -> Self:
        return self.click(f"purchase.tier.{tier}")

    def months(self, count: int) -> Self:
        self.find(DurationPicker, "purchase.duration").choose(count)
        self.settle()
        return self

    # Whole ways

    def to_confirm(self, tier: str = "business", months: int = 1) -> Self:
        return self.choose(tier).months(months).next()

    def to_pay(self, tier: str = "business", months: int = 1) -> Self:
        return self.to_confirm(tier, months).agree().next()

    def to_verify(self, tier: str = "business", months: int = 1) -> Self:
        return self.to_pay(tier, months).next()
