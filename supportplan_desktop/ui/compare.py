"""All plans side by side: what each has, and where one has more than the one to its left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from supportplan_desktop.ui.comparison import Cell, Row, compared
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets.banner import Icon
from supportplan_desktop.ui.widgets.chip import Chip
from supportplan_desktop.ui.widgets.marks import TierMark
from supportplan_desktop.ui.widgets.plain import Button, Card, Label, Rule, column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from supportplan_desktop.domain.catalogue import ServiceCatalogue, Tier
    from supportplan_desktop.ui.texts import Texts

_NAMES_WIDTH = 164
_GAP = 4
_CELL_RADIUS = 7
_ONE_LINE_FROM = 186
_SIGN = 14
_ACTION_HEIGHT = 28
_BEGIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlanHead(QWidget):
    """The head of a tier's column: mark, name, price, and beside or under the price what can be done."""

    def __init__(self, tier: Tier, action: QWidget | None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        language = QLocale().name()
        self.name = Label(Role.H2, text=tier.name.within(language))
        self.price = Label(Role.STRONG)
        self.unit = Label(Role.SMALL, "muted")
        self._action = action
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 0, 4, 10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(row(TierMark(22, tier), self.name, None, spacing=8), 0, 0, 1, 2)
        self._grid.addLayout(row(self.price, self.unit, None, spacing=5), 1, 0)
        self._place()

    def _place(self) -> None:
        is_wide = self.width() >= _ONE_LINE_FROM
        self._grid.setRowMinimumHeight(1, _ACTION_HEIGHT if is_wide else 0)
        if self._action is None:
            return
        self._grid.setRowMinimumHeight(2, 0 if is_wide else _ACTION_HEIGHT)
        self._grid.addWidget(self._action, *((1, 1) if is_wide else (2, 0)), _BEGIN)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= _ONE_LINE_FROM) != (event.oldSize().width() >= _ONE_LINE_FROM):
            self._place()


class Plus(QWidget):
    """A plus in the colour of a tier."""

    def __init__(self, tier: Tier) -> None:
        super().__init__()
        self._tier = tier
        self.setFixedSize(_SIGN, _SIGN)
        theme().changed.connect(self.update)

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "plus", QRectF(self.rect()), colour(theme().tier(self._tier).text))


class ComparedCell(QWidget):
    """What one tier has of one item; on the tier's soft ground with a plus where it is more than its left neighbour."""

    def __init__(self, cell: Cell, tier: Tier, place: str, remark: str) -> None:
        super().__init__()
        self._tier = tier if cell.is_more else None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        text = Label(
            Role.MEDIUM if cell.is_more else Role.BODY,
            "text" if cell.is_more else "muted",
            text=cell.text.within(QLocale().name()),
            wraps=True,
        )
        spoken = f"{place}: {text.text()}"
        text.setAccessibleName(f"{spoken} ({remark})" if cell.is_more else spoken)
        line = row(spacing=6)
        line.setContentsMargins(12, 8, 8, 8)
        sign = Plus(tier) if cell.is_more else Icon("minus", "muted", _SIGN) if cell.is_absent else None
        if sign is not None:
            line.addLayout(column(round((text.fontMetrics().height() - _SIGN) / 2), sign, None, spacing=0))
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        theme().changed.connect(self.update)

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._tier is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme().tier(self._tier).soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 2, 0, -2), _CELL_RADIUS, _CELL_RADIUS)


