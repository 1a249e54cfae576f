"""The theme in force: palette and sheet from the tokens, following the system or a choice."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from supportplan_desktop.assets import resource
from supportplan_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, Tone
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Tier, TierColours

CHOICES = ("system", "light", "dark")


class Theme(QObject):
    """One per application. `changed` comes after palette and sheet have been set."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        self._template = (resource("qss") / "app.qss").read_text("utf-8")
        self._is_dark: bool | None = None
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font(Role.BODY))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """What was chosen: system, light or dark."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return bool(self._is_dark)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self._is_dark else LIGHT

    def apply(self, choice: str) -> None:
        """Use light, dark, or what the system uses; ValueError for anything else."""
        if choice not in CHOICES:
            raise ValueError(f"a theme is one of {', '.join(CHOICES)}, not {choice!r}")
        self._choice = choice
        self._follow()

    def refresh_fonts(self) -> None:
        """Set the application's font again, after the language has changed."""
        self._app.setFont(font(Role.BODY))

    def tier(self, tier: Tier) -> TierColours:
        """The colours of a tier in the theme in force."""
        return tier.dark if self._is_dark else tier.light

    def _follow(self) -> None:
        system = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        is_dark = system if self._choice == "system" else self._choice == "dark"
        if is_dark == self._is_dark:
            return
        self._is_dark = is_dark
        # Once a rule colours a widget its palette is ignored, so the palette comes first, then the sheet.
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(sheet(self._template, self.tokens, is_dark=is_dark))
        self.changed.emit()


def theme() -> Theme:
    """The application's theme, for painters; RuntimeError before it was made."""
    app = QApplication.instance()
    found = app.findChild(Theme) if app is not None else None
    if found is None:
        raise RuntimeError("the application has no theme yet")
    return found


def colour(hexadecimal: str, alpha: float = 1.0) -> QColor:
    """A token as a QColor."""
    made = QColor(f"#{hexadecimal}")
    made.setAlphaF(alpha)
    return made


def sheet(template: str, tokens: Tokens, *, is_dark: bool) -> str:
    """The application's sheet: `@name` and `@tone.text` in the template become the tokens' colours."""
    values = {"icons": (resource("icons")).as_posix(), "variant": "dark" if is_dark else "light"}
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Tone):
            values |= {f"{field.name}.{part.name}": f"#{getattr(value, part.name)}" for part in fields(value)}
        else:
            values[field.name] = f"#{value}"
    for name in sorted(values, key=len, reverse=True):
        template = template.replace(f"@{name}", values[name])
    return template


def palette(tokens: Tokens) -> QPalette:
    """Every role of the palette, so that what has no rule follows too."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, value in {
        roles.Window: tokens.bg,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.sunken,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.on_accent,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.PlaceholderText: tokens.muted,
        roles.ToolTipBase: tokens.tip,
        roles.ToolTipText: tokens.on_tip,
        roles.Link: tokens.info.text,
        roles.LinkVisited: tokens.info.text,
        roles.Accent: tokens.accent,
        roles.Light: tokens.raised,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.border_strong,
        roles.Dark: tokens.border_control,
        roles.Shadow: tokens.shadow,
    }.items():
        made.setColor(role, colour(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour(tokens.disabled))
    for role in (roles.Base, roles.Button):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour(tokens.disabled_bg))
    return made
