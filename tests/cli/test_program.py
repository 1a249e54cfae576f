"""The program as it is started: exit codes, streams, and what it does without."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from supportplan_desktop import __version__
from supportplan_desktop.cli import main, price
from tests.cli.console import Console, usd

ROOT = Path(__file__).parents[2]
PURCHASE = "price purchase --tier 商业级 --months 1 --at 2019-12-09".split()
HEAVY = {"sqlalchemy", "alembic", "keyring", "platformdirs", "pydantic", "httpx2", "fastapi"}
WITHOUT_QT = "import sys; sys.modules.update(PySide6=None, shiboken6=None)\n"
ANSWER = "from supportplan_desktop.cli import main\ncode = main(sys.argv[1:])\n"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_started_as_a_module_it_answers() -> None:
    done = run("-m", "supportplan_desktop.cli", *PURCHASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["total"] == usd("90.00")


def test_started_as_a_module_it_refuses() -> None:
    done = run("-m", "supportplan_desktop.cli", *PURCHASE, "--currency", "XXX")
    assert (done.returncode, done.stdout) == (3, "")
    assert json.loads(done.stderr)["code"] == "input.invalid"


def test_it_answers_where_qt_cannot_be_imported() -> None:
    done = run("-c", f"{WITHOUT_QT}{ANSWER}sys.exit(code)", *PURCHASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["total"] == usd("90.00")


@pytest.mark.parametrize("arguments", [["--help"], ["price", "change", "--help"], ["price", "change"]])
def test_help_and_wrong_usage_load_nothing_heavy(arguments: list[str]) -> None:
    done = run("-c", f"import sys\n{ANSWER}print('loaded', *sys.modules)", *arguments)
    loaded = done.stdout.splitlines()[-1].split()
    assert "supportplan_desktop.cli.price" in loaded
    assert not {*loaded} & {*HEAVY, "PySide6", "supportplan_desktop.bootstrap"}


def test_a_price_needs_no_database() -> None:
    done = run("-c", f"import sys\n{ANSWER}print('loaded', *sys.modules)", *PURCHASE)
    assert not {*done.stdout.splitlines()[-1].split()} & {"sqlalchemy", "alembic", "keyring", "PySide6"}


def test_a_terminal_without_chinese_gets_escapes() -> None:
    done = run("-m", "supportplan_desktop.cli", *PURCHASE, "--proration", "天", PYTHONIOENCODING="ascii")
    assert done.returncode == 3
    assert done.stderr.isascii()
    assert json.loads(done.stderr)["facts"]["value"] == "天"


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
def test_an_argument_that_is_no_text_is_refused_like_any_other() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "supportplan_desktop.cli", "price", "term", "--months", "1", "--start", b"\xff"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert json.loads(done.stderr)["facts"]["field"] == "start"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
def test_an_answer_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "supportplan_desktop.cli", *PURCHASE],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 4
    assert json.loads(done.stderr)["code"] == "output.failed"


def test_an_answer_into_the_void_is_said(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError("nobody listens")

    monkeypatch.setattr(sys, "stdout", Closed())
    refusal = console.refusal("price term --start 2019-01-31 --months 1", exit_code=4)
    assert refusal["message"] == "The answer could not be written: nobody listens."


def test_a_fault_of_the_program_is_json_too(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise LookupError("a wheel came off")

    monkeypatch.setattr(price, "sale_of", broken)
    refusal = console.refusal(" ".join(PURCHASE), exit_code=4)
    assert refusal["facts"] == {"error": "LookupError", "detail": "a wheel came off"}


def test_help_and_version_are_answered_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"supportplan {__version__}\n"
    assert main(["price", "--help"]) == 0
    assert "unsubscription" in capsys.readouterr().out
