"""What was asked for at the start: which data, which clock, which language and theme."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from supportplan_desktop.assets import resource

DEMO, LOCAL, REMOTE = "demo", "local", "remote"
PROFILE = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Settings:
    """One start of the program.

    `data_dir` holds every profile; `demo` names a demonstration, None for the profile `profile`, which is a server's
    where `is_remote`, else local. `at` sets a demonstration's clock (UTC). `language` and `theme` are None where the
    remembered choice counts.
    """

    data_dir: Path
    demo: str | None = None
    at: datetime | None = None
    profile: str = PROFILE
    language: str | None = None
    theme: str | None = None
    reset_demo: bool = False
    is_remote: bool = False

    @property
    def folder(self) -> Path:
        """Where the data of this start lies."""
        if self.demo:
            return self.data_dir / DEMO / self.demo
        return self.data_dir / (REMOTE if self.is_remote else LOCAL) / self.profile


def is_remote_profile(data_dir: Path, name: str) -> bool:
    """Whether the profile of that name is a server's: it has been connected before, and is no local one."""
    return (data_dir / REMOTE / name).is_dir() and not (data_dir / LOCAL / name).is_dir()


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
