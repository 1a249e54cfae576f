"""The world the contract suite runs in: real services over a real store, with a clock the tests move.

What it looks at beside the services (the journal, the plan's segments, the agenda) is asked here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.accounts import Account, AccountKind, Channel, Role
from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.domain.messages import Message
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, Posting, credit_posting, top_up_posting
from supportplan_desktop.domain.subscriptions import Subscription
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.advancing import Agenda
from supportplan_desktop.services.bookkeeping import Books
from supportplan_desktop.services.clocks import MovableClock
from supportplan_desktop.services.interfaces import (
    ChangeOrder,
    OrderQuery,
    PurchaseOrder,
    RenewalOrder,
    Services,
    UnsubscriptionOrder,
    basis_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

BOUGHT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)  # 11:41:23 at the site
BOTH = FundsChoice()
SITE = ZoneInfo("Asia/Hong_Kong")


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def site(text: str, zone: ZoneInfo = SITE) -> datetime:
    """The instant of `2019-12-09 11:41:23` at the site."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


class SeededEntropy:
    """Chance that is the same in every run, so that two histories can be compared to the letter."""

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)

    def uuid(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)

    def digits(self, count: int) -> str:
        return f"{self._random.randrange(10**count):0{count}d}"

    def letters(self, count: int, alphabet: str) -> str:
        return "".join(self._random.choices(alphabet, k=count))


@dataclass(frozen=True)
class History:
    """All that can be told of an account: what a difference in time or in tries must not change."""

    orders: tuple[Order, ...]
    messages: tuple[Message, ...]
    postings: tuple[Posting, ...]
    plan: Subscription | None


