"""What is done before a server serves, by whoever runs it: tables, accounts, and who signs in."""

from __future__ import annotations

import json
import os
import secrets
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from supportplan_desktop.assets import resource
from supportplan_desktop.backends.clock_file import FileClock
from supportplan_desktop.backends.couriers import CouriersByChannel
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.sql.store import SqlStore
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.bootstrap import services_for, vendor_offer
from supportplan_desktop.demonstration import play
from supportplan_desktop.domain.access import Login
from supportplan_desktop.domain.accounts import NewAccount, Role
from supportplan_desktop.domain.errors import AccountNameAmbiguous, AccountNotFound, InvalidInput, Refusal
from supportplan_desktop.domain.money import Money
from supportplan_desktop.server.auth import Passwords, login_name
from supportplan_desktop.server.databases import bring_up, open_database
from supportplan_desktop.server.settings import database_of
from supportplan_desktop.services.accounts import open_account
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import SystemClock

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from supportplan_desktop.domain.accounts import Account


_LONGEST_LOGIN = 80


class LoginTaken(Refusal):
    """Somebody signs in under that name already: fact `login`."""

    code = "login.taken"


class LoginNotFound(Refusal):
    """Nobody signs in under that name: fact `login`."""

    code = "login.not_found"


class DatabaseNotEmpty(Refusal):
    """Demonstration data is only put where there is no account yet: fact `accounts`."""

    code = "demo.not_empty"


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse names it in private only
    """Add the commands."""
    migrating = commands.add_parser("migrate", help="make the tables, or bring them up to date")
    migrating.set_defaults(run=migrate)
    demonstrating = commands.add_parser(
        "demo", help="make the tables, and fill an empty database with demonstration data"
    )
    _add_password(demonstrating)
    demonstrating.set_defaults(run=demonstrate)
    owning = commands.add_parser("create-owner", help="open an account, and let its owner sign in")
    owning.add_argument("--account", required=True, metavar="NAME", help="name of the account")
    owning.add_argument("--contact", required=True, metavar="NAME", help="the person")
    owning.add_argument("--phone", default="", help="such as +852 61230000")
    owning.add_argument("--email", default="")
    owning.add_argument("--login", required=True, metavar="NAME", help="name to sign in with")
    owning.add_argument("--balance", default="0", metavar="AMOUNT", help="cash balance to begin with")
    owning.add_argument("--credit", default="0", metavar="AMOUNT", help="credit limit")
    _add_password(owning)
    owning.set_defaults(run=create_owner)
    adding = commands.add_parser("add-login", help="let somebody else sign in for an account")
    adding.add_argument("--account", required=True, metavar="NAME", help="exact name of the account")
    adding.add_argument("--login", required=True, metavar="NAME", help="name to sign in with")
    adding.add_argument("--role", type=Role, choices=tuple(Role), default=Role.VIEWER)
    _add_password(adding)
    adding.set_defaults(run=add_login)
    changing = commands.add_parser("set-password", help="set a login's password, and end its sessions")
    changing.add_argument("--login", required=True, metavar="NAME")
    _add_password(changing)
    changing.set_defaults(run=set_password)


def _add_password(parser: ArgumentParser) -> None:
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


@dataclass(frozen=True, slots=True)
class _Opened:
    store: SqlStore
    parts: Parts


def migrate(_chosen: Namespace) -> None:
    """Bring the tables up to date."""
    _say({"revision": bring_up(database_of())})


def demonstrate(chosen: Namespace) -> None:
    """Fill an empty database with demonstration data; its logins share one password, a new one unless it is given."""
    password = _password(chosen) if chosen.password_stdin else secrets.token_urlsafe(12)
    bring_up(database_of())
    with _opened() as opened:
        known = opened.store.accounts()
        if known:
            raise DatabaseNotEmpty(accounts=len(known))
        script = (resource("demo") / "demo.json").read_text("utf-8")
        first = play(script, opened.parts.clock.now(), opened.parts, services_for)
        people = _people(first, opened.store.accounts())
        logins = [_let_in(opened.store, account, login, role, password) for account, login, role in people]
    _say({"password": password, "logins": logins})


