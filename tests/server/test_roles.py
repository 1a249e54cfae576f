"""What each role may do: everything is decided where the rules are, and answered with 403."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.services.interfaces import PlanDetails

if TYPE_CHECKING:
    from tests.server.conftest import Join
    from tests.server.people import Registry

USD = {"amount": "1.00", "currency": "USD"}
MONEY: list[tuple[str, str, dict[str, Any] | None]] = [
    ("PUT", "orders/{id}", {"kind": "renewal", "months": 1, "agreed_total": USD}),
    ("POST", "orders/{id}/cancel", None),
    ("PUT", "orders/{id}/verification", {"channel": "phone"}),
    ("PUT", "orders/{id}/payment", {"funds": ["balance"], "code": "123456"}),
    ("PUT", "plan/auto-renewal", {"is_on": False, "months": 1, "days_before": 7}),
]
TICKETS: list[tuple[str, str, dict[str, Any] | None]] = [
    ("PUT", "tickets/{id}", {"item": "x", "severity": None, "subject": "x", "description": "x"}),
    ("POST", "tickets/{id}/messages", {"id": str(uuid4()), "text": "x"}),
    ("POST", "tickets/{id}/close", None),
]
MEMBER = {"name": "x", "contact": "x", "phone": "", "email": "x@y.example", "accounting": "unified"}
ORGANIZATION: list[tuple[str, str, dict[str, Any] | None]] = [
    ("PUT", "members/{id}", MEMBER),
    ("DELETE", "members/{id}", None),
    ("PUT", "invitations/{id}", {"account": "x", "accounting": "unified"}),
    ("POST", "invitations/{id}/accept", None),
    ("POST", "invitations/{id}/decline", None),
    ("POST", "invitations/{id}/revoke", None),
    ("POST", "invitations/{id}/remind", None),
    ("PUT", "sharing", {"enabled": True}),
]


@pytest.mark.parametrize(
    ("role", "needed", "commands"),
    [
        (Role.VIEWER, "money", MONEY),
        (Role.VIEWER, "tickets", TICKETS),
        (Role.VIEWER, "organization", ORGANIZATION),
        (Role.FINANCE, "organization", ORGANIZATION),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_a_role_may_not_do_is_refused(
    join: Join, role: Role, needed: str, commands: list[tuple[str, str, dict[str, Any] | None]]
) -> None:
    person = join(role=role)
    for method, path, body in commands:
        problem = person.problem(method, path.format(id=uuid4()), body)
        assert (problem.status, problem.code) == (403, "role.not_allowed"), path
        assert problem.facts == {"role": role.value, "needed": needed}


def test_everybody_of_an_account_sees_the_same_and_finance_buys(join: Join, registry: Registry) -> None:
    account = registry.account()
    finance, viewer = join(account, Role.FINANCE), join(account, Role.VIEWER)
    order = finance.order()
    assert viewer.ask(Order, f"orders/{order.id}") == order
    assert finance.ask(PlanDetails, "plan").can_buy
    assert not viewer.ask(PlanDetails, "plan").can_buy


def test_who_acted_is_recorded_by_the_name_that_signed_in(join: Join, registry: Registry) -> None:
    account = registry.account()
    finance = join(account, Role.FINANCE)
    order = finance.order()
    assert order.consent is not None
    assert order.consent.by == finance.client.get("/v1/account").json()["login"]
