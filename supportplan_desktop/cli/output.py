"""How answers and refusals are written: JSON, with the wire's spelling of every value (API, first paragraph)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from supportplan_desktop.cli.words import plain, sentence

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.domain.terms import Term

    T = TypeVar("T", bound=Hashable)


def spelled(kind: type[T], value: T) -> Any:  # noqa: ANN401 - JSON
    """A domain value as JSON values, spelled as it is stored and sent."""
    from supportplan_desktop import wire  # noqa: PLC0415 - pydantic, which help and refusals do without

    return json.loads(wire.dumped(kind, value))


def record(kind: type[T], value: T) -> dict[str, Any]:
    """A domain value with fields as a JSON object."""
    answer: dict[str, Any] = spelled(kind, value)
    return answer


def local(at: datetime, zone: ZoneInfo) -> str:
    """The site's time of an instant, with its offset."""
    return at.astimezone(zone).isoformat()


def term_spelled(term: Term, zone: ZoneInfo) -> dict[str, Any]:
    """A term with its days and both ends in the site's time too."""
    from supportplan_desktop.domain.terms import Term  # noqa: PLC0415 - named for the wire only

    return {
        **spelled(Term, term),
        "days": term.days,
        "start_local": local(term.start, zone),
        "end_local": local(term.end, zone),
    }


def quote_spelled(quote: Quote, zone: ZoneInfo) -> dict[str, Any]:
    """A quote as it is stored with an order, with its total, the days of its term and the site's times."""
    from supportplan_desktop.domain.quotes import Quote  # noqa: PLC0415 - named for the wire only

    answer = spelled(Quote, quote)
    answer["at_local"] = local(quote.at, zone)
    answer["term"] = term_spelled(quote.term, zone)
    for row, said in zip(quote.rows, answer["rows"], strict=True):
        said["term"] = term_spelled(row.term, zone)
    return {**answer, "total": plain(quote.total)}


def refusal_spelled(refusal: Refusal) -> dict[str, Any]:
    """A refusal: its code, the facts that caused it, and a sentence for people."""
    return {
        "code": refusal.code,
        "facts": {name: plain(fact) for name, fact in refusal.facts.items()},
        "message": sentence(refusal.code, refusal.facts),
    }


def write(answer: dict[str, Any], stream: TextIO) -> None:
    """One answer on a stream; what its encoding does not know is escaped."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(answer, indent=2)
    stream.write(f"{text}\n")
    stream.flush()
