"""Lists by pages: the options, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.cli.parsing import Parser, options
from supportplan_desktop.cli.reading import whole

if TYPE_CHECKING:
    from argparse import Namespace

LONGEST_PAGE = 500


def page_options() -> Parser:
    """The options that say which part of a list is answered."""
    parser = options()
    group = parser.add_argument_group("the page")
    group.add_argument("--limit", metavar="COUNT", help=f"how many at most, up to {LONGEST_PAGE}; 100 by default")
    group.add_argument("--cursor", help="go on where an earlier answer ended")
    return parser


def limit_of(chosen: Namespace) -> int:
    """How many rows are asked for at most."""
    return 100 if chosen.limit is None else whole(chosen.limit, "limit", least=1, most=LONGEST_PAGE)
