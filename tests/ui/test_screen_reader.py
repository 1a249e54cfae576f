"""Screen readers out of process: the window on a real screen server, heard and worked over the accessibility bus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.ui.fakes import BOUGHT

if TYPE_CHECKING:
    from typing import TypedDict

    class Told(TypedDict):
        windows: list[str]
        heard: list[list[str]]
        controls: list[list[str]]


ROOT = Path(__file__).parents[2]
DEBIANS_PYTHON = "/usr/bin/python3"
A_SCREEN = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x900x24", "dbus-run-session", "--"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how screen readers go on Linux"),
]


def told(folder: Path, language: str, button: str, dialog: str) -> Told:
    """What a screen reader tells that presses the button in a window of its own demonstration."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = os.environ | {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "0",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    settings = ["--demo", f"--data-dir={folder}", f"--language={language}", f"--at={BOUGHT.isoformat()}"]
    window = [sys.executable, str(ROOT / "main.py"), *settings]
    reader = [DEBIANS_PYTHON, str(Path(__file__).with_name("screen_reader.py")), button, dialog]
    done = subprocess.run(
        [*A_SCREEN, *reader, *window], env=environment, capture_output=True, text=True, check=False, timeout=180
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return cast("Told", json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("language", "window", "button", "dialog"),
    [("en", "Support Plan", "Renew", "Renew Support Plan"), ("zh_CN", "支持计划", "续费", "续费支持计划")],
)
def test_a_screen_reader_finds_renew_by_its_name_presses_it_and_hears_the_wizard(
    tmp_path: Path, language: str, window: str, button: str, dialog: str
) -> None:
    answer = told(tmp_path, language, button, dialog)

    assert answer["windows"] == [window]
    assert ["window:activate", "dialog", dialog] in answer["heard"]
    assert any(role == "radio button" for role, _ in answer["controls"])
    assert [role for role, name in answer["controls"] if not name] == []
