"""The parts of a server, put together once in each of its processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter

from supportplan_desktop.backends.clock_file import FileClock
from supportplan_desktop.backends.couriers import CouriersByChannel, PrintedCodes
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.letters import read_wording
from supportplan_desktop.backends.sms import SmsCourier
from supportplan_desktop.backends.smtp import SmtpCourier
from supportplan_desktop.backends.sql.store import SqlStore
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.server.auth import Sessions
from supportplan_desktop.server.databases import open_database
from supportplan_desktop.server.limits import RateLimits
from supportplan_desktop.server.metrics import Metrics
from supportplan_desktop.server.retries import carried_out
from supportplan_desktop.server.settings import DEVELOPMENT, ServerSettings
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import SiteClock
    from supportplan_desktop.services.ports import CodeLetter, Courier

T = TypeVar("T")

_AT_ONCE = 8  # use cases in one process, each with one connection
_FOR_ITSELF = 2  # connections for time-driven work: the one that has its turn, and the one that works


class CountedCourier:
    """A courier whose deliveries can be watched."""

    def __init__(self, courier: Courier, metrics: Metrics) -> None:
        self._courier = courier
        self._metrics = metrics

    @property
    def arrives_in_messages(self) -> bool:
        """Whether codes only go to the product's own Messages."""
        return self._courier.arrives_in_messages

    def send(self, letter: CodeLetter) -> None:
        """Send a code (see `Courier`)."""
        outcome = "refused"
        try:
            self._courier.send(letter)
            outcome = "sent"
        finally:
            self._metrics.codes.labels(letter.channel.value, outcome).inc()


@dataclass(frozen=True, slots=True)
class Server:
    """What all requests of one process share."""

    settings: ServerSettings
    store: SqlStore
    parts: Parts
    sessions: Sessions
    limits: RateLimits
    metrics: Metrics
    threads: CapacityLimiter

    async def run(self, use_case: Callable[[], T]) -> T:
        """Carry a use case out on a thread, again where the database ended it because of another one.

        Whoever stops waiting leaves it to come to its own end.
        """
        again = self.metrics.conflicts.inc
        return await anyio.to_thread.run_sync(
            lambda: carried_out(use_case, again), abandon_on_cancel=True, limiter=self.threads
        )

    def close(self) -> None:
        """Let go of the data once what is under way has come to its end."""
        self.store.close()
        self.metrics.close()


def open_server(settings: ServerSettings) -> Server:
    """Everything one process needs; StoreUnavailable, StoreTooNew, CatalogueInvalid."""
    store, offer, metrics, vault = (
        open_database(settings.database, _AT_ONCE + _FOR_ITSELF),
        vendor_offer(),
        Metrics(),
        SecretVault(settings.secret),
    )
    courier = CountedCourier(courier_of(settings, offer.catalogue), metrics)
    return Server(
        settings=settings,
        store=store,
        parts=Parts(store, clock_of(settings), vault, courier, SystemEntropy(), offer),
        sessions=Sessions(store.access, vault.session_key()),
        limits=RateLimits(store.access, settings.limits),
        metrics=metrics,
        threads=CapacityLimiter(_AT_ONCE),
    )


def clock_of(settings: ServerSettings) -> SiteClock:
    """The computer's clock, or the one of a demonstration."""
    return FileClock(settings.clock_file) if settings.clock_file else SystemClock()


def courier_of(settings: ServerSettings, catalogue: ServiceCatalogue) -> Courier:
    """Who takes codes to people: by channel, or all to the terminal where that was asked for by name."""
    if settings.courier == DEVELOPMENT:
        return PrintedCodes()
    wording = read_wording()
    couriers: dict[Channel, Courier] = {}
    if settings.smtp:
        smtp = settings.smtp
        couriers[Channel.EMAIL] = SmtpCourier(
            smtp.host, smtp.port, smtp.sender, wording, catalogue, smtp.user, smtp.password, smtp.starttls
        )
    if settings.sms:
        couriers[Channel.PHONE] = SmsCourier(settings.sms.url, settings.sms.token, wording, catalogue)
    return CouriersByChannel(couriers)