@dataclass
class World:
    parts: Parts
    clock: MovableClock
    accounts: dict[UUID, Account] = field(default_factory=dict)
    is_over: bool = False
    codes_are_told: bool = True  # whether codes arrive in the account's own messages, instead of out of doors

    # Where the services lead, which is all that the kinds of worlds differ in

    def services(self, account: Account, role: Role = Role.OWNER, parts: Parts | None = None) -> Services:
        """The services for a person who acts for the account in that role, over other parts where they are named."""
        return services_for(parts or self.parts, account, role)

    def person(self, services: Services) -> str:
        """What the records call the owner who acts: by the contact, at a server by the name to sign in with."""
        return services.accounts.me().contact

    def rows(self) -> list[str]:
        """Everything that is kept, as text."""
        raise NotImplementedError

    def close(self) -> None:
        """Make sure that all still holds; nothing more will happen here."""
        if not self.is_over:
            self.is_over = True
            self.check()

    # Accounts, time, funds and what is sold

    def pass_time(self, **span: float) -> None:
        self.clock.set(self.clock.now() + timedelta(**span))

    def go_to(self, text: str) -> None:
        self.clock.set(site(text, self.parts.offer.catalogue.site_zone))

    def account(self, balance: str = "60.00", credit: str = "500.00", **changes: object) -> Services:
        account_id = self.parts.entropy.uuid()
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
        return self.services(account)

    def acting(self, services: Services, role: Role) -> Services:
        """Another person who acts for the same account, in that role."""
        return self.acting_for(services.accounts.me().id, role)

    def acting_for(self, account_id: UUID, role: Role = Role.OWNER) -> Services:
        """Somebody who acts for an account that is there already."""
        return self.services(next(one for one in self.parts.store.accounts() if one.id == account_id), role)

    def top_up(self, services: Services, amount: str) -> None:
        me = services.accounts.me()
        services.orders.advance()
        with self.parts.store.change(me.owner_id) as work:
            work.journal.post(top_up_posting(uuid4(), me.id, usd(amount), self.clock.now()))

    def selling(self, services: Services, **catalogue: object) -> Services:
        """The same account, once the vendor has changed the catalogue."""
        offer = replace(self.parts.offer, catalogue=replace(self.parts.offer.catalogue, **catalogue))  # type: ignore[arg-type]
        return self.services(services.accounts.me(), parts=replace(self.parts, offer=offer))

    def priced(self, services: Services, version: str = "2020-01-01", **prices: str) -> Services:
        """The same account, once the vendor has published other monthly prices."""
        tiers = services.catalogue.current().tiers
        changed = [
            replace(tier, monthly_price=usd(prices[tier.code])) if tier.code in prices else tier for tier in tiers
        ]
        return self.selling(services, tiers=tuple(changed), version=version)

    # What a user agrees to

    def order(self, services: Services, tier: str = "business", months: int = 1) -> PurchaseOrder:
        agreement = services.catalogue.agreement()
        total = services.plans.quote_purchase(tier, months).total
        return PurchaseOrder(tier, months, total, agreement.version, agreement.sha256)

    def change_order(self, services: Services, tier: str) -> ChangeOrder:
        agreement, quote = services.catalogue.agreement(), services.plans.quote_change(tier)
        return ChangeOrder(tier, quote.total, agreement.version, agreement.sha256, basis_of(quote))

    def renewal_order(self, services: Services, months: int = 1) -> RenewalOrder:
        quote = services.plans.quote_renewal(months)
        return RenewalOrder(months, quote.total, basis_of(quote))

    def unsubscription_order(self, services: Services) -> UnsubscriptionOrder:
        quote = services.plans.quote_unsubscription()
        reason = UnsubscriptionReason.TESTING_FINISHED
        return UnsubscriptionOrder(quote.total, reason, is_confirmed=True, basis=basis_of(quote))

    # What a user does: an order that costs something is generated, then paid

    def pending(self, services: Services, tier: str = "business", months: int = 1) -> UUID:
        order_id = self.parts.entropy.uuid()
        services.orders.purchase(order_id, self.order(services, tier, months))
        return order_id

    def code(self, services: Services, order_id: UUID, channel: Channel = Channel.PHONE) -> str:
        """Have a code sent and read it where it arrives."""
        services.orders.send_code(order_id, channel)
        message = services.messages.newest_code(order_id)
        assert message is not None
        assert message.code is not None
        return message.code

    def pay(self, services: Services, order_id: UUID, funds: FundsChoice = BOTH) -> Order:
        """Pay an order with a code, a minute after whatever was last paid."""
        self.pass_time(seconds=services.orders.verification(order_id).resend_in)
        return services.orders.pay(order_id, funds, self.code(services, order_id))

    def paid(self, services: Services, tier: str = "business", months: int = 1, funds: FundsChoice = BOTH) -> Order:
        return self.pay(services, self.pending(services, tier, months), funds)

    def change(self, services: Services, tier: str) -> Order:
        """Order a change: an upgrade then waits for its payment."""
        return services.orders.change(self.parts.entropy.uuid(), self.change_order(services, tier))

    def changed(self, services: Services, tier: str, funds: FundsChoice = BOTH) -> Order:
        """Order a change, and pay it where it costs something."""
        order = self.change(services, tier)
        return self.pay(services, order.id, funds) if order.status is OrderStatus.PENDING_PAYMENT else order

    def renew(self, services: Services, months: int = 1) -> Order:
        """Order a renewal, which then waits for its payment."""
        return services.orders.renew(self.parts.entropy.uuid(), self.renewal_order(services, months))

    def renewed(self, services: Services, months: int = 1, funds: FundsChoice = BOTH) -> Order:
        return self.pay(services, self.renew(services, months).id, funds)

    def unsubscribe(self, services: Services) -> Order:
        return services.orders.unsubscribe(self.parts.entropy.uuid(), self.unsubscription_order(services))

    # Looking

    def postings(self, services: Services) -> list[Posting]:
        me = services.accounts.me()
        with self.parts.store.read(me.owner_id) as work:
            return list(work.journal.postings(me.id))

    def plan(self, services: Services) -> Subscription | None:
        """The account's latest plan with its segments."""
        me = services.accounts.me()
        with self.parts.store.read(me.owner_id) as work:
            return work.subscriptions.newest(me.id)

    def kept(self, services: Services) -> Money:
        """What the segments of the latest plan keep: payments minus refunds, to the cent (DOMAIN 5)."""
        plan = self.plan(services)
        assert plan is not None
        return total((segment.kept for paid in plan.terms for segment in paid.segments), "USD")

    def orders(self, services: Services) -> list[Order]:
        """All orders of the account, oldest first."""
        found = services.orders.every(OrderQuery(descending=False))
        return [services.orders.get(order.id) for order in found]

    def messages(self, services: Services) -> list[Message]:
        """All messages to the account, oldest first."""
        page = services.messages.page(limit=200)
        found = [*page.messages]
        while page.cursor is not None:
            page = services.messages.page(page.cursor, limit=200)
            found += page.messages
        return found[::-1]

    def history(self, services: Services) -> History:
        told = (replace(message, code=None) for message in self.messages(services))
        same = UUID(int=0)  # top-ups get their ids from elsewhere
        moved = (posting if posting.order_id else replace(posting, id=same) for posting in self.postings(services))
        return History(tuple(self.orders(services)), tuple(told), tuple(moved), self.plan(services))

    def retold(self, services: Services) -> object:
        """The history as it can be compared with that of another world."""
        return self.history(services)

    def next_due(self, services: Services) -> datetime | None:
        """When the agenda says that something is next due for the account."""
        me = services.accounts.me()
        with self.parts.store.read(me.owner_id) as work:
            return work.agenda.get(me.id)

    # What must always hold

    def check(self) -> None:
        """The journal balances, the audit chain verifies, and the agenda of every account says what is next due."""
        for owner_id in self.parts.store.owners():
            with self.parts.store.read(owner_id) as work:
                assert list(work.journal.faults()) == []
                assert first_broken(work.audit.entries()) is None
        for account in self.parts.store.accounts():
            with self.parts.store.read(account.owner_id) as work:
                due = Agenda(Books(self.parts, work), account.id).next()
                assert work.agenda.get(account.id) == (due.at if due else None)

    def check_money(self, services: Services) -> None:
        """An order moved funds at most once each way, as it says, and funds are what was put in less what was kept."""
        orders = {order.id: order for order in self.orders(services)}
        moved = _by_order(self.postings(services))
        for order in orders.values():
            is_moved = order.status is OrderStatus.COMPLETED and bool(order.total)
            assert len(moved.get(order.id, ())) == is_moved
            assert order.split is None or order.split.total == abs_of(order.total)
        completed = [order.total for order in orders.values() if order.status is OrderStatus.COMPLETED]
        funds, put_in = services.accounts.funds(), usd("0")
        for posting in moved.get(None, ()):
            put_in += max(entry.amount for entry in posting.entries)
        assert funds.balance + funds.available_credit == put_in - total(completed, "USD")
        assert usd("0") <= funds.available_credit <= funds.credit_limit
        assert funds.balance >= usd("0")


def abs_of(amount: Money) -> Money:
    return amount if amount >= usd("0") else -amount


def settled(orders: list[Order]) -> Money:
    """Payments minus refunds, those on their way included."""
    return total((order.total for order in orders if order.split is not None), "USD")


def _by_order(postings: list[Posting]) -> Mapping[Any, list[Posting]]:
    grouped: dict[UUID | None, list[Posting]] = {}
    for posting in postings:
        grouped.setdefault(posting.order_id, []).append(posting)
    return grouped
