"""Arguments: a parser that refuses by name instead of ending the program."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from supportplan_desktop.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = dict[str, Any]
    Run = Callable[[argparse.Namespace], Answer]
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse gives the type no public name


class UsageWrong(Refusal):
    """The command line lacks something or has something nobody knows: facts `usage` and `problem`."""

    code = "usage"


class Parser(argparse.ArgumentParser):
    """argparse without abbreviations, whose complaint is a refusal like any other."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(*arguments, **{"allow_abbrev": False} | options)

    def error(self, message: str) -> NoReturn:
        """Refuse with argparse's words and the usage of the command."""
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        raise UsageWrong(usage=usage, problem=message[:1].upper() + message[1:])


def options(*parents: Parser) -> Parser:
    """A set of options that several commands take, itself no command."""
    return Parser(add_help=False, parents=parents)


def add_command(commands: Commands, name: str, summary: str, run: Run, *parents: Parser) -> Parser:
    """A command that is answered by `run`, with the options of `parents`."""
    parser = commands.add_parser(name, help=summary, description=summary, parents=parents)
    parser.set_defaults(run=run)
    return parser


def add_group(commands: Commands, name: str, summary: str) -> Commands:
    """A command that has commands of its own, one of which must be named."""
    parser = commands.add_parser(name, help=summary, description=summary)
    return parser.add_subparsers(dest=f"{name}_command", metavar="COMMAND", required=True)
