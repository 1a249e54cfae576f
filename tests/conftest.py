"""What holds for every test. Nothing of Qt here: the core's tests also run where Qt cannot be imported."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Cluster

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is not a failing example, and the same examples everywhere make a failure anybody's.
settings.register_profile("everywhere", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everywhere"))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of the tests' own, started for the first test that asks for a database in it."""
    from tests import postgres  # noqa: PLC0415 - only tests with a database load its libraries

    yield from postgres.cluster()


@pytest.fixture
def log_is_meant() -> None:
    """For tests, and fixtures, that mean the warnings and errors they log."""


@pytest.fixture(autouse=True)
def _no_unexpected_log_records(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail for every warning or error of ours, unless a test asks for `log_is_meant` or calls `caplog.clear()`."""
    yield
    if "log_is_meant" in request.fixturenames:
        return
    unexpected = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name.startswith("supportplan_desktop")
    ]
    assert not unexpected, f"unexpected log records: {unexpected}"
