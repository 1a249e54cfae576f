"""The program: reads the command line, runs the command, writes its answer, and ends with a stable exit code.

0 answered, 2 the command line cannot be read, 3 refused, 4 the data or something else is not available.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from typing import TYPE_CHECKING

from supportplan_desktop import __version__
from supportplan_desktop.cli import (
    accounts,
    correspondence,
    ordering,
    orders,
    organization,
    plan,
    price,
    sharing,
    upkeep,
    vendor,
)
from supportplan_desktop.cli.output import refusal_spelled, write
from supportplan_desktop.cli.parsing import Parser, UsageWrong
from supportplan_desktop.domain.errors import (
    CertificateRefused,
    Refusal,
    RequestTimedOut,
    ServerNotOurs,
    ServerUnreachable,
    StoreTooNew,
    StoreUnavailable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, USAGE, REFUSED, UNAVAILABLE = 0, 2, 3, 4

_GROUPS = (price, plan, ordering, orders, accounts, organization, sharing, correspondence, vendor, upkeep)


class OutputFailed(Refusal):
    """The answer could not be written: fact `detail`."""

    code = "output.failed"


class InternalError(Refusal):
    """A fault of the program itself, said without a traceback: facts `error` and `detail`."""

    code = "internal"


_EXITS: dict[type[Refusal], int] = {
    UsageWrong: USAGE,
    StoreTooNew: UNAVAILABLE,
    StoreUnavailable: UNAVAILABLE,
    RequestTimedOut: UNAVAILABLE,
    ServerUnreachable: UNAVAILABLE,
    ServerNotOurs: UNAVAILABLE,
    CertificateRefused: UNAVAILABLE,
    OutputFailed: UNAVAILABLE,
    InternalError: UNAVAILABLE,
}


def build_parser() -> Parser:
    """The parser of every command there is."""
    parser = Parser(
        "supportplan",
        description="Support plans without a window: JSON on standard output, refusals as JSON on standard error.",
        epilog="Exit codes: 0 answered, 2 wrong usage, 3 refused, 4 not available.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for group in _GROUPS:
        group.add_to(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command line, that of the process by default; returns the exit code."""
    try:
        _answer(arguments)
    except Refusal as refusal:
        return _refuse(refusal)
    except SystemExit as done:  # --help and --version have been answered
        return done.code if isinstance(done.code, int) else OK
    except Exception as error:  # noqa: BLE001 - whatever it is, a script reads JSON and no traceback
        return _refuse(InternalError(error=type(error).__name__, detail=str(error)))
    return OK


def _answer(arguments: Sequence[str] | None) -> None:
    chosen = build_parser().parse_args(arguments)
    answer = chosen.run(chosen)
    try:
        write(answer, sys.stdout)
    except OSError as error:
        _let_go_of_stdout()
        raise OutputFailed(detail=str(error)) from None


def _refuse(refusal: Refusal) -> int:
    write(refusal_spelled(refusal), sys.stderr)
    return _EXITS.get(type(refusal), REFUSED)


def _let_go_of_stdout() -> None:
    """Keep Python from writing the rest, and complaining of it in its own words, when it ends."""
    with suppress(UnsupportedOperation):  # a stream that is no file has nothing left to write
        number = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
