"""The type scale: one table of roles, set as QFont because a sheet knows no font features.

Figures are tabular in every role; contextual alternates are off, or 7x24 would be drawn with a multiplication sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FAMILIES = ["Inter", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Segoe UI", "Helvetica Neue"]
_CAPTION_CHINESE = 9.0


@dataclass(frozen=True, slots=True)
class _Face:
    points: float
    weight: int
    spacing: float = 0.0


class Role(Enum):
    """What a text is for: size in points, weight, letter spacing in pixels (Latin only)."""

    DISPLAY = _Face(23, 600, -0.6)
    H1 = _Face(18, 600, -0.4)
    FIGURE = _Face(15, 600, -0.3)
    TITLE = _Face(14.5, 600, -0.25)
    H2 = _Face(12.5, 600, -0.15)
    MONEY = _Face(12, 600, -0.1)
    H3 = _Face(10.5, 600, -0.05)
    BODY = _Face(10, 400)
    MEDIUM = _Face(10, 500)
    STRONG = _Face(10, 600, 0.001)
    SMALL = _Face(9, 400)
    SMALLMED = _Face(9, 500)
    SMALLSTRONG = _Face(9, 600)
    CAPTION = _Face(8.5, 500, 0.1)
    CODE = _Face(16, 600)


class _Script:
    """Which script texts are set in at present; Chinese takes no letter spacing and no type under 9 pt."""

    is_chinese = False


def set_chinese(is_chinese: bool) -> None:
    """Choose the script before roles are applied (again): once at start and when the language changes."""
    _Script.is_chinese = is_chinese


def font(role: Role) -> QFont:
    """The font of a role in the present script."""
    face = role.value
    made = QFont()
    made.setFamilies(_FAMILIES)
    points = face.points
    if _Script.is_chinese and role is Role.CAPTION:
        points = _CAPTION_CHINESE
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight(face.weight))
    if face.spacing and not _Script.is_chinese:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def set_role(widget: QWidget, role: Role) -> None:
    """Set a widget's font and remember the role, so that a language change can set it again."""
    widget.setProperty("typeRole", role.name)
    widget.setFont(font(role))


def reapply(root: QWidget) -> None:
    """Set the fonts of a widget and all below it again, in the present script."""
    from PySide6.QtWidgets import QWidget as Widget  # noqa: PLC0415 - QtGui alone is enough for the rest

    for widget in (root, *root.findChildren(Widget)):
        name = widget.property("typeRole")
        if name:
            widget.setFont(font(Role[name]))
