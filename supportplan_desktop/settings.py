"""What was asked for at the start: which data, which clock, which language and theme."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from supportplan_desktop.assets import resource

DEMO = "demo"
PROFILE = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Settings:
    """One start of the program.

    `data_dir` holds every profile; `demo` names a demonstration, None for the local profile `profile`. `at` sets a
    demonstration's clock (UTC). `language` and `theme` are None where the remembered choice counts.
    """

    data_dir: Path
    demo: str | None = None
    at: datetime | None = None
    profile: str = PROFILE
    language: str | None = None
    theme: str | None = None
    reset_demo: bool = False

    @property
    def folder(self) -> Path:
        """Where the data of this start lies."""
        return self.data_dir.joinpath(*(("demo", self.demo) if self.demo else ("local", self.profile)))


def default_data_dir() -> Path:
    """Where the user's data lives on this system."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no folder was named

    return user_data_path("supportplan-desktop", appauthor=False)


def checked_name(name: str) -> str:
    """A name of a demonstration or profile, which is also its folder: letters, digits and dashes, or ValueError."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"letters, digits and dashes are expected, at most 40, not {name!r}")
    return name


def checked_instant(text: str) -> datetime:
    """An ISO 8601 instant in UTC; without an offset it is the site's time. ValueError for what is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"an instant such as 2019-12-09T11:41:23 is expected, not {text!r}") from None
    if at.tzinfo is None:
        zone = json.loads((resource("catalogue") / "catalogue.json").read_text("utf-8"))["site_zone"]
        at = at.replace(tzinfo=ZoneInfo(zone))
    try:
        return at.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError(f"an instant such as 2019-12-09T11:41:23 is expected, not {text!r}") from None
