"""`supportplan price …`: what a plan costs or brings back, from the arguments alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.cli import figures
from supportplan_desktop.cli.output import quote_spelled
from supportplan_desktop.cli.parsing import add_command, add_group, options
from supportplan_desktop.cli.quoting import change_spelled, unsubscription_spelled
from supportplan_desktop.cli.reading import instant, not_before, whole
from supportplan_desktop.cli.sale import Sale, sale_of, sale_options, tier_code
from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.errors import CatalogueInvalid, PlanNotPaid
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.quotes import quote_purchase, quote_renewal
from supportplan_desktop.domain.subscriptions import PlanState, Subscription, purchased, standing
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.unsubscribing import quote_unsubscription

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime

    from supportplan_desktop.cli.parsing import Answer, Commands, Parser

_NOBODY = UUID(int=0)
_MOST_UNSUBSCRIPTIONS = 1000


def add_to(commands: Commands) -> None:
    """Add `price` and its commands."""
    group = add_group(commands, "price", "Compute a price or a term, without any data")
    sale = sale_options()
    add_command(group, "purchase", "What a new plan costs", _purchase, _tier(), _months(), _at(), sale)
    change = add_command(
        group, "change", "What changing the plan costs or brings back", _change, _months(), _bought(), _at(), sale
    )
    change.add_argument("--from", dest="from_tier", required=True, metavar="TIER", help="the plan that was bought")
    change.add_argument("--to", dest="to_tier", required=True, metavar="TIER", help="the plan it is changed to")
    renewal = add_command(
        group, "renewal", "What more months of a plan cost", _renewal, _tier(), _months(), _bought(), sale
    )
    renewal.add_argument("--held", required=True, metavar="MONTHS", help="months held so far since it was bought")
    renewal.add_argument("--at", metavar="INSTANT", help="when it is renewed; by default when bought")
    unsubscription = add_command(
        group,
        "unsubscription",
        "What unsubscribing brings back",
        _unsubscription,
        *(_tier(), _months(), _bought(), _at(), sale),
    )
    unsubscription.add_argument(
        "--quota-used", default="0", metavar="COUNT", help="full refunds the account had in this calendar year"
    )
    figures.add_to(group, sale)


def _tier() -> Parser:
    parser = options()
    parser.add_argument("--tier", required=True, help="code or name of the plan, in either language")
    return parser


def _months() -> Parser:
    parser = options()
    parser.add_argument("--months", required=True, help="months that are bought")
    return parser


def _bought() -> Parser:
    parser = options()
    parser.add_argument("--bought", required=True, metavar="INSTANT", help="when the plan was bought")
    return parser


def _at() -> Parser:
    parser = options()
    parser.add_argument(
        "--at", required=True, metavar="INSTANT", help="when it is done: ISO 8601, site time where there is no offset"
    )
    return parser


def _purchase(chosen: Namespace) -> Answer:
    sale = sale_of(chosen)
    at = instant(chosen.at, "at", sale.catalogue.site_zone)
    quote = quote_purchase(sale.catalogue, _code(sale, chosen.tier), whole(chosen.months, "months"), at)
    return _answer(sale, quote_spelled(quote, sale.catalogue.site_zone))


def _change(chosen: Namespace) -> Answer:
    sale = sale_of(chosen)
    to_tier = _code(sale, chosen.to_tier)
    held, at = _held(sale, chosen, chosen.from_tier)
    quote = quote_change(sale.catalogue, sale.policy.proration, held, to_tier, at)
    return _answer(sale, change_spelled(quote, sale.catalogue.site_zone))


def _renewal(chosen: Namespace) -> Answer:
    sale = sale_of(chosen)
    catalogue = sale.catalogue
    code = _code(sale, chosen.tier)
    bought = instant(chosen.bought, "bought", catalogue.site_zone)
    at = bought if chosen.at is None else _later(chosen.at, bought, sale)
    term = purchase_term(bought, whole(chosen.held, "held", least=1), catalogue.site_zone)
    held = purchased(_NOBODY, _NOBODY, code, Money.zero(catalogue.currency), term)
    quote = quote_renewal(catalogue, held, whole(chosen.months, "months"), at)
    stands = standing(held, at, sale.policy.expiry, catalogue.site_zone)
    if stands.state is PlanState.BASIC:
        raise PlanNotPaid(tier=code, ended=held.end, retention_until=stands.retention_until)
    return {**_answer(sale, quote_spelled(quote, catalogue.site_zone)), "held": term.months}


def _unsubscription(chosen: Namespace) -> Answer:
    sale = sale_of(chosen)
    used = whole(chosen.quota_used, "quota-used", least=0, most=_MOST_UNSUBSCRIPTIONS)
    held, at = _held(sale, chosen, chosen.tier)
    policy = sale.policy.unsubscription
    if held.terms[0].term.months > policy.fees[-1].months_up_to:
        problem = f"there is no fee for terms of {held.terms[0].term.months} months"
        raise CatalogueInvalid(file=str(chosen.policy or ""), where="unsubscription.fees", problem=problem)
    quote = quote_unsubscription(sale.catalogue, policy, held, used, at)
    return _answer(sale, unsubscription_spelled(quote, sale.catalogue.site_zone))


def _code(sale: Sale, name: str) -> str:
    return tier_code(sale.catalogue, name)


def _held(sale: Sale, chosen: Namespace, tier: str) -> tuple[Subscription, datetime]:
    """The plan as it was bought, for the price of that instant, and the instant asked about."""
    bought = instant(chosen.bought, "bought", sale.catalogue.site_zone)
    quote = quote_purchase(sale.catalogue, _code(sale, tier), whole(chosen.months, "months"), bought)
    at = _later(chosen.at, bought, sale)
    return purchased(_NOBODY, _NOBODY, quote.tier, quote.total, quote.term), at


def _later(text: str, bought: datetime, sale: Sale) -> datetime:
    return not_before(instant(text, "at", sale.catalogue.site_zone), "at", bought, "the purchase")


def _answer(sale: Sale, quoted: Answer) -> Answer:
    """A quote with what it was computed by; the mark of a plan that nobody has is left out."""
    said = {name: value for name, value in quoted.items() if name != "plan"}
    return {**said, "site_zone": sale.catalogue.site_zone.key, "proration": str(sale.policy.proration)}
