"""`supportplan orders …`: find, look at, pay and cancel orders."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.paging import limit_of, page_options
from supportplan_desktop.cli.parsing import Parser, UsageWrong, add_command, add_group, options
from supportplan_desktop.cli.paying import pay_options, payment_of, settled
from supportplan_desktop.cli.reading import choice, choices, instant
from supportplan_desktop.cli.records import order_spelled, order_told, site_zone
from supportplan_desktop.domain.errors import OrderNotFound
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSort

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `orders` and its commands."""
    group = add_group(commands, "orders", "Find, look at, pay and cancel orders")
    data, one = data_options(), _one_order()
    add_command(group, "list", "The orders that match, newest first", over(_list), _matching(), page_options(), data)
    add_command(group, "show", "One order with all that was agreed", over(_show), one, data)
    add_command(group, "pay", "Pay an order, in two steps: have a code sent, then name it", over(_pay), *_paying(one))
    add_command(group, "cancel", "Cancel an order that waits for its payment", over(_cancel), one, data)


def _one_order() -> Parser:
    parser = options()
    parser.add_argument("order", metavar="ORDER", help="id or number of the order")
    return parser


def _paying(one: Parser) -> tuple[Parser, ...]:
    return one, pay_options(), data_options()


def _matching() -> Parser:
    parser = options()
    group = parser.add_argument_group("which orders, all where nothing is said")
    group.add_argument("--kind", action="append", help=", ".join(OrderKind))
    group.add_argument("--status", action="append", help=", ".join(OrderStatus))
    group.add_argument("--since", metavar="INSTANT", help="generated then or later")
    group.add_argument("--until", metavar="INSTANT", help="generated before then")
    group.add_argument("--text", default="", help="part of a number")
    group.add_argument("--sort", metavar="KEY", help=f"by {', '.join(OrderSort)}, lowest first")
    group.add_argument("--descending", action="store_true", help="highest first")
    group.add_argument("--all", action="store_true", help="every order instead of a page")
    return parser


def _list(services: Services, chosen: Namespace) -> Answer:
    zone = site_zone(services)
    query = OrderQuery(
        text=chosen.text,
        kinds=choices(chosen.kind, "kind", OrderKind),
        statuses=choices(chosen.status, "status", OrderStatus),
        since=None if chosen.since is None else instant(chosen.since, "since", zone),
        until=None if chosen.until is None else instant(chosen.until, "until", zone),
        sort=OrderSort.CREATED if chosen.sort is None else choice(chosen.sort, "sort", OrderSort),
        descending=chosen.descending or chosen.sort is None,
    )
    if not chosen.all:
        return record(OrderPage, services.orders.page(query, chosen.cursor, limit_of(chosen)))
    if chosen.limit is not None or chosen.cursor is not None:
        raise UsageWrong(usage="supportplan orders list --all", problem="--all answers every order: it has no pages")
    every = tuple(services.orders.every(query))
    return record(OrderPage, OrderPage(every, None, len(every)))


def _show(services: Services, chosen: Namespace) -> Answer:
    return order_spelled(_named(services, chosen.order), site_zone(services))


def _pay(services: Services, chosen: Namespace) -> Answer:
    payment = payment_of(chosen)
    return settled(services, chosen, _named(services, chosen.order), payment)


def _cancel(services: Services, chosen: Namespace) -> Answer:
    order = services.orders.cancel(_named(services, chosen.order).id)
    return order_told(order, site_zone(services))


def _named(services: Services, name: str) -> Order:
    """The order of that id or number; OrderNotFound."""
    try:
        return services.orders.get(UUID(name))
    except ValueError:
        number = name.strip().upper()
    for found in services.orders.page(OrderQuery(text=number), limit=2).orders:
        if found.number == number:
            return services.orders.get(found.id)
    raise OrderNotFound(order_id=name)
