"""What people read is true: the examples of the README are answered, and every command has help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.cli import main
from supportplan_desktop.cli.program import build_parser

if TYPE_CHECKING:
    from supportplan_desktop.cli.parsing import Parser
    from tests.cli.console import Console

README = Path(__file__).parents[2] / "README.md"


def examples() -> list[str]:
    name = "supportplan "
    return [line[len(name) :] for line in README.read_text("utf-8").splitlines() if line.startswith(name)]


def commands(parser: Parser, named: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command and every group of commands, by its names."""
    found = [named]
    for action in parser._actions:
        if action.dest.endswith("command") and isinstance(action.choices, dict):
            for name, inner in action.choices.items():
                found += commands(inner, (*named, name))
    return found


def test_every_example_is_answered(console: Console, tmp_path: Path) -> None:
    lines = examples()
    assert len(lines) == 5
    for line in lines:
        data = "" if line.startswith("price ") else f" --data-dir {tmp_path}"
        assert console.answer(f"{line}{data}")


@pytest.mark.parametrize("command", commands(build_parser()), ids=" ".join)
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    assert main([*command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: {' '.join(('supportplan', *command))} ")
