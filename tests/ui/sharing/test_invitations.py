"""Both sides of an invitation: what an invitee sees, what is in its way, and what a member has afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.ui.language import LANGUAGES
from tests.ui.drivers.sharing import INDEPENDENT, UNIFIED
from tests.ui.drivers.unsubscribe import UnsubscribeDriver

if TYPE_CHECKING:
    from tests.ui.drivers.sharing import SharingDriver


def test_what_is_in_the_way_is_solved_in_the_real_wizard_and_then_it_is_accepted(sharing: SharingDriver) -> None:
    master, owner = sharing.master(), sharing.account("Tern Holding")
    master.organization.set_sharing(is_on=True)
    sharing.buy(owner, "developer")
    invitation = master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(owner)
    assert sharing.text("sharing.invitation.title") == "Harbor Group invites this account"
    assert sharing.in_the_way == [
        "Unsubscribe from Developer. It is valid until Jan 9, 2020. Unsubscribing today returns $26.00."
    ]
    assert not sharing.button("sharing.accept").isEnabled()
    assert sharing.button("sharing.accept").toolTip() == "Do first what is listed above."
    sharing.click("sharing.todo.unsubscribe")
    wizard = sharing.window.opened(UnsubscribeDriver)
    wizard.because("testing_finished").confirm().unsubscribe()
    wizard.done()
    assert sharing.in_the_way == ["Nothing is in the way. You can accept now."]
    sharing.click("sharing.accept")
    assert sharing.text("sharing.member.title") == "Member of Harbor Group"
    assert sharing.text("sharing.member.plan") == "Business"
    assert sharing.text("account.kind") == "Member account"
    assert invitation.account_id == owner.accounts.me().id
    sharing.act_as(master)
    assert sharing.names == ["Harbor Group", "Harbor Kowloon", "Tern Holding"]


def test_an_unpaid_order_leads_to_my_orders_and_the_way_is_free_once_it_is_canceled(sharing: SharingDriver) -> None:
    master, buyer = sharing.master(), sharing.account("Tern Holding")
    order_id = sharing.order(buyer, "developer")
    master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(buyer)
    number = buyer.orders.get(order_id).number
    assert sharing.in_the_way[0].startswith(f"Pay or cancel order {number}.")
    sharing.click("sharing.todo.orders")
    assert sharing.window.page.objectName() == "orders"
    sharing.click("orders.open_order.cancel").answer("act")
    assert sharing.open().in_the_way == ["Nothing is in the way. You can accept now."]


def test_under_independent_accounting_nothing_is_in_the_way_and_nothing_is_shared(sharing: SharingDriver) -> None:
    master, owner = sharing.master(), sharing.account("Tern Holding")
    sharing.buy(owner, "developer")
    master.organization.invite(uuid4(), "Tern Holding", INDEPENDENT)
    sharing.act_as(owner).click("sharing.accept")
    assert sharing.text("sharing.member.plan") == "Developer"
    assert "Nothing is shared: plans are shared with unified accounting members only." in sharing.words()


def test_a_declined_invitation_is_told_to_the_master_and_gone(sharing: SharingDriver) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(invitee).click("sharing.decline")
    assert "Harbor Group is told." in sharing.question
    sharing.answer("act")
    assert not sharing.shows("sharing.invitation")
    assert "No organization yet" in sharing.words()
    sharing.act_as(master).window.show("messages")
    assert sharing.text("messages.title") == "Invitation declined"
    assert sharing.text("messages.other") == "Tern Holding"
    assert not sharing.shows("messages.view_order")


def test_an_invitation_that_was_revoked_meanwhile_is_refused_by_name(sharing: SharingDriver) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    invitation = master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(invitee)
    master.organization.revoke(invitation.id)
    sharing.click("sharing.accept")
    assert sharing.refusal.startswith("This invitation is no longer open.")
    assert not sharing.shows("sharing.invitation")


def test_an_invitation_ends_by_itself_when_its_time_is_over(sharing: SharingDriver) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    invitation = master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(invitee)
    assert invitation.expires_at is not None
    end = invitation.expires_at + timedelta(minutes=1)
    sharing.window.set_clock(f"{end.astimezone(sharing.window.now.tzinfo):%Y-%m-%d %H:%M:%S}")
    assert not sharing.shows("sharing.invitation")


def test_the_message_of_an_invitation_leads_to_it(sharing: SharingDriver) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    sharing.act_as(invitee).window.show("messages")
    assert sharing.text("messages.title") == "Invitation received"
    assert sharing.button("messages.view_sharing").text() == "View invitation"
    sharing.click("messages.view_sharing")
    assert sharing.shows("sharing.invitation")


@pytest.mark.parametrize(
    ("language", "invite", "title", "accept", "member"),
    [
        ("en", "Invite", "Harbor Group invites this account", "Accept", "Member of Harbor Group"),
        ("zh_CN", "邀请", "Harbor Group 邀请此账号", "接受邀请", "Harbor Group 的企业子账号"),
    ],
)
def test_both_sides_speak_both_languages(
    sharing: SharingDriver, language: str, invite: str, title: str, accept: str, member: str
) -> None:
    master, invitee = sharing.master(), sharing.account("Tern Holding")
    sharing.window.show("preferences").choose("preferences.language", LANGUAGES[language])
    sharing.act_as(master)
    assert sharing.button("sharing.invite").text() == invite
    sharing.click("sharing.invite").fill(invite_account="Tern Holding").click("invite.submit")
    sharing.act_as(invitee)
    assert sharing.text("sharing.invitation.title") == title
    assert sharing.button("sharing.accept").text() == accept
    assert sharing.click("sharing.accept").text("sharing.member.title") == member
