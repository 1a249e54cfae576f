"""The world the contract suite runs in: real services over a real store, with a clock the tests move."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.accounts import Account, AccountKind, Channel
from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.payments import Posting, credit_posting, top_up_posting
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import PurchaseOrder, Services

BOUGHT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)  # 11:41:23 at the site


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@dataclass
class World:
    parts: Parts
    clock: MovableClock
    accounts: dict[UUID, Account] = field(default_factory=dict)

    def pass_time(self, **span: float) -> None:
        self.clock.set(self.clock.now() + timedelta(**span))

    def account(self, balance: str = "60.00", credit: str = "500.00", **changes: object) -> Services:
        account_id = uuid4()
        account = Account(
            account_id,
            account_id,
            "Harbor Retail",
            AccountKind.SINGLE,
            "Lin Chen",
            "+86 13812342046",
            "lin.chen@harbor.example",
        )
        account = replace(account, **changes)  # type: ignore[arg-type]
        with self.parts.store.change(account.owner_id) as work:
            work.accounts.add(account)
            at = self.clock.now()
            if Decimal(balance):
                work.journal.post(top_up_posting(uuid4(), account.id, usd(balance), at))
            if Decimal(credit):
                work.journal.post(credit_posting(uuid4(), account.id, usd(credit), at))
        self.accounts[account.id] = account
        return services_for(self.parts, account)

    def selling(self, services: Services, **catalogue: object) -> Services:
        """The same account, once the vendor has changed the catalogue."""
        offer = replace(self.parts.offer, catalogue=replace(self.parts.offer.catalogue, **catalogue))  # type: ignore[arg-type]
        return services_for(replace(self.parts, offer=offer), services.accounts.me())

    def order(self, services: Services, tier: str = "business", months: int = 1) -> PurchaseOrder:
        agreement = services.catalogue.agreement()
        total = services.plans.quote_purchase(tier, months).total
        return PurchaseOrder(tier, months, total, agreement.version, agreement.sha256)

    def pending(self, services: Services, tier: str = "business", months: int = 1) -> UUID:
        order_id = uuid4()
        services.orders.purchase(order_id, self.order(services, tier, months))
        return order_id

    def code(self, services: Services, order_id: UUID, channel: Channel = Channel.PHONE) -> str:
        """Have a code sent and read it where it arrives."""
        services.orders.send_code(order_id, channel)
        message = services.messages.newest_code(order_id)
        assert message is not None
        assert message.code is not None
        return message.code

    def postings(self, services: Services) -> list[Posting]:
        me = services.accounts.me()
        with self.parts.store.read(me.owner_id) as work:
            return list(work.journal.postings(me.id))

    def check(self) -> None:
        for owner_id in self.parts.store.owners():
            with self.parts.store.read(owner_id) as work:
                assert list(work.journal.faults()) == []
                assert first_broken(work.audit.entries()) is None
