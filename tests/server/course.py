"""The course of a customer through every route; each answer is read exactly as the interfaces promise it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from supportplan_desktop.api import AuditPage, Journal, Me, Now, Session
from supportplan_desktop.domain.accounts import Account, AccountingMode, Channel
from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.organization import Association, AssociationStatus
from supportplan_desktop.domain.payments import Funds, Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.domain.tickets import ServiceTicket, TicketStatus
from supportplan_desktop.services.interfaces import (
    AutoRenewalStatus,
    CurvePoint,
    MemberPage,
    MessagePage,
    OrderPage,
    OrganizationView,
    PlanDetails,
    Readiness,
    SharingStatus,
    TicketPage,
    VerificationStatus,
)
from tests.server.people import PAYMENT, usd

if TYPE_CHECKING:
    from tests.server.people import Caller

MASTER, INVITEE = "Harbor Group", "Quay Logistics"
Codes = Callable[[str], str]
"""The newest code that was sent for the order of a number."""


def walk(master: Caller, invitee: Caller, codes: Codes) -> None:
    """Go through everything a server can be asked, once: `master` is new, the invitee is its `INVITEE`."""
    look_around(master)
    buy(master, codes)
    change_and_give_up(master)
    organize(master, invitee)
    correspond(master)
    end_sessions(master)


def look_around(person: Caller) -> None:
    me = person.ask(Me, "account")
    assert (me.name, me.phone, me.email) == (MASTER, "+86 138••••2046", "l••••n@harbor.example")
    assert person.ask(Funds, "funds").balance == usd("1000.00")
    assert len(person.ask(Journal, "journal").postings) == 2
    assert person.ask(ServiceCatalogue, "catalogue").free_tier.code == "basic"
    current = person.ask(Agreement, "agreements/current")
    assert person.ask(Agreement, f"agreements/{current.version}") == current
    assert person.ask(PlanDetails, "plan").at <= person.ask(Now, "clock").now
    assert person.ask(OrganizationView, "organization").account.phone == "+86 138••••2046"


def paid(person: Caller, codes: Codes, order: Order) -> Order:
    status = person.put(VerificationStatus, f"orders/{order.id}/verification", {"channel": "phone"})
    assert (status.channel, status.sent_to, status.arrives_in_messages) == (Channel.PHONE, "+86 138••••2046", False)
    assert person.ask(VerificationStatus, f"orders/{order.id}/verification").attempts_left == 5
    return person.put(Order, f"orders/{order.id}/payment", PAYMENT | {"code": codes(order.number)})


def buy(person: Caller, codes: Codes) -> None:
    unwanted = person.order("developer")
    assert person.post(Order, f"orders/{unwanted.id}/cancel").status is OrderStatus.CANCELED
    order = person.order(months=3)
    assert person.order(months=3, order_id=order.id) == order
    assert person.ask(Order, f"orders/{order.id}") == order
    done = paid(person, codes, order)
    assert done.status is OrderStatus.COMPLETED
    assert person.put(Order, f"orders/{order.id}/payment", PAYMENT | {"code": "000000"}) == done
    page = person.ask(OrderPage, "orders", kind=["new_purchase", "renewal"], status="completed", limit=1, q="CS")
    assert ([row.id for row in page.orders], page.count) == ([order.id], 1)
    since, until = (at.isoformat().replace("+00:00", "Z") for at in (unwanted.created_at, done.pay_before))
    query: dict[str, Any] = {"since": since, "until": until, "sort": "amount", "descending": "false"}
    assert person.ask(OrderPage, "orders", **query).count == 2
    assert person.ask(OrderPage, "orders", since=until).count == 0


def change_and_give_up(person: Caller) -> None:
    chosen = {"is_on": True, "months": 1, "days_before": 7}
    assert person.put(AutoRenewalStatus, "plan/auto-renewal", chosen).is_on
    renewal = person.ask(Quote, "quotes/renewal", months=1)
    order = person.put(Order, f"orders/{uuid4()}", {"kind": "renewal", "months": 1, "agreed_total": spelled(renewal)})
    assert person.post(Order, f"orders/{order.id}/cancel").status is OrderStatus.CANCELED
    person.put(AutoRenewalStatus, "plan/auto-renewal", chosen | {"is_on": False})

    quote = person.ask(Quote, "quotes/change", tier="developer")
    days = person.ask(tuple[CurvePoint, ...], "curves/change", tier="developer")
    assert quote.total in {point.total for point in days}
    split = person.ask(Split, "quotes/refund-split", amount=str(-quote.total.amount), currency="USD")
    assert split.total == -quote.total
    consent = person.purchase_body()["consent"]
    body = {"kind": "change", "tier": "developer", "agreed_total": spelled(quote), "consent": consent}
    assert person.put(Order, f"orders/{uuid4()}", body).is_refund

    quote = person.ask(Quote, "quotes/unsubscription")
    assert person.ask(tuple[CurvePoint, ...], "curves/unsubscription")[0].total == quote.total
    body = {"kind": "unsubscription", "agreed_total": spelled(quote), "reason": "other", "note": "a test"}
    order = person.put(Order, f"orders/{uuid4()}", body | {"is_confirmed": True})
    assert (order.note, person.ask(PlanDetails, "plan").tier) == ("a test", "basic")


def spelled(quote: Quote) -> dict[str, str]:
    return {"amount": str(quote.total.amount), "currency": quote.total.currency}


def organize(master: Caller, invitee: Caller) -> None:
    member_id = uuid4()
    new = {
        "name": "Harbor Lab",
        "contact": "Mei Wong",
        "phone": "+86 13900015527",
        "email": "",
        "accounting": "unified",
    }
    for _ in range(2):
        member = master.put(Account, f"members/{member_id}", new)
    assert (member.accounting, member.phone) == (AccountingMode.UNIFIED, "+86 139••••5527")

    revoked, declined, accepted = (f"invitations/{uuid4()}" for _ in range(3))
    body = {"account": INVITEE, "accounting": "independent"}
    assert master.put(Association, revoked, body).status is AssociationStatus.INVITED
    assert master.posted(f"{revoked}/remind").status_code == 204
    assert master.post(Association, f"{revoked}/revoke").status is AssociationStatus.REVOKED
    master.put(Association, declined, body)
    assert invitee.posted(f"{declined}/decline").status_code == 204
    master.put(Association, accepted, body)
    assert invitee.post(Me, f"{accepted}/accept").accounting is AccountingMode.INDEPENDENT

    page = master.ask(MemberPage, "members", accounting="unified", status="active", q="lab", sort="since", limit=1)
    assert [row.association.account_id for row in page.members] == [member_id]
    assert master.ask(Readiness, "sharing/readiness", limit=1).ready == 1
    assert not master.ask(SharingStatus, "sharing").is_on
    assert not master.put(SharingStatus, "sharing", {"enabled": False}).is_on
    for _ in range(2):
        left = master.client.delete(f"/v1/members/{invitee.ask(Me, 'account').id}")
        assert left.json()["status"] == "ended"


def correspond(person: Caller) -> None:
    paid_again = person.order()
    page = person.ask(MessagePage, "messages", limit=2)
    assert len(page.messages) == 2
    assert person.ask(MessagePage, "messages", cursor=page.cursor).unread == page.unread
    assert person.posted(f"messages/{page.messages[0].id}/read").status_code == 204
    assert person.ask(MessagePage, "messages").unread == page.unread - 1
    assert person.posted("messages/read").status_code == 204
    assert person.ask(MessagePage, "messages").unread == 0
    person.post(Order, f"orders/{paid_again.id}/cancel")

    ticket_id, message_id = uuid4(), uuid4()
    items = person.ask(ServiceCatalogue, "catalogue").items
    offered = next(one.code for one in items if one.contents["basic"].operation)
    item = {"item": offered, "severity": None, "subject": "How to share?", "description": "It is not clear."}
    ticket = person.put(ServiceTicket, f"tickets/{ticket_id}", item)
    assert person.put(ServiceTicket, f"tickets/{ticket_id}", item) == ticket
    answer = {"id": str(message_id), "text": "It is now."}
    for _ in range(2):
        assert len(person.post(ServiceTicket, f"tickets/{ticket_id}/messages", answer).messages) == 2
    assert person.post(ServiceTicket, f"tickets/{ticket_id}/close").status is TicketStatus.CLOSED
    assert person.ask(ServiceTicket, f"tickets/{ticket_id}") == person.ask(TicketPage, "tickets", limit=5).tickets[0]
    audit = person.ask(AuditPage, "audit")
    assert (audit.first_broken, audit.journal_faults) == (None, ())
    assert audit.newest[0].command == "ticket.close"
    assert audit.newest[0].number <= audit.entries


def end_sessions(person: Caller) -> None:
    login = person.ask(Me, "account").login
    session = person.sign_in(login)
    person.post(Session, "sessions/refresh", {"refresh_token": session.refresh_token})
    assert person.client.delete("/v1/sessions/current").status_code == 204
