"""The data a command works on: its options, and the services of a profile or demonstration for who acts."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from supportplan_desktop.cli.parsing import Parser, UsageWrong, options
from supportplan_desktop.cli.reading import choice, instant
from supportplan_desktop.cli.sale import vendor_catalogue
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import AccountNameAmbiguous, AccountNotFound, InvalidInput
from supportplan_desktop.settings import DEMO, PROFILE, Settings, checked_name, default_data_dir

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from supportplan_desktop.cli.parsing import Answer, Run
    from supportplan_desktop.domain.accounts import Account, NewAccount
    from supportplan_desktop.services.interfaces import Services


def data_options() -> Parser:
    """The options that say which data a command works on, as the window's, and who acts on it."""
    parser = options()
    group = parser.add_argument_group("the data")
    group.add_argument("--data-dir", type=Path, metavar="DIR", help="folder of all data")
    group.add_argument("--profile", default=PROFILE, metavar="NAME", help="local data")
    group.add_argument("--demo", nargs="?", const=DEMO, metavar="NAME", help="demonstration data")
    group.add_argument("--at", metavar="INSTANT", help="set the demonstration's clock")
    group.add_argument("--as", dest="acting", metavar="ACCOUNT", help="act for the account of that name or id")
    group.add_argument("--role", metavar="ROLE", help=f"act as {', '.join(Role)}; the first by default")
    return parser


def data_arguments(chosen: Namespace) -> list[str]:
    """The same options once more, for a command line that goes on with the same data."""
    said = (
        ("--data-dir", chosen.data_dir),
        ("--profile", None if chosen.profile == PROFILE else chosen.profile),
        ("--demo", chosen.demo),
        ("--at", chosen.at),
        ("--as", chosen.acting),
        ("--role", chosen.role),
    )
    return [part for name, value in said if value is not None for part in (name, str(value))]


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
def opened(settings: Settings, first: tuple[UUID, NewAccount] | None = None) -> Iterator[Services]:
    """The services of the first account there, which is opened where one is given, for as long as the command runs.

    NoAccountYet, StoreTooNew, StoreUnavailable, CatalogueInvalid.
    """
    from supportplan_desktop.bootstrap import LocalData  # noqa: PLC0415 - the store is heavy, and prices need none

    data = LocalData(settings)
    try:
        yield data.open() if first is None else data.open_with(*first)
    finally:
        data.close()


@contextmanager
def acting(chosen: Namespace) -> Iterator[Services]:
    """The services of the account that acts, in its role; AccountNotFound, AccountNameAmbiguous, as `opened`."""
    role = Role.OWNER if chosen.role is None else choice(chosen.role, "role", Role)
    with opened(settings_of(chosen)) as first:
        account = first.accounts.me() if chosen.acting is None else account_named(first, chosen.acting)
        yield first.accounts.act_as(account.id, role)


def over(ask: Callable[[Services, Namespace], Answer]) -> Run:
    """A command over the services of who acts, once what time has made due is done."""

    def run(chosen: Namespace) -> Answer:
        with acting(chosen) as services:
            services.orders.advance()
            return ask(services, chosen)

    return run


def account_named(services: Services, name: str) -> Account:
    """The account of that id or name, in any case where none is written so; AccountNotFound, AccountNameAmbiguous."""
    known = services.accounts.others()
    wanted = name.strip()
    found = [one for one in known if wanted in {one.name, str(one.id)}]
    found = found or [one for one in known if wanted.casefold() in {one.name.casefold(), str(one.id)}]
    if not found:
        raise AccountNotFound(account=name)
    if len(found) > 1:
        raise AccountNameAmbiguous(account=name)
    return found[0]


def _name(name: str, field: str) -> str:
    try:
        return checked_name(name)
    except ValueError:
        raise InvalidInput(field=field, value=name, expected="a name of letters, digits and dashes") from None
