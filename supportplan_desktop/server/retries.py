"""Running a whole use case again that the database ended because of another one."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, TypeVar

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.services.ports import TransactionConflict

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

TRIES = 6
_FIRST_WAIT = 0.01  # seconds, at most; twice as long each time


def carried_out(call: Callable[[], T], conflicted: Callable[[], None]) -> T:
    """What the call returns; after a TransactionConflict it is made again, some times, a random moment later.

    `conflicted` is told of each. StoreUnavailable where it never goes through.
    """
    for number in range(TRIES):
        try:
            return call()
        except TransactionConflict:
            conflicted()
            time.sleep(random.uniform(0, _FIRST_WAIT * 2**number))  # noqa: S311 - only to come at different moments
    raise StoreUnavailable(detail="too many at once")
