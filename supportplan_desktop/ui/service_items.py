"""The guide's table of a plan: service item, service content, operation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.plain import Button, Card, Label, Rule, column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.catalogue import ItemContent, Response, ServiceCatalogue, ServiceItem, Tier

_NOTHING = "–"
_EDGE = 20
_ITEM_WIDTH = 216
_OPERATION_WIDTH = 148
_HEAD_HEIGHT = 36
_ROW_HEIGHT = 46
_TIMES_A_LINE = 4


class ServiceItems(Retranslated, Card):
    """One row per service item of a tier; response times stand side by side, operations are buttons.

    `compare` is the button that leads to all plans side by side; `allow` is given each button that creates something.
    """

    ticket_requested = Signal(str)
    """(item code): a service ticket about that item shall be created."""

    def __init__(self, allow: Callable[[QWidget], None]) -> None:
        super().__init__(padded=False)
        self._allow = allow
        self._tier: Tier | None = None
        self._catalogue: ServiceCatalogue | None = None
        self.setObjectName("details.items")
        self._title = Label(Role.H2)
        self.compare = Button("ghost", "arrow_right", icon_after=True)
        self.compare.setObjectName("details.compare")
        top = row(self._title, None, self.compare)
        top.setContentsMargins(_EDGE, 10, 8, 10)
        self.body.addLayout(top)
        self._heads = [Label(Role.SMALLMED, "muted") for _ in range(3)]
        head = QFrame()
        head.setProperty("panel", "head")
        head.setMinimumHeight(_HEAD_HEIGHT)
        head.setLayout(_columns(*self._heads))
        self.body.addWidget(head)
        self._rows = QWidget()
        self.body.addWidget(self._rows)
        self.retranslate()

    def show_tier(self, tier: Tier, catalogue: ServiceCatalogue) -> None:
        """Show what that tier has."""
        self._tier, self._catalogue = tier, catalogue
        self.retranslate()

    def retranslate(self) -> None:
        """Word the heads and build the rows anew: there are few."""
        for head, text in zip(
            self._heads, (self.tr("Service Item"), self.tr("Service Content"), self.tr("Operation")), strict=True
        ):
            head.setText(text)
        self.compare.setText(self.tr("Compare plans"))
        if self._tier is None or self._catalogue is None:
            return
        self._title.setText(self.tr("Service items of {plan}").format(plan=self._tier.name.within(QLocale().name())))
        rows = QWidget()
        lines: list[QWidget] = []
        for item in self._catalogue.items:
            lines += [Rule(), self._row(item, item.contents[self._tier.code])]
        rows.setLayout(column(*lines[1:], spacing=0))
        self.body.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _row(self, item: ServiceItem, content: ItemContent) -> QWidget:
        language = QLocale().name()
        name = Label(Role.MEDIUM, wraps=True, text=item.name.within(language))
        shown = self._times(content.responses) if content.responses else _content(content.text.within(language))
        made = QWidget()
        made.setObjectName(f"details.item.{item.code}")
        made.setMinimumHeight(_ROW_HEIGHT)
        made.setLayout(_columns(name, shown, self._operation(item, content)))
        return made

    def _operation(self, item: ServiceItem, content: ItemContent) -> QWidget:
        if item.operation is None or not content.operation:
            return Label(tone="muted", text=_NOTHING)
        language = QLocale().name()
        button = Button(compact=True, text=item.operation.within(language))
        button.setObjectName(f"details.ticket.{item.code}")
        button.setAccessibleDescription(item.name.within(language))
        button.clicked.connect(partial(self.ticket_requested.emit, item.code))
        self._allow(button)
        return button

    def _times(self, responses: tuple[Response, ...]) -> QWidget:
        """Each severity's time over its name; more than four go on two lines."""
        made = QWidget()
        made.setObjectName("details.response_times")
        lines = -(-len(responses) // _TIMES_A_LINE)
        a_line = -(-len(responses) // lines)
        made.setLayout(
            column(*(self._line(responses[at : at + a_line]) for at in range(0, len(responses), a_line)), spacing=10)
        )
        made.layout().setContentsMargins(0, 10, 0, 10)  # type: ignore[union-attr] # it was set a line above
        return made

    def _line(self, responses: tuple[Response, ...]) -> QHBoxLayout:
        assert self._catalogue is not None
        language = QLocale().name()
        line = row(spacing=14)
        for number, response in enumerate(responses):
            severity = self._catalogue.severity(response.severity)
            if number:
                line.addWidget(Rule(upright=True))
            time = Label(Role.STRONG, text=response.within.within(language), wraps=True)
            name = Label(Role.SMALL, "muted", text=severity.name.within(language), wraps=True)
            cell = QWidget()
            cell.setLayout(column(time, name, None, spacing=1))
            cell.setToolTip(severity.note.within(language))
            line.addWidget(cell, 1)
        return line


def _content(text: str) -> Label:
    return Label(tone="muted" if text == _NOTHING else "text2", text=text, wraps=True)


def _columns(item: QWidget, content: QWidget, operation: QWidget) -> QHBoxLayout:
    """The three columns at the widths that all rows share."""
    item.setFixedWidth(_ITEM_WIDTH)
    held = QWidget()
    held.setFixedWidth(_OPERATION_WIDTH)
    held.setLayout(row(operation, None))
    columns = row(item, content, held, spacing=20)
    columns.setStretchFactor(content, 1)
    columns.setAlignment(item, Qt.AlignmentFlag.AlignVCenter)
    columns.setContentsMargins(_EDGE, 0, _EDGE, 0)
    return columns
