"""What is sold, and the instant that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue


class Catalogue(Protocol):
    """What is sold, and on what terms."""

    def current(self) -> ServiceCatalogue:
        """The catalogue in force."""

    def agreement(self, version: str | None = None) -> Agreement:
        """The agreement in force, or an earlier version; AgreementUnknown where there is none."""


class SiteClock(Protocol):
    """The instant that counts, and in a demonstration the way to set it."""

    @property
    def is_movable(self) -> bool:
        """Whether it stands still and can be set: demonstrations only."""

    def now(self) -> datetime:
        """The present instant."""

    def set(self, to: datetime) -> None:
        """Set a demonstration's clock; ClockNotMovable for every other."""
