from __future__ import annotations

import json
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.cli import main
from tests.cli.console import Console, Json
from tests.cli.profile import BOUGHT, BUYER, OPEN, Profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(capsys)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration as of the instant of the guide's examples, and the buyer's account in it."""
    folder = tmp_path_factory.mktemp("told")
    assert main([*shlex.split(OPEN), "--data-dir", str(folder), "--demo", "--at", BOUGHT]) == 0
    return folder


@pytest.fixture
def demo(console: Console, told: Path, tmp_path: Path) -> Profile:
    """An account without a past, of the demonstration because its clock can be set."""
    shutil.copytree(told, tmp_path / "data")
    return Profile(console, tmp_path / "data", BOUGHT, BUYER)


@pytest.fixture
def local(console: Console, tmp_path: Path) -> Profile:
    """A local profile with its first account, on the computer's own clock."""
    profile = Profile(console, tmp_path / "data")
    profile.answer(OPEN)
    return profile


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[..., Path]:
    """A copy of one of the vendor's files in which values, by their path, are other ones."""

    def write(name: str, changes: dict[tuple[str | int, ...], object]) -> Path:
        content: Json = json.loads((resource("catalogue") / name).read_text("utf-8"))
        for (*path, last), value in changes.items():
            place = content
            for step in path:
                place = place[step]  # type: ignore[index]  # steps into a list are numbers
            place[last] = value  # type: ignore[index]  # the same
        file = tmp_path / name
        file.write_text(json.dumps(content), "utf-8")
        return file

    return write
