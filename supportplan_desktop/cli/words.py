"""Values and refusals in plain words: JSON spelling of a fact, a sentence for a code (DOMAIN 12)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from supportplan_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportplan_desktop.domain.errors import Fact

_SENTENCES = {
    "usage": "{problem}. Usage: {usage}",
    "input.invalid": "--{field} cannot be “{value}”: {expected} is expected.",
    "catalogue.invalid": "{file} cannot be used: {where}: {problem}.",
    "catalogue.tier_unknown": "There is no support plan “{tier}”. Choose one of {offered}.",
    "catalogue.duration_not_offered": "{months} months are not on offer. Choose one of {offered}.",
    "catalogue.tier_not_for_sale": "{tier} is free and needs no purchase. Choose a paid plan.",
    "catalogue.estimate_not_offered": "{tier} has no postpaid price to estimate. Choose a plan that has one.",
    "plan.tier_unchanged": "The plan is on {tier} already. Choose another one.",
    "plan.expired": "{tier} ended {ended}. It can only be renewed.",
    "plan.not_paid": "There is no paid plan at that time. Buy one.",
    "account.none_yet": "There is no account here yet. Open the first one in the window, or add --demo.",
    "store.too_new": "This data was written by a newer version. Install it; the data was left as it is.",
    "store.unavailable": "The data cannot be reached: {detail}. It is safe; try again in a moment.",
    "output.failed": "The answer could not be written: {detail}.",
    "internal": "Something went wrong ({error}: {detail}).",
}
_REFUSED = "That is not possible ({code})."


def sentence(code: str, facts: Mapping[str, Fact]) -> str:
    """What happened and what to do, in English."""
    said = _Facts({name: _worded(fact) for name, fact in facts.items()}, code=code)
    return _SENTENCES.get(code, _REFUSED).format_map(said)


def plain(fact: Fact) -> Any:  # noqa: ANN401 - JSON
    """One value as JSON, spelled as on the wire."""
    if fact is None or isinstance(fact, (bool, int, str)):
        return fact
    if isinstance(fact, Money):
        return {"amount": str(fact.amount), "currency": fact.currency}
    if isinstance(fact, datetime):
        return fact.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, tuple):
        return list(fact)
    return str(fact)


def _worded(fact: Fact) -> str:
    return ", ".join(fact) if isinstance(fact, tuple) else str(fact if isinstance(fact, Money) else plain(fact))


class _Facts(dict[str, str]):
    """Facts for a sentence; one that is missing leaves no gap to fall into."""

    def __missing__(self, _name: str) -> str:
        return ""
