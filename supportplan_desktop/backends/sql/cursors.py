"""Opaque cursors: where a list goes on, as text that a caller only hands back."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

_GREATEST = 2**63 - 1


def encoded(values: Sequence[str | int]) -> str:
    """The cursor of those values."""
    return base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def decoded(cursor: str, shape: Sequence[type[str | int]]) -> list[str | int]:
    """The values of a cursor made for a list of this shape; InvalidInput for anything else."""
    try:
        values = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        values = None
    if (
        not isinstance(values, list)
        or [type(value) for value in values] != list(shape)
        or any(isinstance(value, int) and not -_GREATEST <= value <= _GREATEST for value in values)
    ):
        raise InvalidInput(field="cursor", value=cursor)
    return values
