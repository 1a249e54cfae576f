"""The service interfaces over REST: each method is one request, and every rule stays at the server (DESIGN 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop import api, wire
from supportplan_desktop.backends.http.client import Connection, path_of
from supportplan_desktop.backends.http.me import account_of
from supportplan_desktop.backends.http.orders import HttpOrders
from supportplan_desktop.backends.http.organization import HttpOrganization
from supportplan_desktop.domain.accounts import Account, Role
from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue
from supportplan_desktop.domain.errors import AccountNotFound, ClockNotMovable
from supportplan_desktop.domain.payments import Funds, Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.services.interfaces import (
    AuditReport,
    AutoRenewalStatus,
    CurvePoint,
    MessagePage,
    NewTicket,
    PlanDetails,
    Services,
    TicketPage,
)

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import NewAccount
    from supportplan_desktop.domain.messages import Message

CURRENT = "current"


def services_over(connection: Connection) -> Services:
    """The services of whoever is signed in over that connection."""
    accounts = HttpAccounts(connection)
    services = Services(
        catalogue=HttpCatalogue(connection),
        plans=HttpPlans(connection),
        orders=HttpOrders(connection),
        accounts=accounts,
        messages=HttpMessages(connection),
        tickets=HttpTickets(connection),
        clock=HttpClock(connection),
        audit=HttpAudit(connection),
        organization=HttpOrganization(connection),
    )
    accounts.services = services
    return services


@dataclass(frozen=True, slots=True)
class HttpCatalogue:
    """What the server's vendor sells."""

    connection: Connection

    def current(self) -> ServiceCatalogue:
        """The catalogue in force."""
        catalogue: ServiceCatalogue = self.connection.ask(ServiceCatalogue, "GET", "catalogue")
        return catalogue

    def agreement(self, version: str | None = None) -> Agreement:
        """The agreement in force, or an earlier version; AgreementUnknown where there is none."""
        agreement: Agreement = self.connection.ask(Agreement, "GET", path_of("agreements", version or CURRENT))
        return agreement


@dataclass(frozen=True, slots=True)
class HttpPlans:
    """The plan of the account, and what it would cost (see `Plans`)."""

    connection: Connection

    def details(self) -> PlanDetails:
        """The plan now."""
        details: PlanDetails = self.connection.ask(PlanDetails, "GET", "plan")
        return details

    def quote_purchase(self, tier: str, months: int) -> Quote:
        """What buying costs now (see `Plans`)."""
        return self._quote("purchase", tier=tier, months=months)

    def quote_change(self, tier: str) -> Quote:
        """What changing costs now, or brings back (see `Plans`)."""
        return self._quote("change", tier=tier)

    def quote_renewal(self, months: int) -> Quote:
        """What so many months more cost (see `Plans`)."""
        return self._quote("renewal", months=months)

    def quote_unsubscription(self) -> Quote:
        """What giving the plan up brings back (see `Plans`)."""
        return self._quote("unsubscription")

    def refund_split(self, quote: Quote) -> Split:
        """Where the amount goes that a quote brings back (see `Plans`)."""
        refund = -quote.total
        params = {"amount": str(refund.amount), "currency": refund.currency}
        split: Split = self.connection.ask(Split, "GET", "quotes/refund-split", dict(params))
        return split

    def change_curve(self, tier: str) -> tuple[CurvePoint, ...]:
        """What that change is quoted at on each day (see `Plans`)."""
        points: tuple[CurvePoint, ...] = self.connection.ask(
            tuple[CurvePoint, ...], "GET", "curves/change", {"tier": tier}
        )
        return points

    def unsubscription_curve(self) -> tuple[CurvePoint, ...]:
        """What unsubscribing is quoted at on each day (see `Plans`)."""
        points: tuple[CurvePoint, ...] = self.connection.ask(tuple[CurvePoint, ...], "GET", "curves/unsubscription")
        return points

    def set_auto_renewal(self, *, is_on: bool, months: int, days_before: int) -> AutoRenewalStatus:
        """Turn auto-renewal on or off (see `Plans`)."""
        body = wire.dumped(api.AutoRenewalBody, api.AutoRenewalBody(is_on, months, days_before))
        status: AutoRenewalStatus = self.connection.ask(AutoRenewalStatus, "PUT", "plan/auto-renewal", body=body)
        return status

    def _quote(self, kind: str, **params: str | int) -> Quote:
        quote: Quote = self.connection.ask(Quote, "GET", path_of("quotes", kind), dict(params))
        return quote


