"""What a change of plan changes, item by item: what one has now, what one has afterwards, more or less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from supportplan_desktop.domain.catalogue import ServiceItem
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Chip, Icon, Label, Rule, TierMark, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue

_EDGE = 18
_HEAD, _ROW = 32, 34
_WIDTHS = (13, 19, 24)
_SIGN = 14


@dataclass(frozen=True, slots=True)
class Differences:
    """The service items of which there is more, of which there is less, and how many stay as they are."""

    gained: tuple[ServiceItem, ...]
    lost: tuple[ServiceItem, ...]
    same: int


def differences(catalogue: ServiceCatalogue, before: str, after: str) -> Differences:
    """What a change from one tier to another does, by the levels of each item's contents."""
    items = catalogue.items
    gained = tuple(item for item in items if item.contents[after].level > item.contents[before].level)
    lost = tuple(item for item in items if item.contents[after].level < item.contents[before].level)
    return Differences(gained, lost, len(items) - len(gained) - len(lost))


class DifferencesCard(Retranslated, Card):
    """A row for each item that changes, in the catalogue's order; the rest is only counted."""

    def __init__(self, catalogue: ServiceCatalogue) -> None:
        super().__init__(padded=False)
        self._catalogue = catalogue
        self._tiers: tuple[str, str] | None = None
        self.setObjectName("change.differences")
        self._title = Label(Role.H3)
        self._gained, self._lost = Chip(), Chip()
        self._gained.setObjectName("change.gained")
        self._lost.setObjectName("change.lost")
        self._same = Label(Role.SMALL, "muted")
        self._same.setObjectName("change.same")
        head = row(self._title, None, self._gained, self._lost, self._same)
        head.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self._rows = QWidget()
        self.body.addLayout(head)
        self.body.addWidget(self._rows)
        self.retranslate()

    def show_change(self, before: str, after: str) -> None:
        """Show what changing between those tiers does."""
        if self._tiers != (before, after):
            self._tiers = (before, after)
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything, and build the rows anew: there are few."""
        self._title.setText(self.tr("What changes"))
        if self._tiers is None:
            return
        found = differences(self._catalogue, *self._tiers)
        gained, lost = len(found.gained), len(found.lost)
        if gained:
            self._gained.set_state("success", "plus", self.tr("%n item(s) gained", "", gained))
        else:
            self._gained.set_state("neutral", "equals", self.tr("Nothing gained"))
        if lost:
            self._lost.set_state("danger", "minus", self.tr("%n item(s) become less", "", lost))
        else:
            self._lost.set_state("neutral", "equals", self.tr("Nothing lost"))
        self._same.setText(self.tr("%n item(s) stay", "", found.same))
        rows = self._made(found)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _made(self, found: Differences) -> QWidget:
        assert self._tiers is not None
        language = QLocale().name()
        before, after = (self._catalogue.tier(code) for code in self._tiers)
        head = QFrame()
        head.setProperty("panel", "head")
        head.setMinimumHeight(_HEAD)
        now = self.tr("Now · {plan}").format(plan=before.name.within(language))
        then = self.tr("After · {plan}").format(plan=after.name.within(language))
        named, has, gets = (Label(Role.SMALLMED, "muted", text=name) for name in (self.tr("Service Item"), now, then))
        marked = QWidget()
        marked.setLayout(row(TierMark(_SIGN, after), gets, None, spacing=7))
        head.setLayout(_cells(named, has, marked))
        parts: list[QWidget] = [head]
        changed = [item for item in self._catalogue.items if item in found.gained or item in found.lost]
        for number, item in enumerate(changed):
            if number:
                parts.append(Rule())
            parts.append(self._row(item, now, then, is_gained=item in found.gained))
        made = QWidget()
        made.setLayout(column(*parts, spacing=0))
        return made

    def _row(self, item: ServiceItem, now: str, then: str, *, is_gained: bool) -> QWidget:
        assert self._tiers is not None
        language = QLocale().name()
        before, after = (item.contents[code].summary.within(language) for code in self._tiers)
        name = item.comparison_name.within(language)
        sign = Icon("plus" if is_gained else "minus", "success" if is_gained else "danger", _SIGN)
        had = Label(tone="muted", text=before, wraps=True)
        had.setAccessibleName(f"{name}, {now}: {before}")
        has = Label(Role.MEDIUM, text=after, wraps=True)
        more = self.tr("more than now") if is_gained else self.tr("less than now")
        has.setAccessibleName(f"{name}, {then}: {after} ({more})")
        afterwards = QWidget()
        line = row(spacing=7)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(has, 1)
        afterwards.setLayout(line)
        made = QWidget()
        made.setObjectName(f"change.item.{item.code}")
        made.setMinimumHeight(_ROW)
        made.setLayout(_cells(Label(Role.MEDIUM, text=name, wraps=True), had, afterwards))
        return made


def _cells(*cells: QWidget) -> QGridLayout:
    """Three columns at the proportions that all rows share."""
    grid = QGridLayout()
    grid.setContentsMargins(_EDGE, 3, _EDGE, 3)
    grid.setHorizontalSpacing(16)
    for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        cell.setMinimumWidth(1)
        policy = cell.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        cell.setSizePolicy(policy)
        grid.addWidget(cell, 0, place, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(place, width)
    return grid
