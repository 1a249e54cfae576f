"""Everything can be read: the token pairs of the design in both themes, the tiers' colours of the catalogue too."""

from __future__ import annotations

import pytest

from supportplan_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, Tone
from tests.ui.fakes import offer

TEXT, CONTROL = 4.5, 3.0
THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("bg", "rail", "surface", "raised", "sunken", "hover", "selected")
INKS = ("text", "text2", "muted")
FILLS = ("accent", "accent_hover", "accent_press", "danger_fill")
TONES = ("info", "success", "warning", "danger")
WHITE = "FFFFFF"


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_pairs(tokens: Tokens) -> dict[str, tuple[str, str]]:
    pairs = {
        f"{ink} on {ground}": (getattr(tokens, ink), getattr(tokens, ground)) for ink in INKS for ground in GROUNDS
    }
    pairs |= {f"white on {fill}": (tokens.on_accent, getattr(tokens, fill)) for fill in FILLS}
    for name in TONES:
        tone: Tone = getattr(tokens, name)
        grounds = {"soft": tone.soft, "surface": tokens.surface, "bg": tokens.bg}
        pairs |= {f"{name} on {ground}": (tone.text, colour) for ground, colour in grounds.items()}
        pairs |= {f"{ink} on {name}.soft": (getattr(tokens, ink), tone.soft) for ink in ("text", "text2")}
    return pairs | {"tool tip": (tokens.on_tip, tokens.tip)}


def control_pairs(tokens: Tokens) -> dict[str, tuple[str, str]]:
    pairs = {f"border on {ground}": (tokens.border_control, getattr(tokens, ground)) for ground in ("bg", "surface")}
    pairs |= {f"accent on {ground}": (tokens.accent, getattr(tokens, ground)) for ground in ("bg", "surface")}
    pairs |= {f"focus on {ground}": (tokens.focus, getattr(tokens, ground)) for ground in ("bg", "rail", "surface")}
    return pairs | {"credit": (tokens.credit, tokens.surface)}


@pytest.mark.parametrize("theme", THEMES)
def test_texts_can_be_read_on_every_ground_they_stand_on(theme: str) -> None:
    too_weak = {name: round(contrast(*pair), 2) for name, pair in text_pairs(THEMES[theme]).items()}
    assert {name: ratio for name, ratio in too_weak.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_controls_and_the_focus_stand_out_from_their_ground(theme: str) -> None:
    ratios = {name: round(contrast(*pair), 2) for name, pair in control_pairs(THEMES[theme]).items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < CONTROL} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_the_colours_of_every_tier_of_the_catalogue_can_be_read(theme: str) -> None:
    tokens = THEMES[theme]
    weak: dict[str, tuple[float, float]] = {}
    for tier in offer().catalogue.tiers:
        colours = tier.light if theme == "light" else tier.dark
        weak |= {
            f"{tier.code} text on soft": (contrast(colours.text, colours.soft), TEXT),
            f"{tier.code} text on surface": (contrast(colours.text, tokens.surface), TEXT),
            f"{tier.code} body text on soft": (contrast(tokens.text, colours.soft), TEXT),
            f"{tier.code} glyph on fill": (contrast(WHITE, colours.fill), CONTROL),
            f"{tier.code} fill on surface": (contrast(colours.fill, tokens.surface), CONTROL),
        }
    assert {name: round(ratio, 2) for name, (ratio, least) in weak.items() if ratio < least} == {}
