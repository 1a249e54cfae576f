"""Data that cannot be reached, and data that several processes reach at once."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.console import Console
    from tests.cli.profile import Profile

ROOT = Path(__file__).parents[2]
ID = "1b671a64-40d5-491e-99b0-da01ff1f3341"


def started(line: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "supportplan_desktop.cli", *shlex.split(line)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def database(profile: Profile) -> Path:
    (file,) = profile.folder.rglob("supportplan.db")
    return file


def test_a_folder_that_is_none_is_unavailable(console: Console, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refusal = console.refusal(f"details --data-dir {tmp_path / 'file'}", exit_code=4)
    assert refusal["code"] == "store.unavailable"
    assert refusal["message"].startswith("The data cannot be reached: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable to this user")
def test_a_folder_that_may_not_be_read_is_unavailable(local: Profile) -> None:
    folder = database(local).parent
    folder.chmod(0)
    try:
        assert local.refusal("details", exit_code=4)["code"] == "store.unavailable"
    finally:
        folder.chmod(0o700)


def test_a_file_that_is_no_database_is_unavailable(local: Profile) -> None:
    database(local).write_text("not a database, but long enough to be taken for one", "utf-8")
    assert local.refusal("orders list", exit_code=4)["code"] == "store.unavailable"


def test_a_file_of_a_newer_version_is_left_as_it_is(local: Profile) -> None:
    file = database(local)
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
    refusal = local.refusal("account list", exit_code=4)
    assert (refusal["code"], refusal["facts"]["found"]) == ("store.too_new", "9999")


def test_two_processes_that_send_one_order_make_one_order(local: Profile) -> None:
    line = local.line(f"buy --tier business --months 1 --agree current --order-id {ID}")
    both = [started(line) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]
    assert [(process.returncode, complained) for process, (_, complained) in zip(both, said, strict=True)] == [
        (0, "")
    ] * 2
    one, other = (json.loads(answer) for answer, _ in said)
    assert one["order"] == other["order"]
    assert local.answer("orders list")["count"] == 1
    codes = [message for message in local.answer("messages list")["messages"] if message["code"]]
    assert len(codes) == 1


def test_two_processes_that_pay_one_order_pay_once(local: Profile) -> None:
    sent = local.answer("buy --tier business --months 1 --agree current")
    line = local.line(f"orders pay {sent['order']['number']} --code {local.code(sent['order']['id'])}")
    both = [started(line) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said[0] == said[1]
    assert local.answer("account funds")["available_credit"]["amount"] == "470.00"
    assert local.answer("audit verify")["holds"]
