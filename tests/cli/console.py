"""Runs the program in this process and reads what it said."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

from supportplan_desktop.cli import main

if TYPE_CHECKING:
    import pytest

Json = dict[str, Any]


class Console:
    """A terminal: `answer` for what succeeds, `refusal` for what does not."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def answer(self, line: str) -> Json:
        """The answer of a command line that must succeed, and say nothing else."""
        code, said, complained = self._run(line)
        assert (code, complained) == (0, "")
        answer: Json = json.loads(said)
        return answer

    def refusal(self, line: str, exit_code: int = 3) -> Json:
        """The refusal of a command line that must end with that exit code, and say nothing else."""
        code, said, complained = self._run(line)
        assert (code, said) == (exit_code, "")
        refusal: Json = json.loads(complained)
        assert list(refusal) == ["code", "facts", "message"]
        assert "Traceback" not in complained
        return refusal

    def _run(self, line: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = main(shlex.split(line))
        said, complained = self._capsys.readouterr()
        return code, said, complained


def usd(amount: str) -> Json:
    return {"amount": amount, "currency": "USD"}


def lines(answer: Json) -> list[tuple[str, int | None, str]]:
    """The printed lines as kind, term and amount."""
    return [(line["kind"], line["term"], line["amount"]["amount"]) for line in answer["lines"]]
