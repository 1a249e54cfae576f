"""What an account no longer has on a lesser plan, in one or two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.ui.sentences import joined
from supportplan_desktop.ui.wizards.differences import differences

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue


class LostItems(QObject):
    """Says it in the language of the moment."""

    def between(self, catalogue: ServiceCatalogue, before: str, after: str) -> str:
        """As "Lost: … Reduced: service tickets (…)."; nothing where nothing is less."""
        language = QLocale().name()
        lost = differences(catalogue, before, after).lost
        gone = [item.comparison_name.within(language) for item in lost if not item.contents[after].level]
        pair = self.tr("{item} ({content})", "a service item and what is left of it")
        less = [
            pair.format(
                item=item.comparison_name.within(language), content=item.contents[after].summary.within(language)
            )
            for item in lost
            if item.contents[after].level
        ]
        words = []
        if gone:
            words.append(self.tr("Lost: {items}.").format(items=self._listed(gone)))
        if less:
            words.append(self.tr("Reduced: {items}.").format(items=self._listed(less)))
        return joined(*words)

    def _listed(self, words: list[str]) -> str:
        return self.tr(", ", "between the items of a list").join(words)
