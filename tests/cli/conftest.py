from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.assets import resource
from tests.cli.console import Console, Json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(capsys)


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
