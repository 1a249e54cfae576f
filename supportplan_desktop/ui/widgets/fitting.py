"""Windows that are as high as their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fit_height(window: QWidget) -> None:
    """Make a window as high as what is in it needs at its width: a layout alone does not count wrapped lines."""
    layout = window.layout()
    if layout is None:
        return
    layout.activate()
    width = max(window.width(), window.minimumWidth(), layout.minimumSize().width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
    window.setMinimumHeight(0)
    window.resize(width, height)
    window.setMinimumHeight(height)
