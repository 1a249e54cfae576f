"""Design tokens: one set of colours for each theme, in the words of the design (hex without `#`).

Sheet, palette and painters all read these; tiers bring their own colours as data of the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """A meaning: its text colour, its soft ground and its line."""

    text: str
    soft: str
    line: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme."""

    bg: str
    rail: str
    surface: str
    raised: str
    sunken: str
    hover: str
    selected: str
    border: str
    border_strong: str
    border_control: str
    text: str
    text2: str
    muted: str
    disabled: str
    disabled_bg: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    info: Tone
    success: Tone
    warning: Tone
    danger: Tone
    danger_fill: str
    credit: str
    tip: str
    on_tip: str
    shadow: str
    focus: str


LIGHT = Tokens(
    bg="F6F7F9",
    rail="EEF0F4",
    surface="FFFFFF",
    raised="FFFFFF",
    sunken="F3F5F8",
    hover="EDF0F4",
    selected="E8EDFB",
    border="E2E6EC",
    border_strong="C9CFD8",
    border_control="858E9C",
    text="161920",
    text2="434B59",
    muted="5B6472",
    disabled="9BA3B0",
    disabled_bg="EEF0F3",
    accent="2F5BD8",
    accent_hover="2850C2",
    accent_press="2146AB",
    on_accent="FFFFFF",
    info=Tone("2A52C4", "E9EEFC", "BFCDF6"),
    success=Tone("14694A", "E6F4ED", "B4DCC8"),
    warning=Tone("875000", "FDF4E2", "EBD09C"),
    danger=Tone("B3261E", "FCECEB", "F0C0BC"),
    danger_fill="B3261E",
    credit="808B9D",
    tip="1F2430",
    on_tip="F4F6FA",
    shadow="1A2233",
    focus="2F5BD8",
)

DARK = Tokens(
    bg="111318",
    rail="0D0F13",
    surface="181B21",
    raised="20242C",
    sunken="14171C",
    hover="232831",
    selected="202B4A",
    border="292E38",
    border_strong="3D4451",
    border_control="747D8D",
    text="ECEEF2",
    text2="BFC6D1",
    muted="9AA3B1",
    disabled="666F7D",
    disabled_bg="20242B",
    accent="4468E2",
    accent_hover="3E61D8",
    accent_press="3A5CD0",
    on_accent="FFFFFF",
    info=Tone("A3B8FF", "1B2440", "324273"),
    success=Tone("73D2A2", "15291F", "28523D"),
    warning=Tone("E9B45C", "2B2213", "5A4520"),
    danger=Tone("FF9389", "331A1A", "6A302D"),
    danger_fill="C23A31",
    credit="78839A",
    tip="E6E9EF",
    on_tip="161920",
    shadow="000000",
    focus="A3B8FF",
)
