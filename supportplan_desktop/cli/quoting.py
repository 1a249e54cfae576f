"""The figures of a quote that a command names beside its lines: values and refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportplan_desktop.cli.output import quote_spelled
from supportplan_desktop.cli.words import plain
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.quotes import LineKind, Quote
from supportplan_desktop.domain.unsubscribing import is_full_refund

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo


def change_spelled(quote: Quote, zone: ZoneInfo) -> dict[str, Any]:
    """A change with both values and what is paid or comes back."""
    comes_back = quote.total.amount < 0
    return {
        **quote_spelled(quote, zone),
        "new_value": plain(quote.line(LineKind.NEW_VALUE)),
        "old_value": plain(-quote.line(LineKind.OLD_VALUE)),
        **({"refund": plain(-quote.total)} if comes_back else {"supplementary_fee": plain(quote.total)}),
    }


def unsubscription_spelled(quote: Quote, zone: ZoneInfo) -> dict[str, Any]:
    """An unsubscription with what was paid, consumed and kept as a fee, and what comes back, by term and over all."""
    answer = quote_spelled(quote, zone)
    for row in answer["rows"]:
        row["refund"] = row.pop("given_up")
        del row["carried"]
    currency = quote.total.currency

    def over_all(amounts: Sequence[Money]) -> Any:  # noqa: ANN401 - JSON
        return plain(total(amounts, currency))

    return {
        **answer,
        "paid": over_all([row.paid for row in quote.rows]),
        "consumed": over_all([row.consumed for row in quote.rows]),
        "fee": over_all([row.fee for row in quote.rows]),
        "refund": over_all([row.given_up for row in quote.rows]),
        "is_full_refund": is_full_refund(quote),
    }
