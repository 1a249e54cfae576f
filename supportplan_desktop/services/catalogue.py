"""What is sold, and on what terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import AgreementUnknown

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue
    from supportplan_desktop.services.acting import Offer


class CatalogueService:
    """The vendor's offer as the interface `Catalogue` gives it."""

    def __init__(self, offer: Offer) -> None:
        self._offer = offer

    def current(self) -> ServiceCatalogue:
        """The catalogue in force."""
        return self._offer.catalogue

    def agreement(self, version: str | None = None) -> Agreement:
        """The agreement in force, or an earlier version; AgreementUnknown where there is none."""
        if version is None:
            return self._offer.agreements[-1]
        for agreement in self._offer.agreements:
            if agreement.version == version:
                return agreement
        raise AgreementUnknown(version=version)
