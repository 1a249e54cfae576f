"""A pytest plug-in that makes Qt impossible to import, to prove that the core does without.

Used as `PYTHONPATH=tests python -m pytest -p no:pytest-qt -p without_qt tests/domain …`.
"""

import sys

import pytest

for package in ("PySide6", "shiboken6"):
    sys.modules[package] = None  # type: ignore[assignment]  # None is how Python marks what may not be imported


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings that belong to pytest-qt, which is not loaded here."""
    parser.addini("qt_api", "unused without Qt")
    parser.addini("qt_log_level_fail", "unused without Qt")
