"""What a comparison of plans says: per service item one cell for each tier, and where it is more than its left one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from supportplan_desktop.domain.catalogue import LocalText

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue


@dataclass(frozen=True, slots=True)
class Cell:
    """What one tier has: `is_more` than the tier to its left, or not included at all."""

    tier: str
    text: LocalText
    is_more: bool
    is_absent: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One service item over all tiers, lowest first; `differs` where not all have the same."""

    code: str
    name: LocalText
    cells: tuple[Cell, ...]
    differs: bool


def compared(catalogue: ServiceCatalogue) -> tuple[Row, ...]:
    """All service items of the catalogue, in its order."""
    rows = []
    for item in catalogue.items:
        contents = [item.contents[tier.code] for tier in catalogue.tiers]
        more = [False, *(right.level > left.level for left, right in pairwise(contents))]
        cells = tuple(
            Cell(tier.code, content.summary, is_more, content.level == 0)
            for tier, content, is_more in zip(catalogue.tiers, contents, more, strict=True)
        )
        differs = len({content.level for content in contents}) > 1
        rows.append(Row(item.code, item.comparison_name, cells, differs))
    return tuple(rows)
