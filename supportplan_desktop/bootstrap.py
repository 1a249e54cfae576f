"""The only place that knows every part: puts the services of a profile together (DESIGN 1).

Everything here is imported and run on a worker, after the first window has been painted.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.assets import resource
from supportplan_desktop.backends.couriers import LocalInbox
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.sql.store import SqlStore, open_sqlite
from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.demonstration import play
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.catalogue_data import read_agreement, read_catalogue, read_policy
from supportplan_desktop.domain.errors import NoAccountYet, StoreUnavailable
from supportplan_desktop.services.accounts import AccountService, open_account
from supportplan_desktop.services.acting import Offer, Parts, acting_for
from supportplan_desktop.services.audit import AuditService
from supportplan_desktop.services.catalogue import CatalogueService
from supportplan_desktop.services.clocks import MovableClock, SystemClock
from supportplan_desktop.services.interfaces import Services
from supportplan_desktop.services.messages import MessageService
from supportplan_desktop.services.orders import OrderService
from supportplan_desktop.services.organization import OrganizationService
from supportplan_desktop.services.plans import PlanService
from supportplan_desktop.services.tickets import TicketService

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.domain.accounts import Account, NewAccount
    from supportplan_desktop.services.acting import Acting
    from supportplan_desktop.settings import Settings

_DATA = "supportplan.db"
_KEY = "codes.key"
_TOLD = "demonstration"


def vendor_offer() -> Offer:
    """The vendor's catalogue, policy and agreements from `resources/`; CatalogueInvalid where they break a rule."""
    catalogue = resource("catalogue")
    agreements = sorted(resource("agreements").glob("*.json"))
    return Offer(
        catalogue=read_catalogue((catalogue / "catalogue.json").read_text("utf-8")),
        policy=read_policy((catalogue / "policy.json").read_text("utf-8")),
        agreements=tuple(read_agreement(path.read_text("utf-8")) for path in agreements),
    )


def services_for(parts: Parts, account: Account, role: Role = Role.OWNER) -> Services:
    """The services of one account over those parts, for a person of that role."""
    return services_of(parts, acting_for(account, role))


def services_of(parts: Parts, acting: Acting) -> Services:
    """The services for whoever acts, over those parts."""
    return Services(
        catalogue=CatalogueService(parts.offer),
        plans=PlanService(parts, acting),
        orders=OrderService(parts, acting),
        accounts=AccountService(parts, acting, partial(services_for, parts)),
        messages=MessageService(parts, acting),
        tickets=TicketService(parts, acting),
        clock=parts.clock,
        audit=AuditService(parts, acting),
        organization=OrganizationService(parts, acting),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a demonstration's store remembers of how it was made, and which account its story opens with."""

    start: datetime
    deeds: int
    opens: UUID | None


class LocalData:
    """The embedded store of one profile: opened once, closed at the end; a demonstration can be begun anew."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.folder: Path = settings.folder
        self._store: SqlStore | None = None

    def open(self) -> Services:
        """The services of the profile's first account; NoAccountYet, StoreTooNew, StoreUnavailable, CatalogueInvalid.

        A demonstration that nobody has touched is told again where its clock would stand before its beginning.
        """
        if self._settings.demo and self._settings.reset_demo:
            return self.reset()
        parts = self._parts()
        if self._settings.demo:
            told = self._told(parts)
            is_early = told is not None and parts.clock.now() < told.start and told.deeds == _deeds(parts)
            is_half_told = told is None and bool(parts.store.accounts())
            if is_early or is_half_told:
                return self.reset()
            if told is None:
                self._tell(parts)
        elif not parts.store.accounts():
            raise NoAccountYet
        return self._first(parts)

    def open_with(self, account_id: UUID, account: NewAccount) -> Services:
        """Open the first account of a new local profile, then the profile; InvalidInput."""
        parts = self._parts()
        return services_for(parts, open_account(parts, account_id, account))

    def reset(self) -> Services:
        """Throw a demonstration's data away and tell it anew."""
        if not self._settings.demo:
            raise ValueError("only a demonstration is begun anew")
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        parts = self._parts()
        self._tell(parts)
        return self._first(parts)

    def close(self) -> None:
        """Let go of the file; closed already, nothing happens."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _parts(self) -> Parts:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(detail=str(error)) from error
        self.close()
        self._store = store = open_sqlite(self.folder / _DATA)
        entropy = SystemEntropy()
        clock = MovableClock(self._settings.at) if self._settings.demo and self._settings.at else SystemClock()
        vault = FileVault(self.folder / _KEY)
        return Parts(store, clock, vault, LocalInbox(store, entropy), entropy, vendor_offer())

    def _first(self, parts: Parts) -> Services:
        """The services of the account that a demonstration's story opens with, else of the first by name."""
        told = self._told(parts)
        opens = told.opens if told else None
        return services_for(parts, min(parts.store.accounts(), key=lambda account: (account.id != opens, account.name)))

    def _told(self, parts: Parts) -> _Told | None:
        remark = parts.store.setting(_TOLD)
        if remark is None:
            return None
        told = json.loads(remark)
        opens = told.get("opens")
        return _Told(datetime.fromisoformat(told["start"]), told["deeds"], UUID(opens) if opens else None)

    def _tell(self, parts: Parts) -> None:
        start = parts.clock.now()
        opens = play((resource("demo") / "demo.json").read_text("utf-8"), start, parts, services_for)
        remark = {"start": start.isoformat(), "deeds": _deeds(parts), "opens": str(opens.id)}
        parts.store.set_setting(_TOLD, json.dumps(remark))


def _deeds(parts: Parts) -> int:
    """How many commands have been carried out in the store."""
    count = 0
    for owner_id in parts.store.owners():
        with parts.store.read(owner_id) as work:
            last = work.audit.last()
            count += last.number if last else 0
    return count
