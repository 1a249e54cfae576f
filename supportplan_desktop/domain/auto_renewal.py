"""Auto-renewal: when it pays, and for how long (DOMAIN 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.errors import DurationNotOffered, InvalidInput
from supportplan_desktop.domain.terms import site_date

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.catalogue import AutoRenewalPolicy, ServiceCatalogue
    from supportplan_desktop.domain.subscriptions import Standing, Subscription


@dataclass(frozen=True, slots=True)
class AutoRenewal:
    """The choice for one subscription: on or off, how many months, how many days before the end.

    `since` is when it was chosen, `tried_at` the latest attempt that failed, None where none did.
    """

    subscription_id: UUID
    is_on: bool
    months: int
    days_before: int
    since: datetime
    tried_at: datetime | None = None


def check_choice(months: int, days_before: int, catalogue: ServiceCatalogue, policy: AutoRenewalPolicy) -> None:
    """DurationNotOffered, or InvalidInput for days outside the policy's window."""
    if months not in catalogue.durations:
        raise DurationNotOffered(months=months, offered=tuple(str(offered) for offered in catalogue.durations))
    least, most = policy.least_days_before, policy.most_days_before
    if not least <= days_before <= most:
        raise InvalidInput(field="days_before", value=days_before, least=least, most=most)


def next_attempt(
    chosen: AutoRenewal, subscription: Subscription, standing: Standing, policy: AutoRenewalPolicy, zone: ZoneInfo
) -> datetime | None:
    """When the next attempt is due: at the policy's hour, daily from so many days before the end.

    None where it is off, was chosen for another subscription, or renewing will not be possible any more.
    """
    if not chosen.is_on or chosen.subscription_id != subscription.id or subscription.unsubscribed_at is not None:
        return None
    after = max(chosen.since, chosen.tried_at or chosen.since)
    day = max(site_date(subscription.end, zone) - timedelta(days=chosen.days_before), site_date(after, zone))
    attempt = _at_hour(day, policy.hour, zone)
    if attempt <= after:
        attempt = _at_hour(day + timedelta(days=1), policy.hour, zone)
    return attempt if attempt <= standing.retention_until else None


def _at_hour(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone).astimezone(UTC)