class HttpAccounts:
    """The one account that is signed in for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.services: Services | None = None

    def me(self) -> Account:
        """The account acted for."""
        return account_of(self._me())

    def role(self) -> Role:
        """What whoever is signed in may do for it."""
        return self._me().role

    def funds(self) -> Funds:
        """Balance and credit now."""
        funds: Funds = self._connection.ask(Funds, "GET", "funds")
        return funds

    def others(self) -> tuple[Account, ...]:
        """Only the account itself: to act for another one, sign in for it."""
        return (self.me(),)

    def open_account(self, account_id: UUID, account: NewAccount) -> Account:  # noqa: ARG002 - the interface's
        """Refuse: accounts are opened at the server, by those who run it."""
        raise AccountNotFound(account=account_id)

    def act_as(self, account_id: UUID, role: Role = Role.OWNER) -> Services:
        """The same services for the account itself; AccountNotFound for every other one and for another role."""
        me = self._me()
        if self.services is None or (account_id, role) != (me.id, me.role):
            raise AccountNotFound(account=account_id)
        return self.services

    def _me(self) -> api.Me:
        me: api.Me = self._connection.ask(api.Me, "GET", "account")
        return me


@dataclass(frozen=True, slots=True)
class HttpMessages:
    """What the product told the account (see `Messages`)."""

    connection: Connection

    def page(self, cursor: str | None = None, limit: int = 50) -> MessagePage:
        """Messages from the cursor on, newest first."""
        page: MessagePage = self.connection.ask(MessagePage, "GET", "messages", {"cursor": cursor, "limit": limit})
        return page

    def newest_code(self, order_id: UUID) -> Message | None:  # noqa: ARG002 - the interface's
        """None: codes go to people, never to this program."""
        return None

    def mark_read(self, message_id: UUID) -> None:
        """Mark a message as read."""
        self.connection.tell("POST", path_of("messages", message_id, "read"))

    def mark_all_read(self) -> None:
        """Mark every message as read."""
        self.connection.tell("POST", "messages/read")


@dataclass(frozen=True, slots=True)
class HttpTickets:
    """Service tickets (see `Tickets`)."""

    connection: Connection

    def create(self, ticket_id: UUID, ticket: NewTicket) -> ServiceTicket:
        """Create a ticket under the id the caller made (see `Tickets`)."""
        return self._one("PUT", path_of("tickets", ticket_id), wire.dumped(NewTicket, ticket))

    def get(self, ticket_id: UUID) -> ServiceTicket:
        """One ticket; TicketNotFound."""
        return self._one("GET", path_of("tickets", ticket_id))

    def page(self, cursor: str | None = None, limit: int = 50) -> TicketPage:
        """Tickets from the cursor on, newest first."""
        page: TicketPage = self.connection.ask(TicketPage, "GET", "tickets", {"cursor": cursor, "limit": limit})
        return page

    def answer(self, ticket_id: UUID, message_id: UUID, text: str) -> ServiceTicket:
        """Add a message to an open ticket (see `Tickets`)."""
        body = wire.dumped(api.TicketMessageBody, api.TicketMessageBody(message_id, text))
        return self._one("POST", path_of("tickets", ticket_id, "messages"), body)

    def close(self, ticket_id: UUID) -> ServiceTicket:
        """Close a ticket; closed already it stays so."""
        return self._one("POST", path_of("tickets", ticket_id, "close"))

    def _one(self, method: str, path: str, body: str | None = None) -> ServiceTicket:
        ticket: ServiceTicket = self.connection.ask(ServiceTicket, method, path, body=body)
        return ticket


@dataclass(frozen=True, slots=True)
class HttpClock:
    """The server's clock: what this computer thinks of the time does not count."""

    connection: Connection
    is_movable: bool = False

    def now(self) -> datetime:
        """The server's instant."""
        answer: api.Now = self.connection.ask(api.Now, "GET", "clock")
        return answer.now

    def set(self, to: datetime) -> None:
        """Refuse with ClockNotMovable."""
        raise ClockNotMovable(to=to)


@dataclass(frozen=True, slots=True)
class HttpAudit:
    """Whether the server's records of the owner hold."""

    connection: Connection

    def verify(self) -> AuditReport:
        """Have the server check the whole audit chain and the journal."""
        page: api.AuditPage = self.connection.ask(api.AuditPage, "GET", "audit")
        return AuditReport(page.entries, page.first_broken, page.journal_faults)