def create_owner(chosen: Namespace) -> None:
    """Open an account with its funds, and let its owner sign in."""
    password = _password(chosen)
    with _opened() as opened:
        _check_free(opened.store, chosen.login)
        currency = opened.parts.offer.catalogue.currency
        new = NewAccount(
            chosen.account,
            chosen.contact,
            chosen.phone,
            chosen.email,
            _amount("balance", chosen.balance, currency),
            _amount("credit", chosen.credit, currency),
        )
        account = open_account(opened.parts, uuid4(), new)
        _say({"account": str(account.id), **_let_in(opened.store, account, chosen.login, Role.OWNER, password)})


def add_login(chosen: Namespace) -> None:
    """Let somebody else sign in for an account."""
    password = _password(chosen)
    with _opened() as opened:
        _check_free(opened.store, chosen.login)
        named = opened.store.accounts_named(chosen.account)
        if not named:
            raise AccountNotFound(account=chosen.account)
        if len(named) > 1:
            raise AccountNameAmbiguous(account=chosen.account)
        _say(_let_in(opened.store, named[0], chosen.login, chosen.role, password))


def set_password(chosen: Namespace) -> None:
    """Set a login's password, and end its sessions."""
    password = _password(chosen)
    with _opened() as opened:
        access = opened.store.access
        login = access.login(login_name(chosen.login))
        if login is None:
            raise LoginNotFound(login=chosen.login)
        access.put_login(replace(login, password_hash=Passwords().hashed(password)))
        access.end_sessions(login.name)
        _say({"login": login.name})


@contextmanager
def _opened() -> Iterator[_Opened]:
    """The database, and what is needed to open accounts in it: no codes are sent, and no session begins."""
    database, clock_file = database_of(), os.environ.get("SUPPORTPLAN_CLOCK_FILE")
    store = open_database(database)
    try:
        clock = FileClock(Path(clock_file)) if clock_file else SystemClock()
        vault = SecretVault(secrets.token_hex(32))
        yield _Opened(store, Parts(store, clock, vault, CouriersByChannel({}), SystemEntropy(), vendor_offer()))
    finally:
        store.close()


def _people(first: Account, accounts: Sequence[Account]) -> Iterator[tuple[Account, str, Role]]:
    """Who signs in: the contact of each account that a master did not create, and for the first one two more roles."""
    for account in sorted(accounts, key=lambda account: (account.id != first.id, account.name, account.id)):
        if account.owner_id == account.id:
            yield account, account.contact.replace(" ", "."), Role.OWNER
    for role in (Role.FINANCE, Role.VIEWER):
        yield first, f"{first.contact.replace(' ', '.')}.{role}", role


def _check_free(store: SqlStore, login: str) -> None:
    name = login_name(login)
    if not 0 < len(name) <= _LONGEST_LOGIN:
        raise InvalidInput(field="login", value=login[:_LONGEST_LOGIN])
    if store.access.login(name) is not None:
        raise LoginTaken(login=name)


def _let_in(store: SqlStore, account: Account, login: str, role: Role, password: str) -> dict[str, str]:
    kept = Login(login_name(login), account.owner_id, account.id, role, Passwords().hashed(password))
    store.access.put_login(kept)
    return {"login": kept.name, "role": role.value, "account_name": account.name}


def _password(chosen: Namespace) -> str:
    """The password from standard input, or asked for twice; InvalidInput where it is too short or told differently."""
    if chosen.password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = getpass("Password: ")
        if getpass("Once more: ") != password:
            raise InvalidInput(field="password", value="")
    Passwords.check(password)
    return password


def _amount(field: str, text: str, currency: str) -> Money:
    try:
        return Money(Decimal(text), currency)
    except (InvalidOperation, ValueError):
        raise InvalidInput(field=field, value=text) from None


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False))  # noqa: T201 - the command's answer
