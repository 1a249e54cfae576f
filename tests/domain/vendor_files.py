"""The vendor's data files as they are shipped, and how tests break them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from supportplan_desktop.domain.errors import CatalogueInvalid

if TYPE_CHECKING:
    from collections.abc import Callable

RESOURCES = Path(__file__).parents[2] / "resources"
Json = dict[str, Any]


def shipped(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


def refused(read: Callable[[str], object], content: object) -> tuple[str, str]:
    """Where and why the reader refuses that content."""
    with pytest.raises(CatalogueInvalid) as refusal:
        read(content if isinstance(content, str) else json.dumps(content))
    return str(refusal.value.facts["where"]), str(refusal.value.facts["problem"])


def at(content: Json, *path: str | int) -> Any:  # noqa: ANN401 - any place of a JSON file
    """The value at that path of a file's content."""
    value: Any = content
    for step in path:
        value = value[step]
    return value
