"""The sharing page in the real window over real services; each test opens the accounts it needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.drivers.sharing import SharingDriver

if TYPE_CHECKING:
    from tests.ui.drivers.window import WindowDriver

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A menu that pops up has the offscreen platform say what it cannot do, beside what it says of every window."""
    said = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard")
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(said, append=False)


@pytest.fixture
def sharing(application: WindowDriver) -> SharingDriver:
    return SharingDriver(application.start())
