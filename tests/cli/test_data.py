"""The data of a command: the window's options, the window's data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.cli.data import data_options, opened, settings_of
from supportplan_desktop.cli.parsing import UsageWrong
from supportplan_desktop.domain.errors import InvalidInput, NoAccountYet, Refusal, StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.settings import Settings


def settings(line: str) -> Settings:
    return settings_of(data_options().parse_args(line.split()))


def test_the_options_are_those_of_the_window(tmp_path: Path) -> None:
    asked = settings(f"--data-dir {tmp_path} --demo fair --at 2019-12-09T11:41:23")
    assert (asked.data_dir, asked.demo, asked.profile) == (tmp_path, "fair", "default")
    assert asked.at == datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
    assert settings("--demo").demo == "demo"
    assert settings("--profile work").profile == "work"


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("--at 2019-12-09", UsageWrong),
        ("--demo --at yesterday", InvalidInput),
        ("--demo --at 0001-01-01", InvalidInput),
        ("--demo ../elsewhere", InvalidInput),
        ("--profile a/b", InvalidInput),
    ],
)
def test_options_that_cannot_be_meant_are_refused(line: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        settings(line)


def test_a_demonstration_is_told_and_let_go_of(tmp_path: Path) -> None:
    asked = settings(f"--data-dir {tmp_path} --demo --at 2019-12-20T11:41:23")
    for _ in range(2):
        with opened(asked) as services:
            assert services.accounts.me().name
            assert services.clock.now() == asked.at


def test_a_profile_without_an_account_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoAccountYet), opened(settings(f"--data-dir {tmp_path}")):
        pass


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable), opened(settings(f"--data-dir {tmp_path / 'file'}")):
        pass
