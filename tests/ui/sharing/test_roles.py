"""Roles: what a role is not enough for is disabled and says who can; what it is enough for stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.ui.drivers.sharing import UNIFIED

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from tests.ui.drivers.sharing import SharingDriver

ORGANIZATION = "does not change the organization. An owner can."
MONEY = "only looks. An owner or finance can order and pay."
TICKETS = "only looks. An owner or finance can write service tickets."


def refused(sharing: SharingDriver, name: str, reason: str) -> bool:
    button = sharing.button(name)
    return not button.isEnabled() and button.toolTip().endswith(reason)


@pytest.mark.parametrize("role", ["finance", "viewer"])
def test_only_an_owner_changes_the_organization(sharing: SharingDriver, role: str) -> None:
    sharing.act_as(sharing.master(), role)
    for name in ("sharing.switch", "sharing.create", "sharing.invite"):
        assert refused(sharing, name, ORGANIZATION)
    offered = sharing.actions("Harbor Kowloon")["Disassociate…"]
    assert not offered.isEnabled()
    assert offered.toolTip().endswith(ORGANIZATION)
    sharing.act_as(sharing.window.services)
    assert sharing.switch.isEnabled()
    assert sharing.switch.toolTip() == ""


def test_only_an_owner_answers_an_invitation(sharing: SharingDriver) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(invitee, "finance")
    assert refused(sharing, "sharing.accept", ORGANIZATION)
    assert refused(sharing, "sharing.decline", ORGANIZATION)


def test_a_viewer_orders_and_writes_nothing_and_finance_does_both(sharing: SharingDriver) -> None:
    buyer = sharing.account("Tern Holding")
    sharing.order(buyer, "developer")
    sharing.act_as(buyer, "viewer").window.show("details")
    assert sharing.text("account.kind") == "Viewer"
    for name in ("details.buy", "details.open_order.pay", "details.open_order.cancel"):
        assert refused(sharing, name, MONEY)
    sharing.window.show("orders")
    assert refused(sharing, "orders.open_order.pay", MONEY)
    sharing.window.show("tickets")
    assert refused(sharing, "tickets.create_first", TICKETS)
    sharing.act_as(buyer, "finance").window.show("details")
    for name in ("details.open_order.pay", "details.open_order.cancel"):
        assert sharing.button(name).isEnabled()
    sharing.window.show("tickets")
    assert sharing.button("tickets.create_first").isEnabled()


def test_a_viewer_of_a_paid_plan_renews_nothing(sharing: SharingDriver) -> None:
    sharing.act_as(sharing.master(), "viewer").window.show("details")
    assert refused(sharing, "details.renew", MONEY)
    assert refused(sharing, "details.sharing", ORGANIZATION)


def test_where_there_are_more_accounts_than_a_menu_takes_they_are_found_by_name(sharing: SharingDriver) -> None:
    master = sharing.master()
    sharing.crowd(master, 60)
    sharing.act_as(master)
    menu = sharing.window.window.top_bar.menu
    names = [action.text() for action in menu.actions()]
    assert "Harbor Group" in names
    assert "Branch 0059" not in names
    sharing.act_as(master.accounts.act_as(found(master, "Branch 0059")))
    assert sharing.text("sharing.member.title") == "Member of Harbor Group"


def found(services: Services, name: str) -> UUID:
    return next(account.id for account in services.accounts.others() if account.name == name)
