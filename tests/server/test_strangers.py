"""What is another account's is not there: 404, whatever is asked of it, and the same as for what was never there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import Account
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.services.interfaces import MemberPage, MessagePage, OrderPage, TicketPage

if TYPE_CHECKING:
    from tests.server.conftest import Join
    from tests.server.people import Caller, Registry

ASKED: list[tuple[str, str, dict[str, Any] | None]] = [
    ("GET", "orders/{order}", None),
    ("POST", "orders/{order}/cancel", None),
    ("GET", "orders/{order}/verification", None),
    ("PUT", "orders/{order}/verification", {"channel": "phone"}),
    ("PUT", "orders/{order}/payment", {"funds": ["balance"], "code": "123456"}),
    ("GET", "tickets/{ticket}", None),
    ("POST", "tickets/{ticket}/messages", {"id": str(uuid4()), "text": "x"}),
    ("POST", "tickets/{ticket}/close", None),
    ("DELETE", "members/{member}", None),
    ("POST", "invitations/{invitation}/accept", None),
    ("POST", "invitations/{invitation}/decline", None),
    ("POST", "invitations/{invitation}/revoke", None),
    ("POST", "invitations/{invitation}/remind", None),
]


class Theirs:
    """Everything an account can have, by the names of the paths."""

    def __init__(self, person: Caller, registry: Registry) -> None:
        self.ids = {name: str(uuid4()) for name in ("order", "ticket", "member", "invitation")}
        member = {"name": "Lab", "contact": "Mei", "phone": "+86 13900015527", "email": "", "accounting": "unified"}
        ticket = {"item": "self_service", "severity": None, "subject": "x", "description": "x"}
        items = person.client.get("/v1/catalogue").json()["items"]
        ticket["item"] = next(item["code"] for item in items if item["contents"]["basic"]["operation"])
        invitee = registry.account()
        person.put(Order, f"orders/{self.ids['order']}", person.purchase_body())
        person.put(ServiceTicket, f"tickets/{self.ids['ticket']}", ticket)
        person.put(Account, f"members/{self.ids['member']}", member)
        invitation = {"account": invitee.name, "accounting": "unified"}
        person.client.put(f"/v1/invitations/{self.ids['invitation']}", json=invitation).raise_for_status()


@pytest.fixture(scope="module")
def unknown() -> dict[str, str]:
    return {name: str(uuid4()) for name in ("order", "ticket", "member", "invitation")}


def test_what_is_anothers_is_as_if_it_never_was(join: Join, registry: Registry, unknown: dict[str, str]) -> None:
    theirs, stranger = Theirs(join(), registry), join()
    for method, path, body in ASKED:
        of_another = stranger.problem(method, path.format(**theirs.ids), body)
        of_nobody = stranger.problem(method, path.format(**unknown), body)
        assert (of_another.status, of_another.code) == (of_nobody.status, of_nobody.code), path
        assert of_another.status == 404, path
        assert set(of_another.facts.values()) <= set(theirs.ids.values()), path


def test_a_member_does_not_see_what_is_its_masters(join: Join, registry: Registry) -> None:
    """A member that was created lives among its master's records, and still each sees its own only."""
    master = join()
    theirs = Theirs(master, registry)
    account = next(one for one in registry.store.accounts() if str(one.id) == theirs.ids["member"])
    member = join(account)
    for method, path, body in ASKED:
        assert member.problem(method, path.format(**theirs.ids), body).status == 404, path
    assert member.ask(OrderPage, "orders").count == 0
    assert member.ask(TicketPage, "tickets").tickets == ()
    assert member.ask(MemberPage, "members").count == 0
    assert member.ask(MessagePage, "messages").messages == ()
    assert {entry["account_id"] for entry in member.client.get("/v1/audit").json()["newest"]} <= {str(account.id)}


def test_full_contacts_never_leave_the_server(join: Join) -> None:
    master, member_id = join(), uuid4()
    phone, email = "+86 13912345527", "somebody.special@harbor.example"
    body = {"name": "Lab", "contact": "Mei", "phone": phone, "email": email, "accounting": "unified"}
    answers = [master.client.put(f"/v1/members/{member_id}", json=body)]
    answers += [
        master.client.get(f"/v1/{path}")
        for path in ("account", "organization", "members", "sharing/readiness", "audit", "messages", "journal")
    ]
    for answer in answers:
        assert answer.status_code == 200
        for contact in (phone, phone.removeprefix("+86 "), email, "13812342046", "lin.chen@harbor.example"):
            assert contact not in answer.text, answer.request.url


def test_an_order_id_of_another_owner_is_free_to_use(join: Join) -> None:
    one, other = join(), join()
    order = one.order()
    assert other.order("developer", order_id=order.id).quote.tier == "developer"
    assert one.ask(Order, f"orders/{order.id}") == order
