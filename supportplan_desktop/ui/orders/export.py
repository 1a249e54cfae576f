"""Exports orders to a CSV file that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from threading import Event
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.saving import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import OrderSummary

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class ExportStopped(Exception):  # noqa: N818 - it is no error: the user stopped it
    """The user did not want the rest."""


@dataclass(frozen=True, slots=True)
class ExportWords:
    """Every word of the file, in the language it was asked for in; instants are written in `zone`."""

    heads: tuple[str, ...]
    kinds: dict[OrderKind, str]
    statuses: dict[OrderStatus, str]
    plans: dict[str, str]
    zone: ZoneInfo


class ExportTexts(QObject):
    """Collects the words on the GUI thread, for a worker to write."""

    def words(self, catalogue: ServiceCatalogue, language: str) -> ExportWords:
        """The words of the moment."""
        orders = OrderWords(self)
        return ExportWords(
            heads=(
                self.tr("Order"),
                self.tr("Kind"),
                self.tr("Plan"),
                self.tr("Status"),
                self.tr("Created"),
                self.tr("Pay before"),
                self.tr("Amount"),
                self.tr("Currency"),
            ),
            kinds={kind: orders.kind(kind) for kind in OrderKind},
            statuses={status: orders.status(status) for status in OrderStatus},
            plans={tier.code: plan_name(catalogue, tier.code, language) for tier in catalogue.tiers},
            zone=catalogue.site_zone,
        )


@dataclass(slots=True)
class Export:
    """One export under way: the worker counts in `written`, the window may `stop` it."""

    words: ExportWords
    written: int = 0
    _stopped: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Write no more; the file is left as it was."""
        self._stopped.set()

    def write(self, path: Path, orders: Iterable[OrderSummary]) -> int:
        """Write all of them to that file, and say how many; ExportStopped, OSError. To be called on a worker.

        UTF-8 with a byte order mark, which spreadsheets need to know it; amounts are exact decimals, instants ISO 8601
        with the site's offset.
        """
        write_whole(path, lambda file: self._fill(file, orders))
        return self.written

    def _fill(self, file: IO[bytes], orders: Iterable[OrderSummary]) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        lines = csv.writer(text)
        lines.writerow(map(harmless, self.words.heads))
        for order in orders:
            if self._stopped.is_set():
                raise ExportStopped
            lines.writerow(self._cells(order))
            self.written += 1
        text.flush()
        text.detach()

    def _cells(self, order: OrderSummary) -> tuple[str, ...]:
        words = self.words
        return (
            harmless(order.number),
            harmless(words.kinds[order.kind]),
            harmless(words.plans.get(order.tier, order.tier)),
            harmless(words.statuses[order.status]),
            order.created_at.astimezone(words.zone).isoformat(timespec="seconds"),
            order.pay_before.astimezone(words.zone).isoformat(timespec="seconds"),
            str(order.total.amount),
            order.total.currency,
        )


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
