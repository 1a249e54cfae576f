"""The head of the list of orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.ui.orders.delegate import EDGE, PAD
from supportplan_desktop.ui.orders.rows import SORTS, Column
from supportplan_desktop.ui.widgets.sort_head import SortHead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class OrderHead(SortHead):
    """The newest order is on top until another column sorts."""

    def __init__(self, parent: QWidget) -> None:
        name = "orders.list.head"
        super().__init__(parent, name, tuple(SORTS), edge=EDGE, pad=PAD, right=(Column.AMOUNT,))
        self.show_sort(Column.CREATED, descending=True)
