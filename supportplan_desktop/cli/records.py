"""How the records of an account are written: orders, the plan, accounts with masked contacts (DOMAIN 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportplan_desktop.cli.output import local, quote_spelled, spelled, term_spelled
from supportplan_desktop.cli.words import plain
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.services.interfaces import PlanDetails

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.interfaces import Services


def site_zone(services: Services) -> ZoneInfo:
    """The time zone that decides what day it is."""
    return services.catalogue.current().site_zone


def order_spelled(order: Order, zone: ZoneInfo) -> dict[str, Any]:
    """An order with its total, and its quote with the site's times."""
    return {
        **spelled(Order, order),
        "total": plain(order.total),
        "is_refund": order.is_refund,
        "quote": quote_spelled(order.quote, zone),
        "term": None if order.term is None else term_spelled(order.term, zone),
    }


def order_told(order: Order, zone: ZoneInfo) -> dict[str, Any]:
    """What became of an order: its status beside the whole of it."""
    return {"status": order.status.value, "order": order_spelled(order, zone)}


def details_spelled(details: PlanDetails, zone: ZoneInfo) -> dict[str, Any]:
    """The plan with the days of its terms and the site's times."""
    return {
        **spelled(PlanDetails, details),
        "at_local": local(details.at, zone),
        "site_zone": zone.key,
        "terms": [term_spelled(term, zone) for term in details.terms],
        "current": None if details.current is None else term_spelled(details.current, zone),
        "valid_until_local": None if details.valid_until is None else local(details.valid_until, zone),
    }


def account_spelled(account: Account) -> dict[str, Any]:
    """An account; where codes go to is masked."""
    return {
        "id": plain(account.id),
        "name": account.name,
        "kind": account.kind.value,
        "contact": account.contact,
        "channels": {channel.value: masked for channel, masked in account.channels()},
        "master_id": plain(account.master_id),
        "accounting": plain(account.accounting and account.accounting.value),
    }
