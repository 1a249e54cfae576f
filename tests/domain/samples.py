"""A plan that is lived through by the pure functions alone, as the services do it; days and amounts of tests."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.quotes import quote_purchase, quote_renewal
from supportplan_desktop.domain.subscriptions import Subscription, Turn, changed, purchased, renewed
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.unsubscribing import quote_unsubscription

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Tier
    from supportplan_desktop.domain.proration import Proration
    from supportplan_desktop.domain.quotes import LineKind, Quote
    from supportplan_desktop.domain.subscriptions import Segment

ACCOUNT = UUID(int=1)
HONG_KONG = ZoneInfo("Asia/Hong_Kong")


def site(text: str, zone: ZoneInfo = HONG_KONG) -> datetime:
    """The instant of that time at the site; a date alone is its noon."""
    at = datetime.fromisoformat(text if ":" in text else f"{text} 12:00:00")
    return at.replace(tzinfo=zone).astimezone(UTC)


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def printed(quote: Quote) -> list[tuple[LineKind, str]]:
    """The lines as they are printed."""
    return [(line.kind, str(line.amount.amount)) for line in quote.lines]


@dataclass
class Life:
    """A subscription from its purchase on; each deed is quoted, carried out and paid at its instant."""

    catalogue: ServiceCatalogue
    policy: Policy
    full_refunds_used: int = 0
    payments: list[Money] = field(default_factory=list)
    _subscription: Subscription | None = None

    @property
    def subscription(self) -> Subscription:
        assert self._subscription is not None
        return self._subscription

    @property
    def segments(self) -> list[Segment]:
        return [segment for paid in self.subscription.terms for segment in paid.segments]

    @property
    def kept(self) -> Money:
        return total((segment.kept for segment in self.segments), self.catalogue.currency)

    @property
    def received(self) -> Money:
        """Payments less refunds."""
        return total(self.payments, self.catalogue.currency)

    def buy(self, tier: str, months: int, at: datetime) -> Quote:
        quote = quote_purchase(self.catalogue, tier, months, at)
        term = purchase_term(at, months, self.catalogue.site_zone)
        return self._settled(quote, purchased(ACCOUNT, self._order_id(), tier, quote.total, term))

    def quoted_renewal(self, months: int, at: datetime) -> Quote:
        return quote_renewal(self.catalogue, self.subscription, months, at)

    def renew(self, months: int, at: datetime) -> Quote:
        quote = self.quoted_renewal(months, at)
        longer = renewed(self.subscription, self._order_id(), quote.total, months, self.catalogue.site_zone)
        return self._settled(quote, longer)

    def quoted_change(self, tier: str, at: datetime) -> Quote:
        return quote_change(self.catalogue, self.policy.proration, self.subscription, tier, at)

    def change(self, tier: str, at: datetime) -> Quote:
        return self._turned(self.quoted_change(tier, at), at)

    def quoted_unsubscription(self, at: datetime) -> Quote:
        policy = self.policy.unsubscription
        return quote_unsubscription(self.catalogue, policy, self.subscription, self.full_refunds_used, at)

    def unsubscribe(self, at: datetime) -> Quote:
        return self._turned(self.quoted_unsubscription(at), at)

    def twin(self) -> Life:
        """The same life, to try something on."""
        return replace(self, payments=list(self.payments))

    def prorated(self, proration: Proration) -> Life:
        """The same life under that rule."""
        return replace(self.twin(), policy=replace(self.policy, proration=proration))

    def selling(self, **prices: str) -> Life:
        """The same life once the vendor has changed those monthly prices."""
        tiers = tuple(
            replace(tier, monthly_price=Money(Decimal(prices[tier.code]), self.catalogue.currency))
            if tier.code in prices
            else tier
            for tier in self.catalogue.tiers
        )
        return replace(self.twin(), catalogue=replace(self.catalogue, version="2020-02-01", tiers=tiers))

    def _turned(self, quote: Quote, at: datetime) -> Quote:
        turns = [Turn(row.position, row.given_up, row.carried) for row in quote.rows]
        return self._settled(quote, changed(self.subscription, self._order_id(), quote.tier, turns, at))

    def _order_id(self) -> UUID:
        return UUID(int=100 + len(self.payments))

    def _settled(self, quote: Quote, subscription: Subscription) -> Quote:
        self.payments.append(quote.total)
        self._subscription = subscription
        return quote


def sold_in(catalogue: ServiceCatalogue, currency: str, prices: dict[str, str], **changes: object) -> ServiceCatalogue:
    """The catalogue at those monthly prices in another currency, without a postpaid price."""

    def priced(tier: Tier) -> Tier:
        price = Money(Decimal(prices.get(tier.code, "0")), currency)
        return replace(tier, monthly_price=price, incremental=())

    tiers = tuple(priced(tier) for tier in catalogue.tiers)
    return replace(catalogue, currency=currency, tiers=tiers, **changes)  # type: ignore[arg-type]
