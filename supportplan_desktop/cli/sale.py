"""What is sold and by which rules: the vendor's data, or other files, another currency, zone or proration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from supportplan_desktop.assets import resource
from supportplan_desktop.cli.parsing import Parser, options
from supportplan_desktop.cli.reading import LARGEST_AMOUNT, MOST_MONTHS, currency_code, file_text, zone
from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy
from supportplan_desktop.domain.errors import CatalogueInvalid, InvalidInput, TierUnknown
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.proration import Proration

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sale:
    """The catalogue and the policy that a price is computed by."""

    catalogue: ServiceCatalogue
    policy: Policy


def sale_options() -> Parser:
    """The options that say by which data a price is computed."""
    parser = options()
    group = parser.add_argument_group("prices and rules, the vendor's where nothing is said")
    group.add_argument("--catalogue", metavar="FILE", type=Path, help="another catalogue.json")
    group.add_argument("--policy", metavar="FILE", type=Path, help="another policy.json")
    group.add_argument("--proration", metavar="RULE", help=f"how parts are measured: {' or '.join(Proration)}")
    group.add_argument("--currency", metavar="CODE", help="say the catalogue's amounts in another currency")
    group.add_argument("--site-zone", metavar="ZONE", help="the time zone that decides what day it is")
    return parser


def sale_of(chosen: Namespace) -> Sale:
    """The catalogue and policy the options ask for; InvalidInput, CatalogueInvalid with the file."""
    catalogue = vendor_catalogue(chosen.catalogue)
    policy = _read(chosen.policy or resource("catalogue/policy.json"), "policy", read_policy)
    if chosen.currency is not None:
        catalogue = denominated(catalogue, currency_code(chosen.currency, "currency"))
    if chosen.site_zone is not None:
        catalogue = replace(catalogue, site_zone=zone(chosen.site_zone, "site-zone"))
    if chosen.proration is not None:
        policy = replace(policy, proration=_proration(chosen.proration))
    return Sale(catalogue, policy)


def vendor_catalogue(path: Path | None = None) -> ServiceCatalogue:
    """The catalogue of that file, the vendor's by default; InvalidInput, CatalogueInvalid."""
    path = path or resource("catalogue/catalogue.json")
    catalogue = _read(path, "catalogue", read_catalogue)
    if catalogue.durations[-1] > MOST_MONTHS:
        raise CatalogueInvalid(file=str(path), where="durations", problem=f"at most {MOST_MONTHS} months are expected")
    if any(tier.monthly_price.amount >= LARGEST_AMOUNT for tier in catalogue.tiers):
        raise CatalogueInvalid(file=str(path), where="tiers", problem=f"prices below {LARGEST_AMOUNT} are expected")
    return catalogue


def denominated(catalogue: ServiceCatalogue, currency: str) -> ServiceCatalogue:
    """The same catalogue in another currency: amounts keep their digits. InvalidInput where one does not fit."""

    def money(amount: Money, where: str) -> Money:
        try:
            return Money(amount.amount, currency)
        except ValueError as error:
            expected = f"a currency in which {where} of {amount.amount} can be written"
            raise InvalidInput(field="currency", value=currency, expected=expected, problem=str(error)) from None

    tiers = tuple(
        replace(
            tier,
            monthly_price=money(tier.monthly_price, f"the price of {tier.code}"),
            incremental=tuple(
                replace(band, up_to=band.up_to and money(band.up_to, f"a band of {tier.code}"))
                for band in tier.incremental
            ),
        )
        for tier in catalogue.tiers
    )
    return replace(catalogue, currency=currency, tiers=tiers)


def tier_code(catalogue: ServiceCatalogue, name: str) -> str:
    """The code of the tier of that code or name in either language, in any case; TierUnknown with what there is."""
    wanted = name.strip().casefold()
    for tier in catalogue.tiers:
        if wanted in {tier.code.casefold(), tier.name.en.casefold(), tier.name.zh.casefold()}:
            return tier.code
    raise TierUnknown(tier=name, offered=tuple(tier.code for tier in catalogue.tiers))


def _read(path: Path, field: str, read: Callable[[str], T]) -> T:
    text = file_text(path, field)
    try:
        return read(text)
    except CatalogueInvalid as refused:
        raise CatalogueInvalid(file=str(path), **refused.facts) from None
    except (ValueError, OverflowError, RecursionError) as error:  # numbers or nesting beyond what can be meant
        raise CatalogueInvalid(file=str(path), where="(top)", problem=str(error)) from None


def _proration(name: str) -> Proration:
    try:
        return Proration(name)
    except ValueError:
        raise InvalidInput(field="proration", value=name, expected=" or ".join(Proration)) from None
