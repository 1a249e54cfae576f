"""Labels, buttons, cards and lines: stock widgets with a role, dressed by the sheet."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role

LayoutT = TypeVar("LayoutT", bound=QBoxLayout)

_BUTTON_ICON = QSize(16, 16)
_KIND_TINTS = {"primary": "on_accent", "dangerfill": "on_accent", "ghost": "info", "danger": "danger"}
CARD_PADDING = 20


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property the sheet knows, and dress this one widget again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Label(QLabel):
    """A text in a role and a tone (text, text2, muted, accent, success, warning, danger)."""

    def __init__(
        self, role: Role = Role.BODY, tone: str = "text", *, wraps: bool = False, text: str = "", copyable: bool = False
    ) -> None:
        super().__init__(text)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        self.setWordWrap(wraps)
        if copyable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        set_state(self, "tone", tone)


class Button(QPushButton):
    """A button of a kind: primary, secondary, ghost, danger, dangerfill.

    `icon` names a drawing that stands before the label, or after it with `icon_after`.
    """

    def __init__(
        self,
        kind: str = "secondary",
        icon_name: str | None = None,
        *,
        compact: bool = False,
        icon_after: bool = False,
        text: str = "",
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setProperty("compact", compact)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, Role.SMALLMED if compact else Role.MEDIUM)
        if icon_name:
            self.setIcon(icon(icon_name, _KIND_TINTS.get(kind, "text2")))
            self.setIconSize(_BUTTON_ICON)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


class Card(QFrame):
    """A surface with a border; `body` is its layout. Without padding the rows inside reach its edges."""

    def __init__(self, *, padded: bool = True, kind: str = "card") -> None:
        super().__init__()
        self.setProperty("panel", kind)
        self.body = QVBoxLayout(self)
        pad = CARD_PADDING if padded else 1
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(12 if padded else 0)


class Inset(Card):
    """A sunken area within a card."""

    def __init__(self) -> None:
        super().__init__(kind="inset")
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(8)


class Rule(QFrame):
    """A hairline, lying or upright."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("panel", "upright" if upright else "line")
        if upright:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)


def ascent(label: QLabel) -> float:
    """How far the first line of a label rises above its baseline; other scripts than the font's own rise higher."""
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(label.maximumWidth())
    layout.endLayout()
    return line.ascent() if line.isValid() else label.fontMetrics().ascent()


def set_on_one_baseline(*labels: QLabel) -> None:
    """Lower the smaller ones of labels that stand aligned at their tops; to be called again when words change."""
    rises = [ascent(label) for label in labels]
    for label, rise in zip(labels, rises, strict=True):
        label.setContentsMargins(0, round(max(rises) - rise), 0, 0)


def row(*things: QWidget | QBoxLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Things side by side; None is a stretch, a number is a gap."""
    return _filled(QHBoxLayout(), things, spacing)


def column(*things: QWidget | QBoxLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """Things above each other; None is a stretch, a number is a gap."""
    return _filled(QVBoxLayout(), things, spacing)


def _filled(layout: LayoutT, things: tuple[QWidget | QBoxLayout | int | None, ...], spacing: int) -> LayoutT:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for thing in things:
        if thing is None:
            layout.addStretch()
        elif isinstance(thing, int):
            layout.addSpacing(thing)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)
    return layout