class CompareTable(Retranslated, Card):
    """A column for each tier of the catalogue, however many; equal cells are quiet, better ones stand out.

    `back` is the button that leads to the service items of the current plan; `allow` is given each that buys.
    """

    selected = Signal(str)
    """(tier): that plan shall be bought."""

    def __init__(self, texts: Texts, allow: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._texts, self._allow = texts, allow
        self._catalogue: ServiceCatalogue | None = None
        self._current = ""
        self._can_buy = False
        self._optional: list[QWidget] = []
        self.setObjectName("compare")
        self.body.setContentsMargins(20, 12, 16, 14)
        self._title = Label(Role.H2)
        self._legend = Label(Role.SMALL, "muted")
        self._differences = QCheckBox()
        self._differences.setObjectName("compare.differences")
        set_role(self._differences, Role.BODY)
        self._differences.toggled.connect(self._show_differences)
        self.back = Button("ghost", "arrow_right", icon_after=True)
        self.back.setObjectName("compare.back")
        plus = Icon("plus", "muted", _SIGN)
        self.body.addLayout(row(self._title, 8, plus, self._legend, None, self._differences, self.back, spacing=6))
        self._table = QWidget()
        self.body.addWidget(self._table)
        self.retranslate()

    def show_plans(self, catalogue: ServiceCatalogue, current: str, *, can_buy: bool) -> None:
        """Compare the catalogue's tiers with the current one marked; with `can_buy` each paid one can be selected."""
        self._catalogue, self._current, self._can_buy = catalogue, current, can_buy
        self.retranslate()

    def retranslate(self) -> None:
        """Word the top and build the table anew: there are few cells."""
        self._title.setText(self.tr("Compare plans"))
        self._legend.setText(self.tr("more than the plan to its left"))
        self._differences.setText(self.tr("Differences only"))
        if self._catalogue is None:
            return
        current = self._catalogue.tier(self._current)
        self.back.setText(self.tr("Service items of {plan}").format(plan=current.name.within(QLocale().name())))
        table = QWidget()
        table.setObjectName("compare.table")
        self._fill(QGridLayout(table), self._catalogue)
        self.body.replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table
        self._show_differences()

    def _fill(self, grid: QGridLayout, catalogue: ServiceCatalogue) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
        self._optional = []
        for number, tier in enumerate(catalogue.tiers, start=1):
            grid.setColumnStretch(number, 1)
            grid.addWidget(self._head(tier), 0, number, Qt.AlignmentFlag.AlignTop)
        for number, line in enumerate(compared(catalogue)):
            self._add(grid, 2 * number + 1, line, catalogue)

    def _head(self, tier: Tier) -> PlanHead:
        action: QWidget | None = None
        if tier.code == self._current:
            action = Chip("neutral", "check", self.tr("Current"))
            action.setObjectName("compare.current")
        elif tier.is_paid and self._can_buy:
            action = button = Button(compact=True, text=self.tr("Select"))
            button.setObjectName(f"compare.select.{tier.code}")
            button.setAccessibleName(self.tr("Select {plan}").format(plan=tier.name.within(QLocale().name())))
            button.clicked.connect(partial(self.selected.emit, tier.code))
            self._allow(button)
        head = PlanHead(tier, action)
        head.price.setText(self._texts.money(tier.monthly_price))
        head.unit.setText(self.tr("/ mo"))
        return head

    def _add(self, grid: QGridLayout, at: int, line: Row, catalogue: ServiceCatalogue) -> None:
        item = line.name.within(QLocale().name())
        rule = Rule()
        name = QWidget()
        name.setObjectName(f"compare.item.{line.code}")
        name.setLayout(column(Label(Role.MEDIUM, text=item, wraps=True), None))
        name.layout().setContentsMargins(0, 8, 8, 8)  # type: ignore[union-attr] # it was set a line above
        grid.addWidget(rule, at, 0, 1, -1)
        grid.addWidget(name, at + 1, 0)
        cells = [self._cell(cell, catalogue.tier(cell.tier), item) for cell in line.cells]
        for number, cell in enumerate(cells, start=1):
            grid.addWidget(cell, at + 1, number)
        if not line.differs:
            self._optional += [rule, name, *cells]

    def _cell(self, cell: Cell, tier: Tier, item: str) -> ComparedCell:
        return ComparedCell(cell, tier, f"{item}, {tier.name.within(QLocale().name())}", self._legend.text())

    def _show_differences(self) -> None:
        for widget in self._optional:
            widget.setVisible(not self._differences.isChecked())
