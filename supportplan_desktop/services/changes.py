"""What a finished command may have changed, so that whoever shows it can look again (DESIGN 4)."""

from __future__ import annotations

from enum import Flag, auto


class Change(Flag):
    """The areas of an account that a command touches; combine them with `|`."""

    NONE = 0
    PLAN = auto()
    ORDERS = auto()
    FUNDS = auto()
    MESSAGES = auto()
    ACCOUNTS = auto()
    ORGANIZATION = auto()
    TICKETS = auto()
    CLOCK = auto()
    EVERYTHING = PLAN | ORDERS | FUNDS | MESSAGES | ACCOUNTS | ORGANIZATION | TICKETS | CLOCK
