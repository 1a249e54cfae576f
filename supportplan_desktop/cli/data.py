"""The data a command works on: its options, and the services of a profile or demonstration."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from supportplan_desktop.cli.parsing import Parser, UsageWrong, options
from supportplan_desktop.cli.reading import instant
from supportplan_desktop.cli.sale import vendor_catalogue
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.settings import DEMO, PROFILE, Settings, checked_name, default_data_dir

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from supportplan_desktop.services.interfaces import Services


def data_options() -> Parser:
    """The options that say which data a command works on; the window's own, with the same meaning."""
    parser = options()
    group = parser.add_argument_group("the data")
    group.add_argument("--data-dir", type=Path, metavar="DIR", help="folder of all data")
    group.add_argument("--profile", default=PROFILE, metavar="NAME", help="local data")
    group.add_argument("--demo", nargs="?", const=DEMO, metavar="NAME", help="demonstration data")
    group.add_argument("--at", metavar="INSTANT", help="set the demonstration's clock")
    return parser


def settings_of(chosen: Namespace) -> Settings:
    """The settings those options mean; InvalidInput, UsageWrong."""
    if chosen.at is not None and chosen.demo is None:
        raise UsageWrong(usage="--demo --at INSTANT", problem="Only a demonstration has a clock to set: add --demo")
    return Settings(
        data_dir=(chosen.data_dir or default_data_dir()).absolute(),
        demo=None if chosen.demo is None else _name(chosen.demo, "demo"),
        at=None if chosen.at is None else instant(chosen.at, "at", vendor_catalogue().site_zone),
        profile=_name(chosen.profile, "profile"),
    )


@contextmanager
def opened(settings: Settings) -> Iterator[Services]:
    """The services of the first account there, for as long as the command runs.

    NoAccountYet, StoreTooNew, StoreUnavailable, CatalogueInvalid.
    """
    from supportplan_desktop.bootstrap import LocalData  # noqa: PLC0415 - the store is heavy, and prices need none

    data = LocalData(settings)
    try:
        yield data.open()
    finally:
        data.close()


def _name(name: str, field: str) -> str:
    try:
        return checked_name(name)
    except ValueError:
        raise InvalidInput(field=field, value=name, expected="a name of letters, digits and dashes") from None
