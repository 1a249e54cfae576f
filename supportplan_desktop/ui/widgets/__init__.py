"""The kit every screen is built from. Words come from the caller, colours from the theme, fonts from roles."""

from supportplan_desktop.ui.widgets.banner import Banner, Icon
from supportplan_desktop.ui.widgets.bars import Share, SplitBar, TermBar, TermPart
from supportplan_desktop.ui.widgets.chip import Chip
from supportplan_desktop.ui.widgets.choices import Duration, DurationPicker, OptionCard
from supportplan_desktop.ui.widgets.code_boxes import CodeBoxes
from supportplan_desktop.ui.widgets.curve import AmountCurve, CurveDay
from supportplan_desktop.ui.widgets.focus_ring import FocusRing
from supportplan_desktop.ui.widgets.marks import Avatar, TierMark
from supportplan_desktop.ui.widgets.plain import Button, Card, Inset, Label, Rule, column, row, set_state
from supportplan_desktop.ui.widgets.rail import NavigationRail
from supportplan_desktop.ui.widgets.scrolling import scrolled
from supportplan_desktop.ui.widgets.states import EmptyState, LoadingGate, Skeleton
from supportplan_desktop.ui.widgets.timeline import Moment, Timeline
from supportplan_desktop.ui.widgets.toast import Toast
from supportplan_desktop.ui.widgets.unfolding import Unfolding
from supportplan_desktop.ui.widgets.wizard_header import WizardHeader

__all__ = [
    "AmountCurve",
    "Avatar",
    "Banner",
    "Button",
    "Card",
    "Chip",
    "CodeBoxes",
    "CurveDay",
    "Duration",
    "DurationPicker",
    "EmptyState",
    "FocusRing",
    "Icon",
    "Inset",
    "Label",
    "LoadingGate",
    "Moment",
    "NavigationRail",
    "OptionCard",
    "Rule",
    "Share",
    "Skeleton",
    "SplitBar",
    "TermBar",
    "TermPart",
    "TierMark",
    "Timeline",
    "Toast",
    "Unfolding",
    "WizardHeader",
    "column",
    "row",
    "scrolled",
    "set_state",
]
