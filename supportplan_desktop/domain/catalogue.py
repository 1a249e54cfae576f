"""The service catalogue and the vendor's policy, as validated values (DOMAIN 2; data in `resources/catalogue/`).

Tiers, prices, durations, texts, windows and limits are the vendor's to change, so they are data; only what is done
with them is code. A fifth tier between two others needs no code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from supportplan_desktop.domain.errors import TierUnknown
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.proration import Proration


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text of the vendor in both languages."""

    en: str
    zh: str

    def within(self, language: str) -> str:
        """The text for a locale name such as `zh_CN` or `en`; English is the answer for every other language."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class TierColours:
    """Colours of one tier in one theme: hex without `#`, for text, soft ground and fill."""

    text: str
    soft: str
    fill: str


@dataclass(frozen=True, slots=True)
class Band:
    """A band of a month's list-price spend and the share of it that is charged; the last one has no end."""

    up_to: Money | None
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Tier:
    """A rung of the support plan; `rank` 0 is Basic, which is free and comes by itself.

    `incremental` are the marginal bands of the postpaid price, empty where the tier has none.
    """

    code: str
    rank: int
    name: LocalText
    scenario: LocalText
    highlights: tuple[LocalText, ...]
    monthly_price: Money
    light: TierColours
    dark: TierColours
    incremental: tuple[Band, ...] = ()

    @property
    def is_paid(self) -> bool:
        """Whether the tier is bought; the free one is what everybody has."""
        return bool(self.monthly_price)


@dataclass(frozen=True, slots=True)
class Severity:
    """How bad a fault is, from general guidance upwards."""

    code: str
    name: LocalText
    note: LocalText


@dataclass(frozen=True, slots=True)
class Response:
    """The promise for one severity: the text of the time, e.g. `< 4 h`."""

    severity: str
    within: LocalText


@dataclass(frozen=True, slots=True)
class ItemContent:
    """What one tier has of one service item.

    `level` orders the contents of an item: higher is more. `responses` is filled where the content is a table of
    response times, `summary` is the short form for the comparison.
    """

    text: LocalText
    summary: LocalText
    level: int
    operation: bool
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """A row of the guide's table: service item, service content by tier, operation."""

    code: str
    name: LocalText
    comparison_name: LocalText
    operation: LocalText | None
    contents: dict[str, ItemContent]


@dataclass(frozen=True, slots=True)
class DiscountRule:
    """A share of the list price taken off for durations of at least so many months."""

    months_from: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class ServiceCatalogue:
    """Everything that is sold, at one version; `version` is the date of the price list."""

    version: str
    currency: str
    site_zone: ZoneInfo
    tiers: tuple[Tier, ...]
    durations: tuple[int, ...]
    vat_rate: Decimal
    discounts: tuple[DiscountRule, ...]
    severities: tuple[Severity, ...]
    items: tuple[ServiceItem, ...]

    def tier(self, code: str) -> Tier:
        """The tier of that code; TierUnknown where there is none."""
        for tier in self.tiers:
            if tier.code == code:
                return tier
        raise TierUnknown(tier=code)

    @property
    def free_tier(self) -> Tier:
        """What every account has without paying: the lowest tier."""
        return self.tiers[0]

    @property
    def paid_tiers(self) -> tuple[Tier, ...]:
        """The tiers that can be bought, lowest first."""
        return tuple(tier for tier in self.tiers if tier.is_paid)

    def discount_rate(self, months: int) -> Decimal:
        """The share taken off for that duration: the rule with the longest minimum that is reached, else 0."""
        reached = [rule for rule in self.discounts if months >= rule.months_from]
        return max(reached, key=lambda rule: rule.months_from).rate if reached else Decimal(0)

    def severity(self, code: str) -> Severity:
        """The severity of that code; KeyError where there is none."""
        return next(severity for severity in self.severities if severity.code == code)


@dataclass(frozen=True, slots=True)
class VerificationPolicy:
    """Limits of identity verification (DOMAIN 10)."""

    digits: int
    life: timedelta
    attempts: int
    pause: timedelta
    sends_a_day: int


@dataclass(frozen=True, slots=True)
class ExpiryPolicy:
    """Days after the end of the term: usable, then frozen, then Basic (DOMAIN 7)."""

    grace_days: int
    retention_days: int


@dataclass(frozen=True, slots=True)
class FeeRule:
    """The handling fee of terms of at most so many months: a rate for each year of the term, the last for the rest."""

    months_up_to: int
    rates: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class UnsubscriptionPolicy:
    """The five-day rule and the handling fees, shortest terms first (DOMAIN 8)."""

    full_refund_within: timedelta
    full_refunds_a_year: int
    fees: tuple[FeeRule, ...]


@dataclass(frozen=True, slots=True)
class RefundPolicy:
    """How long after it was submitted a refund is approved, and when it is paid out (DOMAIN 8)."""

    approved_after: timedelta
    completed_after: timedelta


@dataclass(frozen=True, slots=True)
class AutoRenewalPolicy:
    """At what hour of the site auto-renewal pays, and how many days before the end it may begin to (DOMAIN 6)."""

    hour: int
    least_days_before: int
    most_days_before: int


@dataclass(frozen=True, slots=True)
class Policy:
    """The vendor's windows and limits; durations are timedeltas, `reminders` days before the end, most first."""

    version: str
    payment_deadline: timedelta
    verification: VerificationPolicy
    expiry: ExpiryPolicy
    proration: Proration
    unsubscription: UnsubscriptionPolicy
    refund: RefundPolicy
    auto_renewal: AutoRenewalPolicy
    reminders: tuple[int, ...]
    invitation_life: timedelta


@dataclass(frozen=True, slots=True)
class Agreement:
    """The Support Plan Service Agreement: a version, its paragraphs in both languages, its fingerprint (SHA-256)."""

    version: str
    title: LocalText
    paragraphs: tuple[LocalText, ...]
    sha256: str
