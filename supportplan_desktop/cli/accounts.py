"""`supportplan account …`: who can be acted for, with which funds, and opening another one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.cli.data import acting, data_options, opened, over, settings_of
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.parsing import Parser, add_command, add_group, options
from supportplan_desktop.cli.reading import amount, identifier
from supportplan_desktop.cli.records import account_spelled
from supportplan_desktop.cli.sale import vendor_catalogue
from supportplan_desktop.domain.accounts import NewAccount, Role
from supportplan_desktop.domain.errors import NoAccountYet
from supportplan_desktop.domain.payments import Funds

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `account` and its commands."""
    group = add_group(commands, "account", "Who acts, and with which funds")
    data = data_options()
    add_command(group, "list", "All accounts that can be acted for", over(_list), data)
    add_command(group, "show", "The account that is acted for", over(_show), data)
    add_command(group, "funds", "Its balance and credit", over(_funds), data)
    opening = add_command(group, "open", "Open an account, also the first one of a profile", _open, contacts(), data)
    opening.add_argument("--balance", default="0", metavar="AMOUNT", help="cash paid in")
    opening.add_argument("--credit-limit", default="0", metavar="AMOUNT", help="credit granted")
    opening.add_argument("--account-id", metavar="UUID", help="the account's id; sent again it is the same account")


def contacts() -> Parser:
    """The options that say who a new account is."""
    parser = options()
    group = parser.add_argument_group("the account")
    group.add_argument("--name", required=True, help="of the company or person")
    group.add_argument("--contact", required=True, metavar="NAME", help="who acts for it")
    group.add_argument("--phone", default="", help="where codes go to; this or --email is needed")
    group.add_argument("--email", default="", help="where codes go to")
    return parser


def _list(services: Services, _chosen: Namespace) -> Answer:
    return {
        "acting": str(services.accounts.me().id),
        "accounts": [account_spelled(account) for account in services.accounts.others()],
    }


def _show(services: Services, _chosen: Namespace) -> Answer:
    return {**account_spelled(services.accounts.me()), "role": services.accounts.role().value}


def _funds(services: Services, _chosen: Namespace) -> Answer:
    return record(Funds, services.accounts.funds())


def _open(chosen: Namespace) -> Answer:
    """Open the account in a profile that has some already, else as its first."""
    account_id = uuid4() if chosen.account_id is None else identifier(chosen.account_id, "account-id")
    currency = vendor_catalogue().currency
    new = NewAccount(
        name=chosen.name,
        contact=chosen.contact,
        phone=chosen.phone,
        email=chosen.email,
        balance=amount(chosen.balance, "balance", currency),
        credit_limit=amount(chosen.credit_limit, "credit-limit", currency),
    ).checked()
    try:
        with acting(chosen) as services:
            account = services.accounts.open_account(account_id, new)
    except NoAccountYet:
        with opened(settings_of(chosen), first=(account_id, new)) as services:
            account = services.accounts.me()
    return {**account_spelled(account), "role": Role.OWNER.value}
