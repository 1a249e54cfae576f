"""What was asked for at the start: which data, which clock, which language and theme."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from zoneinfo import ZoneInfo

from supportplan_desktop.assets import resource

DEMO, LOCAL, REMOTE = "demo", "local", "remote"
PROFILE = "default"
REMOTE_FILE = "profile.json"
_SERVER = "server"
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


@dataclass(frozen=True, slots=True)
class RemoteProfile:
    """A server's address and the name that signs in there."""

    server: str
    login: str


def remote_profile(folder: Path) -> RemoteProfile | None:
    """Which server and login a remote profile is; None for a new one, and where its file says nothing that counts."""
    try:
        said = json.loads((folder / REMOTE_FILE).read_text("utf-8"))
        return RemoteProfile(str(said["server"]), str(said["login"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@dataclass(frozen=True, slots=True)
class KnownProfile:
    """A profile that has been used: `kind` is local or remote, `at` the server of a remote one."""

    kind: str
    name: str
    at: RemoteProfile | None = None


def known_profiles(data_dir: Path) -> tuple[KnownProfile, ...]:
    """Every profile of that folder, those on this computer first, by name."""
    local = [KnownProfile(LOCAL, name) for name in _folders(data_dir / LOCAL)]
    remote = [
        KnownProfile(REMOTE, name, remote_profile(data_dir / REMOTE / name)) for name in _folders(data_dir / REMOTE)
    ]
    return (*local, *(profile for profile in remote if profile.at is not None))


def free_profile(data_dir: Path) -> str:
    """A name that no profile has yet, for one of a server."""
    taken = {*_folders(data_dir / LOCAL), *_folders(data_dir / REMOTE)}
    numbered = (f"{_SERVER}-{number}" for number in count(2))
    return next(name for name in chain((_SERVER,), numbered) if name not in taken)


def _folders(parent: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in parent.iterdir() if entry.is_dir())
    except OSError:
        return []


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
